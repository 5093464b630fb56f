package io.github.offload4j.irtests.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMReturnStatusAction;
import static org.bytedeco.llvm.global.LLVM.LLVMVerifyModule;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.irtests.docs.Page.Block;
import io.github.offload4j.tools.diagnostic.SourceText;
import io.github.offload4j.tools.spec.Spec;
import io.github.offload4j.tools.spec.SpecReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What pages show of specs and of LLVM IR is read, and bundles are lowered; a piece gets around it what it needs to be a
 * whole.
 */
class ShownSpecsTest {
    private static final Pattern LOCAL = Pattern.compile("(\\w+) (%[\\w.]+)");
    private static final Pattern DEFINED = Pattern.compile("(?m)^\\s*(%[\\w.]+) =");
    private static final Pattern GLOBAL = Pattern.compile("(@[\\w.]+)");

    /** A result, dots where the function takes any arguments, a name, and arguments. */
    private static final Pattern CALL = Pattern.compile("call (\\w+) (\\(\\.{3}\\) )?(@[\\w.]+)\\(([^)]*)\\)");

    private static final Pattern WHOLE = Pattern.compile("(?m)^(?:offloads|data):");

    /** In the README stand three calls without most of their arguments; its own test looks for them in the real module. */
    private static final String SHORTENED = "README.md";

    /** Show what is refused, which their own tests look for. */
    private static final Set<String> WRONG = Set.of("docs/checks.md", "docs/limits.md");

    static List<Block> yaml() {
        return Page.blocks("yaml");
    }

    static List<Block> llvm() {
        return Page.blocks("llvm");
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void everySpecIsRead(Block block) {
        if (block.page().path().equals("docs/limits.md")) {
            // wrong on purpose, and its own test reads what is said of it
            return;
        }
        Spec spec = SpecReader.read(new SourceText("piece.yaml", whole(block.text())));
        assertThat(spec).isNotNull();
    }

    private static String whole(String piece) {
        if (WHOLE.matcher(piece).find()) {
            return piece;
        }
        if (piece.startsWith("- name:") && piece.contains("\n  parameters:")) {
            return "offloads:\n" + piece;
        }
        String offload = "offloads:\n  - name: piece\n    callee: kernel\n";
        String numbers = """
                    parameters:
                      - {name: roots, type: i64, pass: none}
                      - {name: n, type: i64, pass: none}
                      - {name: first, type: i64, pass: none}
                """;
        String launch = piece.contains("grid:") ? "    block: 256\n" : "    grid: 1\n    block: 256\n";
        return piece.startsWith("parameters:")
                ? offload + piece.indent(4) + launch
                : offload + numbers + piece.indent(6) + launch;
    }

    @ParameterizedTest
    @MethodSource("llvm")
    void everyPieceOfIrIsParsedAndLowered(Block block) {
        if (block.page().path().equals(SHORTENED)) {
            return;
        }
        LLVMContextRef context = LLVMContextCreate();
        try {
            LLVMModuleRef module = ModuleReader.parse(context, module(block.text()), block.toString());
            try {
                if (!WRONG.contains(block.page().path())) {
                    Lowering.with(OffloadOptions.defaults()).lower(module);
                }
                assertThat(LLVMVerifyModule(module, LLVMReturnStatusAction, new BytePointer()))
                        .isZero();
            } finally {
                LLVMDisposeModule(module);
            }
        } finally {
            LLVMContextDispose(context);
        }
    }

    private static String module(String piece) {
        if (piece.contains("define ") || piece.contains("declare ")) {
            return piece;
        }
        Set<String> defined = new TreeSet<>();
        DEFINED.matcher(piece).results().forEach(match -> defined.add(match.group(1)));
        Map<String, String> parameters = new TreeMap<>();
        LOCAL.matcher(piece).results().forEach(match -> {
            if (!defined.contains(match.group(2))) {
                parameters.put(match.group(2), match.group(1));
            }
        });
        Map<String, String> globals = new TreeMap<>();
        GLOBAL.matcher(piece)
                .results()
                .map(match -> match.group(1))
                .forEach(name -> globals.put(name, name + " = external global i8\n"));
        CALL.matcher(piece)
                .results()
                .forEach(call -> globals.put(
                        call.group(3),
                        "declare " + call.group(1) + " " + call.group(3) + "("
                                + (call.group(2) != null ? "..." : call.group(4).replaceAll(" [%@][\\w.]+", ""))
                                + ")\n"));
        StringBuilder module = new StringBuilder(String.join("", globals.values()));
        module.append("define void @piece(");
        String separator = "";
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            module.append(separator + parameter.getValue() + " " + parameter.getKey());
            separator = ", ";
        }
        return module.append(") {\n" + piece + "  ret void\n}\n").toString();
    }
}
