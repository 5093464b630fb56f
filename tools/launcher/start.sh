# Starts irgen, once there is a Java and a jar: for the launchers, which set java (java.sh does), lib (the folder with
# irgen.jar), launcher (the folder of this file), examples, and archive, where the archive of classes is or shall be.

# One compiler and one collector are enough for a process that ends soon, and nobody watches it. It compiles early: code that
# ran ten times in half a second is worth it. The heap is one that few commands fill: to look through a smaller one took a tenth
# of the time of large modules, and what is not touched is no memory.
set -- -XX:TieredStopAtLevel=1 -XX:Tier3InvocationThreshold=20 -XX:Tier3MinInvocationThreshold=10 \
    -XX:Tier3CompileThreshold=100 -XX:+UseSerialGC -Xms32m -Xmn16m -XX:-UsePerfData -Xshare:auto -Dorg.bytedeco.javacpp.nopointergc=true \
    -Dpicocli.converters.excludes='java\.time\..*|java\.sql\..*' -jar "$lib/irgen.jar" "$@"

# LLVM unpacked beside the jar is taken as it is.
native=
if [ -d "$lib/native" ]; then
    # and what the virtual machine would look through by itself
    native=$lib/native${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}:/usr/java/packages/lib:/usr/lib64:/lib64:/lib:/usr/lib
    set -- -Dorg.bytedeco.javacpp.pathsFirst=true "-Djava.library.path=$native" "$@"
fi

# Classes in the form that this virtual machine has in memory: with them it starts in a fraction of the time. An empty archive
# says that this Java cannot make any.
archive_is_current() {
    [ -f "$archive" ] && [ -z "$(find "$lib/irgen.jar" -newer "$archive")" ]
}

# It is made beside this command, which goes without it: nobody has to wait for it.
if ! archive_is_current && [ -w "${archive%/*}" ]; then
    if [ -d "$archive.lock" ]; then
        : # a command just before this one has said so
    elif [ -n "$native" ] || [ -d "${HOME:-}/.javacpp/cache" ]; then
        echo "irgen: preparing fast starts with this Java in the background, once…" >&2
    else
        echo "irgen: unpacking LLVM into ~/.javacpp (270 MB), and preparing fast starts with this Java in the background, once…" >&2
    fi
    "$launcher/archive" "$java" "$lib" "$examples" "$archive" \
        ${native:+-Dorg.bytedeco.javacpp.pathsFirst=true "-Djava.library.path=$native"} >/dev/null 2>&1 </dev/null &
fi
if [ -s "$archive" ]; then
    # what the virtual machine says about an archive that does not fit is of no use to anyone
    set -- -XX:SharedArchiveFile="$archive" -Xlog:disable -Xlog:all=error:stderr "$@"
fi
# A name beyond ASCII reaches Java only in a locale that has its characters; the plain one has none.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    '' | C | POSIX)
        LC_ALL=C.UTF-8
        export LC_ALL
        ;;
esac

# What a virtual machine says that LLVM has brought down is for nobody but ourselves; below it is said in our words.
case " $* " in
    *' --debug '*) ;;
    *)
        # not by an option of Java's, with which it would end like after an error of the user's
        ulimit -S -c 0
        set -- -XX:+SuppressFatalErrorMessage "$@"
        ;;
esac

# What one thread gives back to the C library, the next one takes again where all draw from one pool; with one for each thread
# the memory is held twice. "run" is left alone: it runs the user's code, whose threads may be many.
case " $* " in
    *' run '*) ;;
    *) export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-1}" ;;
esac

# Java runs beside this script, which tells how it ended. It gets the signals that are meant for both.
exec 3<&0
"$java" "$@" <&3 3<&- &
child=$!
signal=
trap 'signal=HUP; kill -HUP "$child" 2>/dev/null' HUP
trap 'signal=INT; kill -TERM "$child" 2>/dev/null' INT
trap 'signal=TERM; kill -TERM "$child" 2>/dev/null' TERM
code=0
while :; do
    # 2>: the shell's own words about a signal
    wait "$child" 2>/dev/null && code=0 || code=$?
    kill -0 "$child" 2>/dev/null || break
done
trap - HUP INT TERM
if [ -n "$signal" ]; then
    kill -s "$signal" "$$"
fi

# The numbers of signals that a process brings upon itself: ILL, ABRT, BUS, FPE, SEGV.
case $code in
    132 | 134 | 135 | 136 | 139) . "$launcher/crash.sh" ;;
esac
exit "$code"
