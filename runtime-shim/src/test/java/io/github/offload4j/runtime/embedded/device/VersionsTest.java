package io.github.offload4j.runtime.embedded.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.differential.RawCalls;
import io.github.offload4j.runtime.differential.RawCalls.Entry;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.testing.ModuleText;
import io.github.offload4j.runtime.testing.Saxpy;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the embedded device takes and refuses as the versions of libomptarget do. */
class VersionsTest {
    private static final String STRICT = "store i64 64, ptr %Flags";

    private static EmbeddedOptions like(RuntimeAbi version) {
        return EmbeddedOptions.defaults().as(version);
    }

    private static byte[] module(RuntimeAbi abi) {
        return Saxpy.module(OffloadOptions.builder().runtime(abi).build());
    }

    private static float[] run(EmbeddedOptions options, byte[] module) {
        float[] y = Saxpy.constant(1);
        try (OffloadRuntime runtime = OffloadRuntime.embedded(options);
                OffloadProgram program = OffloadJit.on(runtime).build().load(module, "saxpy")) {
            program.function("run_saxpy").call((long) Saxpy.LENGTH, 2f, Saxpy.iota(), y);
        }
        return y;
    }

    private static byte[] changed(RuntimeAbi abi, UnaryOperator<String> change) {
        String before = ModuleText.of(module(abi));
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        return after.getBytes(UTF_8);
    }

