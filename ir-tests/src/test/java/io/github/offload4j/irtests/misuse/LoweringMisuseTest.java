package io.github.offload4j.irtests.misuse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.ImageKind;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Modules, kernels and images with which marked calls cannot be lowered; the module is left as it was. */
final class LoweringMisuseTest {
    private static final String MARKED = """
        declare void @k(ptr)
        define void @run(ptr %x) {
          call void @k(ptr %x) ["offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
              "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 3)]
          ret void
        }
        """;

    private static DynamicTest refused(
            String use, Reason reason, String message, String text, UnaryOperator<Lowering> change) {
        return Wrong.use(use, reason, message, () -> {
            try (TestModule module = TestModule.parse(OffloadOptions.defaults(), text)) {
                String before = module.text();
                try {
                    change.apply(Lowering.with(OffloadOptions.defaults())).lower(module.raw());
                } finally {
                    assertThat(module.text()).isEqualTo(before);
                }
            }
        });
    }

    private static DeviceImage image(byte... content) {
        return new DeviceImage(DeviceTarget.parse("x86_64"), ImageKind.OBJECT, content, List.of(), new byte[0]);
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeLowered() {
        return Stream.of(
                refused(
                        "an image of no bytes",
                        Reason.ARGUMENT,
                        "the runtime would skip the image for x86_64",
                        MARKED,
                        l -> l.embedding(image())),
                refused(
                        "an image that is none",
                        Reason.ARGUMENT,
                        "the runtime would skip the image for x86_64",
                        MARKED,
                        l -> l.embedding(image((byte) 1))),
                refused(
                        "kernels that are no IR",
                        Reason.SYNTAX,
                        "error: expected top-level entity",
                        MARKED,
                        l -> l.knowingKernels("kernel".getBytes(UTF_8))),
                refused(
                        "kernels that are not well formed",
                        Reason.VERIFICATION,
                        "not well formed",
                        MARKED,
                        l -> l.knowingKernels(
                                "define void @k() {\n  %a = add i32 %a, 1\n  ret void\n}\n".getBytes(UTF_8))),
                refused(
                        "a symbol that is taken",
                        Reason.SYMBOL_CONFLICT,
                        "'__tgt_target_kernel'",
                        MARKED + "declare void @__tgt_target_kernel()\n",
                        l -> l));
    }

    @Test
    void aModuleThatWasLoweredBeforeIsLeftAsItIs() {
        try (TestModule module = TestModule.parse(OffloadOptions.defaults(), MARKED)) {
            Lowering lowering = Lowering.with(OffloadOptions.defaults());
            assertThat(lowering.lower(module.raw())).isEqualTo(1);
            String once = module.text();
            assertThat(lowering.lower(module.raw())).isZero();
            assertThat(module.text()).isEqualTo(once);
        }
    }

    @Test
    void aCallThatIsMarkedAfterTheModuleWasLowered() {
        try (TestModule module = TestModule.parse(OffloadOptions.defaults(), MARKED)) {
            Lowering.with(OffloadOptions.defaults()).lower(module.raw());
            String again = module.text() + MARKED.replace("@run", "@again").replace("declare void @k(ptr)\n", "");
            try (TestModule more = TestModule.read(again)) {
                String before = more.text();
                Refusal.assertRefused(
                        Reason.STATE,
                        "the module already registers itself ('.omp_offloading.descriptor'); add every site before it"
                                + " is finished",
                        () -> Lowering.with(OffloadOptions.defaults()).lower(more.raw()));
                assertThat(more.text()).isEqualTo(before);
            }
        }
    }

    @Test
    void optionsThatThePresetDecides() {
        Refusal.assertRefused(
                Reason.OPTION,
                "preset rustc decides transfers itself; leave the option out, or use preset default",
                () -> OffloadOptions.builder()
                        .preset(Preset.RUSTC)
                        .transfers(Transfers.RESIDENT)
                        .build());
    }

    @Test
    void aModuleToCheckThatIsNotWellFormed() {
        try (TestModule module = TestModule.create(OffloadOptions.defaults())) {
            module.define("void @run(ptr %x)");
            Refusal.assertRefused(
                    Reason.VERIFICATION,
                    "the module is not well formed: Basic Block in function 'run' does not have terminator!\n"
                            + "label %entry",
                    () -> OffloadChecker.check(module.raw(), CheckOptions.defaults()));
        }
    }

    @Test
    void kernelsThatAreNotWellFormedBesideMarkedCalls() {
        try (TestModule module = TestModule.parse(OffloadOptions.defaults(), MARKED);
                TestModule kernels = TestModule.create(OffloadOptions.defaults())) {
            kernels.define("void @k(ptr %x)");
            Refusal.assertRefused(
                    Reason.VERIFICATION,
                    "the module is not well formed: Basic Block in function 'k' does not have terminator!\n"
                            + "label %entry",
                    () -> OffloadChecker.check(module.raw(), Optional.of(kernels.raw()), CheckOptions.defaults()));
        }
    }
}
