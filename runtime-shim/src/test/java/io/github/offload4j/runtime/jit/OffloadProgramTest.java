package io.github.offload4j.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.runtime.testing.Saxpy;
import io.github.offload4j.runtime.testing.TestModule;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OffloadProgramTest {
    private final OffloadRuntime runtime =
            OffloadRuntime.embedded(io.github.offload4j.runtime.embedded.EmbeddedOptions.defaults());

    @AfterEach
    void closeRuntime() {
        runtime.close();
    }

    private OffloadProgram load(String text) {
        return OffloadJit.on(runtime).build().load(text);
    }

    @Test
    void aModuleThatIsNotWellFormedIsRefused() {
        assertThatThrownBy(() -> load("""
                define i32 @f(i1 %c) {
                  br i1 %c, label %a, label %b
                a:
                  %x = add i32 1, 2
                  br label %b
                b:
                  ret i32 %x
                }
                """))
                .isInstanceOf(OffloadException.class)
                .hasMessageContaining("does not dominate all uses");
    }

    @Test
    void whatStartsAndRegistersAProgramIsNotNamedAmongItsFunctions() {
        try (OffloadProgram program = load("""
                @llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 1, ptr @begin, ptr null }]
                define internal void @begin() { ret void }
                define void @offload4j.register() { ret void }
                define void @offload4j.unregister() { ret void }
                define void @run() { ret void }
                """)) {
            assertThatThrownBy(() -> program.function("Run"))
                    .hasMessage("the program has no function 'Run'; it has [run]");
        }
    }

    @Test
    void everyScalarTypeCrossesInBothDirections() {
        try (OffloadProgram program = load("""
                define i1 @truth(i1 %v) { ret i1 %v }
                define i8 @byte(i8 %v) { ret i8 %v }
                define i16 @short(i16 %v) { ret i16 %v }
                define i32 @int(i32 %v) { ret i32 %v }
                define i64 @long(i64 %v) { ret i64 %v }
                define float @float(float %v) { ret float %v }
                define double @double(double %v) { ret double %v }
                define ptr @pointer(ptr %v) { ret ptr %v }
                """)) {
            assertThat(program.function("truth").call(true).asBoolean()).isTrue();
            assertThat(program.function("byte").call((byte) -3).asInt()).isEqualTo(-3);
            assertThat(program.function("short").call((short) -300).asInt()).isEqualTo(-300);
            assertThat(program.function("int").call(-70000).asInt()).isEqualTo(-70000);
            assertThat(program.function("long").call(Long.MIN_VALUE).asLong()).isEqualTo(Long.MIN_VALUE);
            assertThat(program.function("float").call(1.5f).asFloat()).isEqualTo(1.5f);
            assertThat(program.function("double").call(-0.1).asDouble()).isEqualTo(-0.1);
            assertThat(program.function("pointer").call(new NativeAddress(64)).asAddress())
                    .isEqualTo(new NativeAddress(64));
        }
    }

    @Test
    void arraysAreCopiedInAndOut() {
        try (OffloadProgram program = load("""
                define void @increment(ptr %values) {
                  %v = load i64, ptr %values
                  %w = add i64 %v, 1
                  store i64 %w, ptr %values
                  ret void
                }
                """)) {
            long[] values = {41, 7};
            program.function("increment").call((Object) values);

            assertThat(values).containsExactly(42, 7);
        }
    }

    @Test
    void theSameArrayTwiceIsOneArray() {
        try (OffloadProgram program = load("""
                define i1 @same(ptr %a, ptr %b) {
                  %same = icmp eq ptr %a, %b
                  ret i1 %same
                }
                """)) {
            int[] values = {1};

            assertThat(program.function("same").call(values, values).asBoolean())
                    .isTrue();
            assertThat(program.function("same").call(values, new int[] {1}).asBoolean())
                    .isFalse();
        }
    }

    @Test
    void directBuffersAreUsedFromTheirPosition() {
        FloatBuffer buffer =
                ByteBuffer.allocateDirect(12).order(ByteOrder.nativeOrder()).asFloatBuffer();
        buffer.put(0, 1f).put(1, 2f).put(2, 3f).position(1);
        try (OffloadProgram program = load("""
                define float @first(ptr %values) {
                  %v = load float, ptr %values
                  ret float %v
                }
                """)) {
            assertThat(program.function("first").call(buffer).asFloat()).isEqualTo(2f);
        }
    }

    @Test
    void argumentsAreCheckedBeforeNativeCodeSeesThem() {
        try (OffloadProgram program = load("define void @take(i32 %v, ptr %p) { ret void }")) {
            ProgramFunction take = program.function("take");

            assertThatThrownBy(() -> take.call(1L, null))
                    .isInstanceOf(OffloadException.class)
                    .hasMessage("argument 1 of 'take' is i32, and a java.lang.Long is given; give an Integer");
            assertThatThrownBy(() -> take.call(1, FloatBuffer.allocate(1)))
                    .hasMessage("argument 2 of 'take' is a buffer on the Java heap; give a direct buffer or an array");
            assertThatThrownBy(() -> take.call(1)).hasMessage("'take' takes 2 arguments, 1 are given");
            assertThatThrownBy(() -> program.function("takes"))
                    .hasMessage("the program has no function 'takes'; it has [take]");
        }
    }

    @Test
    void aMissingSymbolIsNamed() {
        assertThatThrownBy(() -> load("""
                        declare void @no_such_function()
                        @no_such_variable = external global i32
                        define i32 @f() {
                          call void @no_such_function()
                          %v = load i32, ptr @no_such_variable
                          ret i32 %v
                        }
                        """))
                .isInstanceOf(OffloadException.class)
                .hasMessage(
                        "the program needs 'no_such_function' (called in 'f'), 'no_such_variable', which neither the"
                                + " embedded device nor a loaded library has; define it, or name the library that has it");
    }

    @Test
    void launchesThatALinkerHasToRegisterAreRefusedBeforeTheyEndTheProcess() {
        OffloadOptions wrapped = OffloadOptions.builder()
                .registration(Registration.LINKER_WRAPPER)
                .build();
        OffloadOptions rustc = OffloadOptions.builder().preset(Preset.RUSTC).build();
        for (OffloadOptions options : List.of(wrapped, rustc)) {
            byte[] module = TestModule.emit(
                    "define void @run(ptr %x) { ret void }",
                    options, (offload, text) -> {
                        offload.call(
                                text.at("run"),
                                OffloadCall.toKernel("k")
                                        .launch(LaunchBounds.of(1, 1))
                                        .map(text.parameter("run", 0), Access.TOFROM, Extent.bytes(4))
                                        .build());
                    });
            assertThatThrownBy(() -> OffloadJit.on(runtime).build().load(module, "module"))
                    .isInstanceOf(OffloadException.class)
                    .hasMessageContaining(
                            "leaves its offload entries, '.offloading.entry.k' among them, to clang's linker"
                                    + " wrapper");
        }
    }

    @Test
    void functionsOfTheProcessAreFound() {
        try (OffloadProgram program = load("""
                declare i32 @abs(i32)
                define i32 @f(i32 %v) {
                  %r = call i32 @abs(i32 %v)
                  ret i32 %r
                }
                """)) {
            assertThat(program.function("f").call(-5).asInt()).isEqualTo(5);
        }
    }

    private static final String CALLS_JAVA = """
            declare double @java(i32, float, ptr)
            @after = global i32 0
            define double @f(i32 %i, float %x, ptr %p) {
              %r = call double @java(i32 %i, float %x, ptr %p)
              store i32 1, ptr @after
              ret double %r
            }
            define i32 @reached() {
              %v = load i32, ptr @after
              ret i32 %v
            }
            """;

    @Test
    void programsCallJavaMethods() {
        OffloadJit jit = OffloadJit.on(runtime)
                .define(
                        "java",
                        arguments -> arguments.integer(0)
                                + arguments.number(1)
                                + arguments.memory(2, 8).getDouble(0))
                .build();
        try (OffloadProgram program = jit.load(CALLS_JAVA)) {
            assertThat(program.function("f").call(1, 0.5f, new double[] {100}).asDouble())
                    .isEqualTo(101.5);
        }
    }

    @Test
    void anExceptionOfAJavaMethodStopsTheProgramThere() {
        IllegalStateException thrown = new IllegalStateException("enough");
        OffloadJit jit = OffloadJit.on(runtime)
                .define("java", arguments -> {
                    throw thrown;
                })
                .build();
        try (OffloadProgram program = jit.load(CALLS_JAVA)) {
            assertThatThrownBy(() -> program.function("f").call(1, 0.5f, null)).isSameAs(thrown);
            assertThat(program.function("reached").call().asInt()).isZero();
        }
    }

    @Test
    void anExceptionPassesThroughNestedPrograms() {
        OffloadJit inner = OffloadJit.on(runtime)
                .define("java", arguments -> {
                    throw new IllegalStateException("inner");
                })
                .build();
        try (OffloadProgram innermost = inner.load(CALLS_JAVA)) {
            OffloadJit outer = OffloadJit.on(runtime)
                    .define(
                            "java",
                            arguments ->
                                    innermost.function("f").call(1, 1f, null).asDouble())
                    .build();
            try (OffloadProgram program = outer.load(CALLS_JAVA)) {
                assertThatThrownBy(() -> program.function("f").call(1, 0.5f, null))
                        .hasMessage("inner");
                assertThat(program.function("reached").call().asInt()).isZero();
            }
        }
    }

    @Test
    void abortStopsTheProgramAndNotTheProcess() {
        try (OffloadProgram program = load("""
                @text = private constant [6 x i8] c"reason"
                declare i64 @write(i32, ptr, i64)
                declare void @abort()
                define void @f() {
                  call i64 @write(i32 2, ptr @text, i64 6)
                  call void @abort()
                  ret void
                }
                """)) {
            assertThatThrownBy(() -> program.function("f").call())
                    .isInstanceOf(OffloadException.class)
                    .hasMessage("reason");
        }
    }

    @Test
    void constructorsRunInTheOrderOfTheirPrioritiesAndDestructorsAtTheEnd() {
        List<Long> calls = new ArrayList<>();
        OffloadJit jit = OffloadJit.on(runtime)
                .define("note", arguments -> {
                    calls.add(arguments.integer(0));
                    return null;
                })
                .build();
        String text = """
                declare void @note(i32)
                declare i32 @atexit(ptr)
                define internal void @late() { call void @note(i32 2) ret void }
                define internal void @early() {
                  call void @note(i32 1)
                  call i32 @atexit(ptr @exit)
                  ret void
                }
                define internal void @exit() { call void @note(i32 3) ret void }
                define internal void @destructor() { call void @note(i32 4) ret void }
                @llvm.global_ctors = appending global [2 x { i32, ptr, ptr }] [
                  { i32, ptr, ptr } { i32 65535, ptr @late, ptr null },
                  { i32, ptr, ptr } { i32 101, ptr @early, ptr null }]
                @llvm.global_dtors = appending global [1 x { i32, ptr, ptr }] [
                  { i32, ptr, ptr } { i32 65535, ptr @destructor, ptr null }]
                """;
        OffloadProgram program = jit.load(text);
        assertThat(calls).containsExactly(1L, 2L);
        program.close();
        assertThat(calls).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aClosedProgramRefusesCalls() {
        OffloadProgram program = load("define void @f() { ret void }");
        ProgramFunction function = program.function("f");
        program.close();
        program.close();

        assertThatThrownBy(function::call).hasMessage("the program is closed");
        assertThatThrownBy(() -> program.function("f")).hasMessage("the program is closed");
    }

    @Test
    void theRuntimeOutlivesItsPrograms() {
        try (OffloadProgram program = load("define void @f() { ret void }")) {
            assertThat(program).isNotNull();
            assertThatThrownBy(runtime::close).hasMessage("1 programs are still open; close them before the runtime");
        }
    }

    @Test
    void aModuleForAnotherMachineIsRefused() {
        assertThatThrownBy(() -> load("""
                        target datalayout = "e-i64:64-n32"
                        define void @f() { ret void }
                        """))
                .isInstanceOf(OffloadException.class)
                .hasMessageStartingWith("cannot take in 'module': ");
    }

    @Test
    void threadsRunOneProgramAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (OffloadProgram program =
                OffloadJit.on(runtime).build().load(Saxpy.module(OffloadOptions.defaults()), "saxpy")) {
            List<Future<float[]>> results = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                results.add(threads.submit(() -> {
                    float[] y = Saxpy.constant(1);
                    program.function("run_saxpy").call((long) Saxpy.LENGTH, 2f, Saxpy.iota(), y);
                    return y;
                }));
            }
            for (Future<float[]> result : results) {
                assertThat(result.get()).containsExactly(Saxpy.expected(2, 1));
            }
        } finally {
            threads.shutdown();
        }
    }
}
