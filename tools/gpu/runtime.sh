# Sourced by what packs programs for another machine: copy_runtime PROGRAM FOLDER copies the runtime that a program needs there.
copy_runtime() {
    omptarget=$(ldd "$1" | awk '/libomptarget/ { print $3 }')
    for library in "$omptarget" $(ldd "$1" "$omptarget" | awk '/=>/ { print $3 }' | sort -u); do
        case $(basename "$library") in
        # the C library comes with the other machine
        libc.so* | libm.so* | ld-linux*) ;;
        *)
            cp -L "$library" "$2/"
            strip --strip-unneeded "$2/$(basename "$library")" 2>/dev/null || true
            ;;
        esac
    done
    # libomptarget opens libomp by this name, and must find the one that is loaded
    ln -sf libomp.so.5 "$2/libomp.so"
}
