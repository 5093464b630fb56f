package io.github.offload4j.irtests.device;

import static io.github.offload4j.irtests.filecheck.IrAssert.assertThat;

import io.github.offload4j.irtests.fixture.KernelSource;
import org.junit.jupiter.api.Test;

/** Kernels for AMD's GPUs. */
class AmdgcnAssemblyTest {
    private static String assembly(String kernels) {
        return new KernelSource(kernels).assembly("amdgcn:gfx90a");
    }

    @Test
    void aKernelHasADescriptorOfCodeObjectVersion5() {
        assertThat(assembly("saxpy")).matchesFileCheck("""
                CHECK: .amdgcn_target "amdgcn-amd-amdhsa--gfx90a"
                CHECK: .amdhsa_code_object_version 5
                CHECK: .globl saxpy
                CHECK: saxpy:
                CHECK: .amdhsa_kernel saxpy
                CHECK: .symbol: saxpy.kd
                CHECK: amdhsa.version:
                CHECK-NEXT: - 1
                CHECK-NEXT: - 2
                """);
    }

    @Test
    void explicitArgumentsAreSlotsOfEightBytes() {
        assertThat(assembly("scalars")).matchesFileCheck("""
                CHECK: amdhsa.kernels:
                CHECK: .name: dyn_ptr
                CHECK-NEXT: .offset: 0
                CHECK-NEXT: .size: 8
                CHECK: .name: out
                CHECK-NEXT: .offset: 8
                CHECK-NEXT: .size: 8
                CHECK: .name: flag
                CHECK-NEXT: .offset: 16
                CHECK-NEXT: .size: 8
                CHECK: .name: real
                CHECK-NEXT: .offset: 72
                CHECK-NEXT: .size: 8
                CHECK: .max_flat_workgroup_size: 1024
                """);
    }

    @Test
    void memoryIsTheDevicesOwn() {
        assertThat(assembly("saxpy")).matchesFileCheck("""
                CHECK-NOT: flat_load
                CHECK: global_load_dword
                CHECK: global_store_dword
                CHECK-NOT: flat_store
                """);
    }

    @Test
    void sizesComeFromTheImplicitArguments() {
        assertThat(assembly("indices")).matchesFileCheck("""
                CHECK: .amdhsa_kernarg_size 272
                CHECK: .amdhsa_system_sgpr_workgroup_id_x 1
                CHECK-NEXT: .amdhsa_system_sgpr_workgroup_id_y 1
                CHECK-NEXT: .amdhsa_system_sgpr_workgroup_id_z 1
                CHECK: .amdhsa_system_vgpr_workitem_id 2
                CHECK: .offset: 16
                CHECK-NEXT: .size: 4
                CHECK-NEXT: .value_kind: hidden_block_count_x
                CHECK: .offset: 28
                CHECK-NEXT: .size: 2
                CHECK-NEXT: .value_kind: hidden_group_size_x
                """);
    }

    @Test
    void sharedMemoryIsCountedAndTheBarrierOrdersIt() {
        assertThat(assembly("shared-static")).matchesFileCheck("""
                CHECK: ds_write_b32
                CHECK: s_waitcnt lgkmcnt(0)
                CHECK: s_barrier
                CHECK: ds_read_b32
                CHECK: .amdhsa_group_segment_fixed_size 256
                """);
    }

    @Test
    void sharedMemoryOfUnknownSizeIsAskedForByTheLaunch() {
        assertThat(assembly("shared-dynamic")).matchesFileCheck("""
                CHECK: .amdhsa_group_segment_fixed_size 0
                CHECK: .value_kind: hidden_dynamic_lds_size
                """);
    }
}