    private static void assertRefused(EmbeddedOptions options, byte[] module, String message) {
        assertThatThrownBy(() -> run(options, module))
                .isInstanceOf(OffloadException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PORTABLE")
    void everyVersionRunsItsOwnCode(RuntimeAbi version) {
        assertThat(run(like(version), module(version))).isEqualTo(Saxpy.expected(2, 1));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PORTABLE")
    void portableCodeRunsOnEveryVersion(RuntimeAbi version) {
        assertThat(run(like(version), module(RuntimeAbi.PORTABLE))).isEqualTo(Saxpy.expected(2, 1));
    }

    @Test
    void from23OnKernelsOnHostsAreNotLaunchedWithOlderArguments() {
        assertRefused(
                like(RuntimeAbi.LLVM_23).lenient(),
                module(RuntimeAbi.LLVM_22),
                "saxpy.yaml:7:12: error: kernel 'saxpy' is launched with arguments of version 2, and libomptarget 23 takes"
                        + " version 5 for kernels on hosts; emit the module for llvm-23 or portable");
    }

    @ParameterizedTest
    @EnumSource(names = {"LLVM_20", "LLVM_21", "LLVM_22"})
    void before23KernelsAreNotLaunchedWithItsArguments(RuntimeAbi version) {
        assertRefused(
                like(version).lenient(),
                module(RuntimeAbi.LLVM_23),
                "kernel 'saxpy' is launched with arguments of version 5, which "
                        + version.optionName().replace("llvm-", "libomptarget ")
                        + " takes for version 3; emit the module for " + version.optionName() + " or portable");
    }

    @Test
    void version19DoesNotReadTheNewEntries() {
        assertRefused(
                like(RuntimeAbi.LLVM_19).lenient(),
                module(RuntimeAbi.LLVM_20),
                "the module's entries have the format of LLVM 20 and later, which libomptarget 19 cannot read; emit it for"
                        + " llvm-19 or portable");
    }

    @Test
    void version19LaunchesOneDimensionOnly() {
        byte[] flat =
                changed(RuntimeAbi.LLVM_19, text -> text.replace("[i32 4, i32 1, i32 1]", "[i32 2, i32 2, i32 1]"));

        assertRefused(
                like(RuntimeAbi.LLVM_19),
                flat,
                "kernel 'saxpy' is launched with 2x2 blocks of 64 threads, and libomptarget 19 takes one-dimensional grids"
                        + " only");
    }

    @Test
    void version23WantsExactSizesToBeAskedFor() {
        byte[] loose = changed(RuntimeAbi.LLVM_23, text -> text.replace(STRICT, "store i64 0, ptr %Flags"));

        assertRefused(
                like(RuntimeAbi.LLVM_23),
                loose,
                "kernel 'saxpy' is launched without asking for exactly these sizes (bit 6 of the flags), which"
                        + " libomptarget 23 wants of kernels that have no environment");
        assertThat(run(like(RuntimeAbi.LLVM_23).lenient(), loose)).isEqualTo(Saxpy.expected(2, 1));
    }

    @Test
    void version23TakesTheLastEntryForItsOwn() {
        byte[] without = changed(
                RuntimeAbi.LLVM_23, text -> text.replace("store i32 6, ptr %NumArgs", "store i32 5, ptr %NumArgs"));

        assertRefused(
                like(RuntimeAbi.LLVM_23).lenient(),
                without,
                "kernel 'saxpy' is launched without a last entry for what libomptarget 23 adds, so the last argument is"
                        + " lost");
    }

    @ParameterizedTest
    @CsvSource({"LLVM_19, false", "LLVM_20, false", "LLVM_21, false", "LLVM_22, true", "LLVM_23, true"})
    void theDevicePointerOfWhatIsNotMapped(RuntimeAbi version, boolean host) {
        ByteBuffer memory = RawCalls.memory(64);
        Entry entry = Entry.of(memory, 16, 0, "m", MapFlag.RETURN_PARAM);
        try (OffloadRuntime runtime = OffloadRuntime.embedded(like(version));
                OffloadProgram image = OffloadJit.on(runtime).build().load(module(RuntimeAbi.PORTABLE), "image");
                OffloadProgram program = OffloadJit.on(runtime).build().load(RawCalls.PROGRAM);
                RawCalls calls = new RawCalls(program)) {
            image.function("run_saxpy");
            assertThat(calls.call("begin", 0, entry)[0]).isEqualTo(host ? entry.base() : 0);
            calls.call("end", 0, entry);
        }
    }

    @ParameterizedTest
    @CsvSource({"LLVM_19, true", "LLVM_20, true", "LLVM_21, true", "LLVM_22, false", "LLVM_23, false"})
    void entriesThatAttach(RuntimeAbi version, boolean refused) {
        ByteBuffer memory = RawCalls.memory(64);
        Entry entry = Entry.of(memory, 16, 8, "m", MapFlag.ATTACH);
        try (OffloadRuntime runtime = OffloadRuntime.embedded(like(version));
                OffloadProgram image = OffloadJit.on(runtime).build().load(module(RuntimeAbi.PORTABLE), "image");
                OffloadProgram program = OffloadJit.on(runtime).build().load(RawCalls.PROGRAM);
                RawCalls calls = new RawCalls(program)) {
            image.function("run_saxpy");
            if (refused) {
                assertThatThrownBy(() -> calls.call("begin", 0, entry))
                        .hasMessageContaining("'m' stores the address of what a pointer points to, which "
                                + version.optionName().replace("llvm-", "libomptarget ")
                                + " takes for memory to map; emit the module for that runtime ABI, or portable");
            } else {
                calls.call("begin", 0, entry);
                calls.call("end", 0, entry);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LLVM_19, 0", "LLVM_20, 4", "LLVM_22, 4", "LLVM_23, 4"})
    void devicesWithoutAnImage(RuntimeAbi version, int devices) {
        assertThat(devices(like(version))).isEqualTo(devices);
    }

    @ParameterizedTest
    @CsvSource({"LLVM_20, 4", "LLVM_21, 0", "LLVM_22, 0", "LLVM_23, 0"})
    void devicesThatAreDisabled(RuntimeAbi version, int devices) {
        assertThat(devices(like(version).disabled())).isEqualTo(devices);
    }

    private static int devices(EmbeddedOptions options) {
        try (OffloadRuntime runtime = OffloadRuntime.embedded(options);
                OffloadProgram program = OffloadJit.on(runtime).build().load(RawCalls.PROGRAM)) {
            return program.function("devices").call().asInt();
        }
    }
}
