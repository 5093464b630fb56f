package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.kernel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Atomic accesses on hosts, by whom they are for. */
class HostAtomicsTest {
    private static final String ASKS = "call i1 @.offload.cores.alone(";
    private static final String LOCKED = "atomicrmw";

    private static String ir(DeviceCompiler compiler, String body) {
        return ir(compiler, "", body);
    }

    private static String ir(DeviceCompiler compiler, String others, String body) {
        byte[] module = kernel(others, body).getBytes(UTF_8);
        try (DeviceCode code = compiler.lower(module, "kernels.ll", DeviceTarget.parse("x86_64"))) {
            return code.ir();
        }
    }

    private static String add(String scope) {
        return "%r = atomicrmw add ptr %p, i32 1 " + scope + " monotonic\nret void";
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "device", "cluster", "agent-one-as"})
    void oneForTheDeviceIsLockedOnlyBesideOtherThreads(String scope) {
        assertThat(ir(DeviceCompiler.create(), add("syncscope(\"" + scope + "\")")))
                .containsOnlyOnce(ASKS)
                .contains(LOCKED)
                .containsPattern("add i32 %\\S+, 1\n")
                .doesNotContain("syncscope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "syncscope(\"system\")", "syncscope(\"one-as\")", "syncscope(\"singlethread\")"})
    void oneForTheWholeSystemOrForSignalHandlersIsLocked(String scope) {
        assertThat(ir(DeviceCompiler.create(), add(scope))).doesNotContain(ASKS).contains(LOCKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"workgroup", "block", "wavefront"})
    void oneForTheBlockIsNever(String scope) {
        assertThat(ir(DeviceCompiler.create(), add("syncscope(\"" + scope + "\")")))
                .doesNotContain(ASKS)
                .doesNotContain(LOCKED);
    }

    @Test
    void whatNamesNoScopeIsForTheDeviceWhereTheCompilerIsTold() {
        assertThat(ir(DeviceCompiler.create().withAtomicsOfDevice(), add("")))
                .contains(ASKS)
                .contains(LOCKED);
        assertThat(ir(DeviceCompiler.create().withAtomicsOfDevice(), add("syncscope(\"system\")")))
                .doesNotContain(ASKS);
    }

    @Test
    void onOtherTargetsTooIsItForTheDeviceThen() {
        DeviceCompiler compiler = DeviceCompiler.create().withAtomicsOfDevice();
        assertThat(Kernels.assembly(compiler, "nvptx64:sm_90", kernel("", "fence seq_cst\n" + add(""))))
                .contains("fence.sc.gpu")
                .doesNotContain("sys");
    }

    @Test
    void aVolatileOneIsLocked() {
        assertThat(ir(
                        DeviceCompiler.create(),
                        "%r = atomicrmw volatile add ptr %p, i32 1 syncscope(\"agent\") monotonic\nret void"))
                .doesNotContain(ASKS)
                .contains(LOCKED);
    }

    @Test
    void whatIsNoDearerThanAPlainAccessStaysWhatItIs() {
        assertThat(ir(
                        DeviceCompiler.create(),
                        "%r = load atomic i32, ptr %p syncscope(\"agent\") acquire, align 4\n"
                                + "store atomic i32 %r, ptr %p syncscope(\"workgroup\") release, align 4\nret void"))
                .doesNotContain(ASKS)
                .contains("load atomic");
    }

    @Test
    void sharedVariablesAreTheBlocksOwnWhateverTheScope() {
        assertThat(ir(DeviceCompiler.create(), """
                        @counts = internal addrspace(3) global [4 x i32] undef
                        declare ptr @offload.shared.dynamic()
                        declare void @offload.barrier()
                        """, """
                        %place = getelementptr i32, ptr addrspacecast (ptr addrspace(3) @counts to ptr), i32 %n
                        %a = atomicrmw add ptr %place, i32 1 seq_cst
                        %shared = call ptr @offload.shared.dynamic()
                        %b = atomicrmw add ptr %shared, i32 1 seq_cst
                        call void @offload.barrier()
                        %c = load i32, ptr %place
                        store i32 %c, ptr %p
                        %d = load i32, ptr %shared
                        store i32 %d, ptr %p
                        ret void
                        """)).doesNotContain(LOCKED);
    }

    @Test
    void threadsThatAreCoroutinesLockWhatIsForTheDevice() {
        String body = """
                %r = atomicrmw add ptr %p, i32 1 syncscope("agent") monotonic
                call void @offload.barrier()
                ret void
                """;
        assertThat(ir(DeviceCompiler.create().withCoroutines(), "declare void @offload.barrier()", body))
                .contains(LOCKED)
                .doesNotContain("syncscope");
    }

    @Test
    void aFenceForTheBlockOrdersNothingForOtherThreads() {
        assertThat(ir(DeviceCompiler.create(), "fence syncscope(\"workgroup\") seq_cst\nret void"))
                .doesNotContain("fence seq_cst");
    }
}
