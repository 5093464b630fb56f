package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.ir.BundledTools;
import io.github.offload4j.codegen.ir.IrFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Functions by the names that their source code gives them, with or without the parameters. */
final class DemangledNames {
    private static final String TOOL = "llvm-cxxfilt";

    private DemangledNames() {}

    /** Returns the functions whose demangled name, or its part in front of the parameters, is the one given. */
    static List<IrFunction> find(List<IrFunction> functions, String name) {
        if (functions.isEmpty()) {
            return List.of();
        }
        String symbols = functions.stream().map(IrFunction::name).collect(Collectors.joining("\n", "", "\n"));
        byte[] output = ToolRun.run(
                TOOL,
                symbols.getBytes(UTF_8),
                "symbols",
                (input, result) -> List.of(
                        "/bin/sh",
                        "-c",
                        "exec \"$1\" <\"$2\" >\"$3\"",
                        TOOL,
                        BundledTools.find(TOOL).toString(),
                        input.toString(),
                        result.toString()));
        String[] names = new String(output, UTF_8).split("\n", -1);
        List<IrFunction> found = new ArrayList<>();
        for (int i = 0; i < functions.size() && i < names.length; i++) {
            if (names[i].equals(name) || withoutParameters(names[i]).equals(name)) {
                found.add(functions.get(i));
            }
        }
        return found;
    }

    /** Drops the parameters, and the return type that templates have in front. */
    private static String withoutParameters(String demangled) {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < demangled.length(); i++) {
            char c = demangled.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            } else if (depth == 0 && c == '(' && i > start) {
                return demangled.substring(start, i);
            } else if (depth == 0 && c == ' ') {
                start = i + 1;
            }
        }
        return demangled.substring(start);
    }
}
