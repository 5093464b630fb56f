package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assembly;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertRejected;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.DeviceVariable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables in the section {@code offload.device}. */
class ModuleVariablesTest {
    private static final String SECTION = ", section \"offload.device\"\n";
    private static final String USE = "%v = load i32, ptr @v\nstore i32 %v, ptr %p\nret void";

    private static List<DeviceVariable> described(String target, String module) {
        return DeviceCompiler.create()
                .compile(module.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse(target))
                .variables();
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal global i32 5", "global i32 5", "linkonce_odr global i32 5", "weak global i32 5"})
    void haveTheSymbolThatARuntimeLooksForWhateverTheyAreInTheirModule(String variable) {
        String module = kernel("@v = " + variable + SECTION, USE);

        assertThat(assembly(NVIDIA, module)).contains(".visible .global .align 4 .u32 v = 5;");
        assertThat(assembly(AMD, module)).contains("\t.protected\tv", "\t.globl\tv", "\t.size\tv, 4");
        assertThat(assembly(HOST, module))
                .contains("\t.globl\tv", "\t.size\tv, 4")
                .doesNotContain("offload.device", ".hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {NVIDIA, AMD, HOST})
    void areKeptWhereNoKernelUsesThem(String target) {
        assertThat(assembly(target, kernel("@spare = global i32 0" + SECTION, "ret void")))
                .contains("spare");
    }

    @Test
    void thatAreDeclaredBeginWithZeros() {
        assertThat(described(HOST, kernel("@v = external global i32" + SECTION, USE)))
                .containsExactly(new DeviceVariable("v", 4, 4, new byte[0]));
    }

    @Test
    void areDescribedWithTheirBytes() {
        String struct =
                "@v = global { i8, i32, [2 x half], i128, ptr } { i8 1, i32 -2, [2 x half] [half 1.0, half 0.0],"
                        + " i128 18446744073709551618, ptr null }, align 32" + SECTION;

        assertThat(described(AMD, kernel(struct, "ret void")))
                .containsExactly(new DeviceVariable("v", 40, 32, new byte[] {
                    1, 0, 0, 0, -2, -1, -1, -1, 0, 0x3c, 0, 0, 0, 0, 0, 0,
                    2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0, 0, 0
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "constant i32 5 | is a constant, which every kernel has by itself; leave the section out",
                "thread_local global i32 5 | is thread-local; a device has no such variables",
                "addrspace(3) global i32 undef | is in address space 3; a device variable is in address space 0, whatever the"
                        + " device calls its memory",
                "external global [0 x i32] | is [0 x i32], which has no size; declare it with its length",
                "global ptr @k | begins with an address, which is not the same on the host; let a kernel store it",
            })
    void thatHostAndDeviceCannotShare(String variable, String why) {
        String module = kernel("@v = " + variable + SECTION, "ret void");

        for (String target : List.of(NVIDIA, AMD, HOST)) {
            assertRejected(target, module, Reason.KERNEL, "kernels.ll: device variable 'v' " + why);
        }
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertRejected(
                HOST,
                kernel("@a = thread_local global i32 0" + SECTION + "@b = external global {}" + SECTION, "ret void"),
                Reason.KERNEL,
                "kernels.ll: device variable 'a' is thread-local; a device has no such variables\n"
                        + "kernels.ll: device variable 'b' is {}, which has no size; declare it with its length");
    }

    @Test
    void ofNamesThatPtxDoesNotAllow() {
        String module = kernel("@f.count = internal global i32 0" + SECTION, "ret void");

        assertRejected(
                NVIDIA,
                module,
                Reason.KERNEL,
                "kernels.ll: device variable 'f.count' has a name that PTX does not allow, which takes letters, digits, '_'"
                        + " and '$'");
        assertCompiles(AMD, module);
        assertCompiles(HOST, module);
    }

    @Test
    void mayBeWhatCodeAtLoadTimeSetsUpOnTheHost() {
        assertCompiles(
                HOST,
                kernel(
                        "@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }]"
                                + " [{ i32, ptr, ptr } { i32 65535, ptr @setup, ptr null }]\n@v = global i32 0"
                                + SECTION
                                + "define internal void @setup() {\n store i32 1, ptr @v\n ret void\n}\n",
                        USE));
    }
}
