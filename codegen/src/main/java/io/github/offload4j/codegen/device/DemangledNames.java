package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.ir.BundledTools;
import io.github.offload4j.codegen.ir.IrFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions by the names that their source code gives them, with or without the parameters. */
final class DemangledNames {
    private static final String TOOL = "llvm-cxxfilt";

    private DemangledNames() {}

    /** Returns the functions whose demangled name, or its part in front of the parameters, is the one given. */
    static List<IrFunction> find(List<IrFunction> functions, String name) {
        if (functions.isEmpty()) {
            return List.of();
        }
        String[] names = demangled(functions.stream().map(IrFunction::name).toList());
        List<IrFunction> found = new ArrayList<>();
        for (int i = 0; i < functions.size() && i < names.length; i++) {
            if (names[i].equals(name) || withoutParameters(names[i]).equals(name)) {
                found.add(functions.get(i));
            }
        }
        return found;
    }

    /** Returns the names that symbols have in their source code, of those symbols that are no names themselves. */
    static Map<String, String> of(List<String> symbols) {
        List<String> mangled =
                symbols.stream().filter(DemangledNames::isMangled).toList();
        Map<String, String> names = new HashMap<>();
        if (!mangled.isEmpty()) {
            String[] found = demangled(mangled);
            for (int i = 0; i < mangled.size() && i < found.length; i++) {
                if (!found[i].equals(mangled.get(i))) {
                    names.put(mangled.get(i), found[i]);
                }
            }
        }
        return names;
    }

    /** As the ABIs of C++ and of Rust begin them. */
    private static boolean isMangled(String symbol) {
        return symbol.startsWith("_Z") || symbol.startsWith("_R");
    }

    private static String[] demangled(List<String> symbols) {
        byte[] output = ToolRun.run(
                TOOL,
                (String.join("\n", symbols) + "\n").getBytes(UTF_8),
                "symbols",
                (input, result) -> List.of(
                        "/bin/sh",
                        "-c",
                        "exec \"$1\" <\"$2\" >\"$3\"",
                        TOOL,
                        BundledTools.find(TOOL).toString(),
                        input.toString(),
                        result.toString()));
        return new String(output, UTF_8).split("\n", -1);
    }

    /** Drops the parameters, and the return type that templates have in front. */
    static String withoutParameters(String demangled) {
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
