# A lock between processes that build or prepare the same checkout: a directory with the number of the process that has it.
# For scripts that set $lock to its path.

# Makes the lock, and takes over that of a process which has ended; fails when another has it.
try_lock() {
    if ! mkdir "$lock" 2>/dev/null; then
        owner=$(cat "$lock/pid" 2>/dev/null) || owner=
        if [ -z "$owner" ] || kill -0 "$owner" 2>/dev/null; then
            return 1
        fi
        rm -rf "$lock"
        mkdir "$lock" 2>/dev/null || return 1
    fi
    # It goes with the process.
    trap 'rm -rf "$lock"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    echo "$$" >"$lock/pid"
}

# Waits for the lock.
lock() {
    waits=0
    until try_lock; do
        # without an owner for long: it ended between making the lock and signing it
        if [ ! -s "$lock/pid" ] && [ "$waits" -ge 10 ]; then
            rm -rf "$lock"
            waits=0
            continue
        fi
        waits=$((waits + 1))
        sleep 1
    done
}

unlock() {
    rm -rf "$lock"
    trap - EXIT HUP INT TERM
}
