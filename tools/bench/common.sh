# What the benchmarks' scripts share; read by them with ".".

root=$(cd "$(dirname "$0")/../.." && pwd)
irgen=${IRGEN:-$root/tools/bin/irgen}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Builds irgen where needed, and waits for its archive of classes, which is made in the background.
prepare() {
    "$irgen" --version >/dev/null 2>&1
    until ls "$root"/tools/target/irgen/classes*.jsa >/dev/null 2>&1; do
        sleep 0.2
    done
}

# Prints the seconds that a command takes, to a millisecond, and drops what it prints.
seconds() {
    begin=$(date +%s%N)
    "$@" >/dev/null 2>"$work/errors" || { cat "$work/errors" >&2; return 1; }
    end=$(date +%s%N)
    echo "$(((end - begin) / 1000000))" | awk '{ printf "%.3f\n", $1 / 1000 }'
}

# Prints the middle one of the numbers on standard input.
median() {
    sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# Prints the kibibytes that a command needs at most.
peak() {
    /usr/bin/time -f %M -o "$work/peak" "$@" >/dev/null && tail -n 1 "$work/peak"
}

# Writes a module of N functions, each with one marked call of a kernel on two arrays.
marked_module() {
    awk -v n="$1" 'BEGIN {
        print "target triple = \"x86_64-unknown-linux-gnu\""
        print "declare void @axpy(i64, ptr, ptr)"
        for (i = 0; i < n; i++) {
            print "define void @f" i "(i64 %n, ptr noalias %x, ptr noalias %y) {"
            print "  %bytes = mul i64 %n, 4"
            print "  call void @axpy(i64 %n, ptr %x, ptr %y) [ \"offload\"(i1 false, i64 -1),"
            print "    \"offload.grid\"(i32 4, i32 1, i32 1), \"offload.block\"(i32 256, i32 1, i32 1),"
            print "    \"offload.map\"(i32 1, i64 %bytes, i64 1), \"offload.map\"(i32 2, i64 %bytes, i64 3) ]"
            print "  ret void"
            print "}"
        }
    }'
}

# Writes the same in C, the kernel inside.
openmp_source() {
    awk -v n="$1" 'BEGIN {
        for (i = 0; i < n; i++) {
            print "void f" i "(long n, float *restrict x, float *restrict y) {"
            print "#pragma omp target map(to : x[0:n]) map(tofrom : y[0:n])"
            print "  y[0] = x[0] + y[0];"
            print "}"
        }
    }'
}
