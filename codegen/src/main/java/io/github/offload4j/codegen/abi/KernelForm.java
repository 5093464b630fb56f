package io.github.offload4j.codegen.abi;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** How the kernels of a device image get their arguments. */
public enum KernelForm {
    /**
     * A pointer that nobody wrote, then a parameter for each argument, on GPUs and hosts alike. Runtimes 19 to 22 call
     * kernels so; from 23 on a launch of such a kernel on a GPU is converted every time, and one on a host refused.
     */
    POINTER_FIRST,
    /**
     * The pointer behind the arguments, on GPUs; on hosts one parameter, the address of an array with the address of each
     * argument. Runtime 23 calls kernels so.
     */
    POINTER_LAST,
    /** On hosts: whichever of the two a kernel is called by. */
    EITHER;

    /** Returns what images call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the form that images call by a word, or nothing when there is none. */
    public static Optional<KernelForm> of(String word) {
        Objects.requireNonNull(word, "word is null");
        for (KernelForm form : values()) {
            if (form.word().equals(word)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** Returns the runtimes that it is for, as a message says them. */
    public String runtimes() {
        return switch (this) {
            case POINTER_FIRST -> "llvm-19 to llvm-22";
            case POINTER_LAST -> "llvm-23";
            case EITHER -> "llvm-19 to llvm-22 and portable";
        };
    }
}
