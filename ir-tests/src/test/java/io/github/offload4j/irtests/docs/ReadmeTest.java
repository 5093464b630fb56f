package io.github.offload4j.irtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;

/** What the README shows is what compiles and runs. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void javaExampleEmitsTheThreeCalls() {
        try (TestModule host = TestModule.read("")) {
            TestFunction function = host.define("void @run_saxpy(i64 %n, float %a, ptr %x, ptr %y, i32 %blocks)");
            example(host.raw(), host.builder(), function);
            assertThat(host.text())
                    .containsSubsequence(
                            "call void @__tgt_target_data_begin_mapper(",
                            "@.offload_launch.v1(",
                            "call void @__tgt_target_data_end_mapper(");
        }
    }

    private static void example(LLVMModuleRef module, LLVMBuilderRef builder, TestFunction function) {
        LLVMValueRef n = function.parameter("n");
        LLVMValueRef a = function.parameter("a");
        LLVMValueRef x = function.parameter("x");
        LLVMValueRef y = function.parameter("y");
        LLVMValueRef blocks = function.parameter("blocks");
        org.bytedeco.llvm.global.LLVM.LLVMPositionBuilderBefore(
                builder, org.bytedeco.llvm.global.LLVM.LLVMBuildRetVoid(builder));
        // begin readme
        try (OffloadModule offload = OffloadModule.attach(module, OffloadOptions.defaults())) {
            offload.call(
                    builder,
                    OffloadCall.toKernel("saxpy")
                            .value(n)
                            .value(a)
                            .map(x, Access.TO, Extent.count(n, "float"))
                            .map(y, Access.TOFROM, Extent.count(n, "float"))
                            .launch(LaunchBounds.of(blocks, 256))
                            .build());
            offload.finish();
        }
        // end readme
    }

    @Test
    void javaExampleIsTheOneAbove() throws IOException {
        String source = Files.readString(Path.of("src/test/java").resolve(path()));
        String compiled = source.substring(
                source.indexOf("// begin readme\n") + "// begin readme\n".length(), source.indexOf("// end readme\n"));
        assertThat(withoutBlanks(compiled))
                .isEqualTo(withoutBlanks(snippet("java").orElseThrow()));
    }

    @Test
    void specIsTheExampleFile() throws IOException {
        String file = Files.readString(ROOT.resolve("tools/examples/saxpy.yaml"));
        String withoutComment =
                file.lines().filter(line -> !line.startsWith("#")).reduce("", (a, b) -> a + b + "\n");
        assertThat(snippet("yaml")).contains(withoutComment);
    }

    @Test
    void everyLinkedPageExists() throws IOException {
        assertThat(readme().split("\\]\\(", -1)).hasSizeGreaterThan(1);
        for (String rest : readme().split("\\]\\(", -1)) {
            String target = rest.substring(0, Math.max(0, rest.indexOf(')')));
            if (target.endsWith(".md")) {
                assertThat(ROOT.resolve(target)).exists();
            }
        }
    }

    private static String path() {
        return ReadmeTest.class.getName().replace('.', '/') + ".java";
    }

    /** Returns the first block of code in a language. */
    private static Optional<String> snippet(String language) throws IOException {
        String fence = "```" + language + "\n";
        int start = readme().indexOf(fence);
        if (start < 0) {
            return Optional.empty();
        }
        String rest = readme().substring(start + fence.length());
        return Optional.of(rest.substring(0, rest.indexOf("```")));
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }
}
