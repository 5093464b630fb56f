# For the launchers of irgen: what they say when they cannot start, and where Java is.

# 70: a fault of ours, not of what irgen was given
fail() {
    printf 'irgen: error: %s\n' "$*" >&2
    exit 70
}

# Finds a Java that is new enough: sets java, java_home and version.
find_java() {
    if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
        java=$JAVA_HOME/bin/java
        java_home=$JAVA_HOME
    elif java=$(command -v java); then
        java_home=$(readlink -f "$java" 2>/dev/null) || java_home=$java
        java_home=${java_home%/bin/java}
    else
        fail "no Java found: install Java 17 or later (apt-get install openjdk-17-jdk-headless) or set JAVA_HOME"
    fi

    # The file that comes with a JDK saves starting a JVM just to ask it.
    version=
    if [ -r "$java_home/release" ]; then
        while IFS='=' read -r key value; do
            if [ "$key" = JAVA_VERSION ]; then
                version=${value#\"}
                version=${version%\"}
                break
            fi
        done <"$java_home/release"
    fi
    if [ -z "$version" ]; then
        version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    fi
    feature=${version%%[!0-9]*}
    if [ "${feature:-0}" -lt 17 ]; then
        fail "Java 17 or later is needed, but $java is Java ${version:-of an unknown version}: set JAVA_HOME"
    fi
}
