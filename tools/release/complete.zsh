# Types the beginning of an option of irgen into a shell of its own, and prints what completion makes of it: usage:
# complete.zsh FOLDER, with the folder that has _irgen.
zmodload zsh/zpty
zpty shell zsh -f -i
# in quotes, so that what the terminal repeats does not look like the answer
zpty -w shell "PS1=; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D; print REA''DY"
zpty -r shell out '*READY*'
zpty -w -n shell $'irgen emit --device-p\t'
zpty -r shell out '*--device-pointers*'
print -r -- "$out"
zpty -d shell
