package io.github.offload4j.irtests.misuse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.HostCallback;
import io.github.offload4j.runtime.jit.NativeAddress;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.testing.OffloadTestRun;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Programs that cannot be loaded, and options and symbols that nothing can be loaded with. */
final class LoadMisuseTest {
    private final OffloadRuntime runtime = OffloadRuntime.embedded(EmbeddedOptions.defaults());

    @AfterEach
    void close() {
        runtime.close();
    }

    private DynamicTest load(String use, Reason reason, String message, String text) {
        return Wrong.use(
                use, reason, message, () -> OffloadJit.on(runtime).build().load(text));
    }

    @TestFactory
    Stream<DynamicTest> programsThatCannotBeLoaded() {
        return Stream.of(
                load("what is no IR", Reason.SYNTAX, "module:1:1: error: expected top-level entity", "text"),
                load(
                        "what is not well formed",
                        Reason.VERIFICATION,
                        "the module is not well formed",
                        "define i32 @f() {\n  %a = add i32 %a, 1\n  ret i32 %a\n}\n"),
                load("a function that nobody has", Reason.LINKAGE, "the program needs 'nobody_has_this'", """
                        declare void @nobody_has_this()
                        define void @f() {
                          call void @nobody_has_this()
                          ret void
                        }
                        """),
                load(
                        "a variable that nobody has",
                        Reason.LINKAGE,
                        "the program needs 'nobody_has_this'",
                        "@nobody_has_this = external global i32\ndefine ptr @f() {\n  ret ptr @nobody_has_this\n}\n"),
                load(
                        "a function of the runtime with other types",
                        Reason.SYMBOL_CONFLICT,
                        "the program declares 'omp_get_num_devices' as i64 (), and the embedded device has it with"
                                + " other types",
                        """
                        declare i64 @omp_get_num_devices()
                        define i64 @f() {
                          %n = call i64 @omp_get_num_devices()
                          ret i64 %n
                        }
                        """),
                load(
                        "entries for the linker wrapper",
                        Reason.LINKAGE,
                        "to clang's linker wrapper, which has no part in this process",
                        "@entry = weak constant i8 0, section \"llvm_offload_entries\"\n"),
                load(
                        "sites that nobody finished",
                        Reason.LINKAGE,
                        "call OffloadModule.finish after its last site",
                        "@name = internal constant [2 x i8] c\"k\\00\", section \".llvm.rodata.offloading\"\n"),
                load(
                        "a constructor that stops",
                        Reason.EXECUTION,
                        "the program called abort",
                        "declare void @abort()\n"
                                + "@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32"
                                + " 1, ptr @c, ptr null }]\n"
                                + "define internal void @c() {\n"
                                + "  call void @abort()\n"
                                + "  unreachable\n"
                                + "}\n"),
                Wrong.use(
                        "bitcode that is cut off",
                        Reason.SYNTAX,
                        "cut",
                        () -> OffloadJit.on(runtime)
                                .build()
                                .load(new byte[] {'B', 'C', (byte) 0xc0, (byte) 0xde}, "cut")),
                Wrong.use(
                        "a library that is not there",
                        Reason.RUNTIME_LIBRARY,
                        "cannot load missing.so",
                        () -> OffloadJit.on(runtime)
                                .library(Path.of("missing.so"))
                                .build()
                                .load(ProgramMisuseTest.FUNCTIONS)),
                Wrong.use(
                        "a folder as a library",
                        Reason.RUNTIME_LIBRARY,
                        "cannot load /",
                        () -> OffloadJit.on(runtime)
                                .library(Path.of("/"))
                                .build()
                                .load(ProgramMisuseTest.FUNCTIONS)),
                Wrong.use(
                        "a runtime that is not there",
                        Reason.RUNTIME_LIBRARY,
                        "cannot load missing",
                        () -> OffloadRuntime.libomptarget(
                                new RuntimeLibrary(Path.of("missing"), RuntimeAbi.LLVM_22, "22", Optional.empty()))));
    }

    @TestFactory
    Stream<DynamicTest> optionsThatNoDeviceHas() {
        EmbeddedOptions defaults = EmbeddedOptions.defaults();
        return Stream.of(
                Wrong.use(
                        "no devices",
                        Reason.OPTION,
                        "0 devices; at least one is needed",
                        () -> defaults.withDevices(0)),
                Wrong.use(
                        "fewer than none",
                        Reason.OPTION,
                        "-1 devices; at least one is needed",
                        () -> new EmbeddedOptions(-1, 0, true, true, RuntimeAbi.LLVM_22)),
                Wrong.use(
                        "a negative default",
                        Reason.OPTION,
                        "default device -1 is negative",
                        () -> defaults.withDefaultDevice(-1)));
    }

    @Test
    void aTestRunThatIsClosed() {
        OffloadTestRun run = OffloadTestRun.builder().of("define void @f() {\n  ret void\n}\n".getBytes(UTF_8), "f");
        run.close();
        run.close();
        Refusal.assertRefused(Reason.STATE, "the program is closed", () -> run.call("f"));
    }

    @Test
    void anEmptySymbol() {
        HostCallback method = arguments -> null;
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "a symbol is not empty and has no zero character",
                () -> OffloadJit.on(runtime).define("", method));
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "a symbol is not empty and has no zero character",
                () -> OffloadJit.on(runtime).define("a\0b", new NativeAddress(1)));
    }

    @Test
    void aModuleWithoutHandle() {
        try (TestModule module = TestModule.create(OffloadOptions.defaults())) {
            assertThatNullPointerException()
                    .isThrownBy(() -> OffloadTestRun.of(new LLVMModuleRef()))
                    .withMessage("module is null");
            assertThatCode(() -> OffloadTestRun.of(module.raw()).close()).doesNotThrowAnyException();
        }
    }
}
