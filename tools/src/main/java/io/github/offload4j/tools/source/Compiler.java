package io.github.offload4j.tools.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A compiler that was found.
 *
 * @param kind which one
 * @param command the program, and what has to go with it always
 * @param llvm the major version of its LLVM
 */
record Compiler(CompilerKind kind, List<String> command, int llvm) {
    Compiler {
        command = List.copyOf(command);
    }

    /** Returns the compiler for other machines. */
    Compiler with(OtherMachine machine) {
        List<String> all = new ArrayList<>(command);
        all.addAll(machine.options(kind));
        return new Compiler(kind, all, llvm);
    }

    /** Returns the program. */
    String program() {
        return command.get(0);
    }
}
