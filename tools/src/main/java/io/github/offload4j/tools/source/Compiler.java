package io.github.offload4j.tools.source;

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

    /** Returns the program. */
    String program() {
        return command.get(0);
    }
}
