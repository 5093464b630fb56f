package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assertRejected;

import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import org.junit.jupiter.api.Test;

/** What a user is told of kernels that no device can run. */
class RefusalsTest {
    @Test
    void everyReasonIsToldAtOnce() {
        assertRejected(NVIDIA, """
                declare void @first()
                declare void @second()
                define void @k() "offload-kernel" {
                  call void @first()
                  call void @second()
                  ret void
                }
                define void @l(x86_fp80 %x) "offload-kernel" { ret void }
                """, Reason.KERNEL, """
                'k' cannot be compiled for nvptx64:sm_90: it calls 'first', which has no body; link its definition into the \
                kernel module
                'k' cannot be compiled for nvptx64:sm_90: it calls 'second', which has no body; link its definition into the \
                kernel module
                'l' cannot be compiled for nvptx64:sm_90: parameter 1 is x86_fp80; a kernel takes pointers, numbers, and \
                structures, arrays and vectors of these""");
    }

    @Test
    void aFunctionIsNamedAsInItsSource() {
        assertRejected(
                NVIDIA,
                """
                declare void @first()
                define void @_Z5scalePfi(ptr %x, i32 %n) "offload-kernel" {
                  call void @first()
                  ret void
                }
                """,
                Reason.KERNEL,
                "'_Z5scalePfi' (scale(float*, int)) cannot be compiled for nvptx64:sm_90: it calls 'first', which has no body;"
                        + " link its definition into the kernel module");
    }
}
