# A lock between processes that build or prepare the same checkout: a directory with the number of the process that has it.
# For scripts that set $lock to its path.

# Makes the lock, and takes over that of a process which has ended; fails when another has it.
try_lock() {
    if ! mkdir "$lock" 2>/dev/null; then
        is_abandoned || return 1
        rm -rf "$lock"
        mkdir "$lock" 2>/dev/null || return 1
    fi
    # It goes with the process.
    trap unlock EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    echo "$$" >"$lock/pid"
}

is_abandoned() {
    owner=$(cat "$lock/pid" 2>/dev/null) || owner=
    if [ -n "$owner" ]; then
        ! kill -0 "$owner" 2>/dev/null
    else
        # without an owner for long: it ended between making the lock and signing it
        [ -n "$(find "$lock" -maxdepth 0 -mmin +1 2>/dev/null)" ]
    fi
}

# Waits for the lock, and says so.
lock() {
    told=
    until try_lock; do
        [ -n "$told" ] || echo "irgen: waiting for another build of this checkout${owner:+ (process $owner)}…" >&2
        told=yes
        sleep 1
    done
}

# Gives the lock back, unless somebody has removed it and a third has made it again.
unlock() {
    if [ "$(cat "$lock/pid" 2>/dev/null)" = "$$" ]; then
        rm -rf "$lock"
    fi
    trap - EXIT HUP INT TERM
}
