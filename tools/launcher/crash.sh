# Says that the process of Java has crashed, which LLVM does on some broken inputs, and removes what it was writing. For the
# launcher, which sets $child to its number, $lib, and the command line to that of Java.

# behind Java's own options
while [ "$1" != "$lib/irgen.jar" ]; do
    shift
done
shift

inputs=
before=
for argument; do
    name=${argument#--*=}
    case $name in
        -o?*) name=${name#-o} ;;
    esac
    case $name in
        */*) folder=${name%/*} ;;
        *) folder=. ;;
    esac
    if [ -f "$folder/.${name##*/}.$child.tmp" ]; then
        rm -f "$folder/.${name##*/}.$child.tmp"
    elif [ "$before" != -o ] && [ "$before" != --output ] && [ -f "$name" ]; then
        inputs="$inputs${inputs:+, }$name"
    fi
    before=$argument
done
printf 'irgen: %s: error: LLVM crashed while it read or compiled this (exit code %s); a broken file can do that\n' \
    "${inputs:-<stdin>}" "$code" >&2
exit 1
