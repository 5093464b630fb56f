package io.github.offload4j.tools.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.tools.Run;
import io.github.offload4j.tools.TestSpecs;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.global.LLVM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that users read do what they say. */
class ExamplesTest {
    static Stream<Path> examples() {
        return TestSpecs.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isEmittedWithoutAWord(Path example) {
        Run run = Run.irgen("emit", example.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("@run_");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesTheSameBytesEveryTime(Path example) {
        for (String format : new String[] {"--format=ll", "--format=bc"}) {
            assertThat(Run.irgen("emit", example.toString(), format).bytes())
                    .isEqualTo(Run.irgen("emit", example.toString(), format).bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsBackAndPrintsTheSame(Path example) {
        String text = Run.irgen("emit", example.toString()).out();
        byte[] bitcode = Run.irgen("emit", example.toString(), "--format=bc").bytes();

        // the first line is a comment with the name that the reader was given
        assertThat(reprint(text.getBytes(UTF_8), example)).isEqualTo(text);
        assertThat(reprint(bitcode, example)).isEqualTo(text);
    }

    private static String reprint(byte[] input, Path name) {
        LLVMContextRef context = LLVM.LLVMContextCreate();
        try {
            LLVMModuleRef module = ModuleReader.parse(context, input, name.toString());
            try {
                return ModuleWriter.text(module);
            } finally {
                LLVM.LLVMDisposeModule(module);
            }
        } finally {
            LLVM.LLVMContextDispose(context);
        }
    }
}
