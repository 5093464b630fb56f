package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assembly;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LLVM's functions for one family of GPUs, in kernels for the other. */
class ForeignIntrinsicsTest {
    private static String call(String result, String name, String types, String arguments) {
        boolean gives = !result.equals("void");
        return kernel(
                "declare " + result + " @" + name + "(" + types + ")",
                "%f = sitofp i32 %n to float\n%c = icmp eq i32 %n, 3\n" + (gives ? "%v = " : "") + "call " + result
                        + " @"
                        + name + "(" + arguments + ")\n" + (gives ? "store " + result + " %v, ptr %p\n" : "")
                        + "ret void");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i32   | llvm.nvvm.read.ptx.sreg.tid.x     |          |                    | s_endpgm ",
                "i32   | llvm.nvvm.read.ptx.sreg.ctaid.y   |          |                    | s_endpgm ",
                "i32   | llvm.nvvm.read.ptx.sreg.ntid.z    |          |                    | s_endpgm ",
                "i32   | llvm.nvvm.read.ptx.sreg.nctaid.x  |          |                    | s_load   ",
                "i32   | llvm.nvvm.read.ptx.sreg.laneid    |          |                    | v_mbcnt_lo",
                "i32   | llvm.nvvm.read.ptx.sreg.warpsize  |          |                    | 32       ",
                "i32   | llvm.nvvm.read.ptx.sreg.lanemask.lt|         |                    | v_mbcnt_lo",
                "i32   | llvm.nvvm.read.ptx.sreg.lanemask.ge|         |                    | v_mbcnt_lo",
                "void  | llvm.nvvm.barrier0                |          |                    | s_barrier",
                "void  | llvm.nvvm.barrier.n               | i32      | i32 0              | s_barrier",
                "void  | llvm.nvvm.barrier.sync            | i32      | i32 0              | s_barrier",
                "void  | llvm.nvvm.membar.cta              |          |                    | s_endpgm ",
                "void  | llvm.nvvm.membar.gl               |          |                    | buffer_wbinvl1",
                "void  | llvm.nvvm.membar.sys              |          |                    | buffer_wbinvl1",
                "void  | llvm.nvvm.bar.warp.sync           | i32      | i32 -1             | s_endpgm ",
                "i32   | llvm.nvvm.vote.ballot.sync        | i32, i1  | i32 -1, i1 %c      | v_cmp    ",
                "i1    | llvm.nvvm.vote.any.sync           | i32, i1  | i32 -1, i1 %c      | s_endpgm ",
                "i1    | llvm.nvvm.vote.all.sync           | i32, i1  | i32 -1, i1 %c      | s_endpgm ",
                "i1    | llvm.nvvm.vote.uni.sync           | i32, i1  | i32 -1, i1 %c      | s_endpgm ",
                "i32   | llvm.nvvm.shfl.sync.idx.i32  | i32, i32, i32, i32 | i32 -1, i32 %n, i32 1, i32 31 | ds_bpermute",
                "i32   | llvm.nvvm.shfl.sync.up.i32   | i32, i32, i32, i32 | i32 -1, i32 %n, i32 1, i32 0 | ds_bpermute",
                "float | llvm.nvvm.shfl.sync.down.f32 | i32, float, i32, i32 | i32 -1, float %f, i32 1, i32 31 | ds_bpermute",
                "float | llvm.nvvm.shfl.sync.bfly.f32 | i32, float, i32, i32 | i32 -1, float %f, i32 1, i32 31 | ds_bpermute",
            })
    void nvidiasOnAmds(String result, String name, String types, String arguments, String instruction) {
        String module = call(result, name, types == null ? "" : types, arguments == null ? "" : arguments);
        assertThat(assembly(AMD, module)).contains(instruction);
        assertCompiles("amdgcn:gfx1100", module);
        assertCompiles(NVIDIA, module);
        assertCompiles(HOST, module);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "i32  | llvm.amdgcn.workitem.id.z  | ''       | ''            | %tid.z",
                "i32  | llvm.amdgcn.workgroup.id.x | ''       | ''            | %ctaid.x",
                "void | llvm.amdgcn.s.barrier      | ''       | ''            | bar.sync",
                "void | llvm.amdgcn.wave.barrier   | ''       | ''            | bar.warp.sync",
                "i32  | llvm.amdgcn.wavefrontsize  | ''       | ''            | 32",
                "i64  | llvm.amdgcn.ballot.i64     | i1       | i1 %c         | vote.sync.ballot",
                "i32  | llvm.amdgcn.ballot.i32     | i1       | i1 %c         | vote.sync.ballot",
                "i32  | llvm.amdgcn.mbcnt.lo       | i32, i32 | i32 -1, i32 0 | popc.b32",
                "i32  | llvm.amdgcn.mbcnt.hi       | i32, i32 | i32 -1, i32 5 | 5;",
                "i32  | llvm.amdgcn.readlane.i32   | i32, i32 | i32 %n, i32 3 | shfl.sync.idx",
                "i32  | llvm.amdgcn.ds.bpermute    | i32, i32 | i32 12, i32 %n| shfl.sync.idx",
            })
    void amdsOnNvidias(String result, String name, String types, String arguments, String instruction) {
        String module = call(result, name, types, arguments);
        assertThat(assembly(NVIDIA, module)).contains(instruction);
        assertCompiles("amdgcn:gfx1100", module);
        assertCompiles(HOST, module);
    }

    @Test
    void onlyLanesThatAllTakePartHaveAMeaningElsewhere() {
        String module = call("i1", "llvm.nvvm.vote.any.sync", "i32, i1", "i32 %n, i1 %c");
        String why = "it calls llvm.nvvm.vote.any.sync with another argument 1 than -1, which has a meaning on its own"
                + " processors only";
        assertCompiles(NVIDIA, module);
        assertRefused(AMD, module, "k", why);
        assertRefused(HOST, module, "k", why);
    }

    @Test
    void onlyTheFirstBarrierHasAMeaningElsewhere() {
        assertRefused(
                AMD,
                call("void", "llvm.nvvm.barrier.n", "i32", "i32 1"),
                "k",
                "it calls llvm.nvvm.barrier.n with another argument 1 than 0, which has a meaning on its own processors"
                        + " only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"llvm.nvvm.read.ptx.sreg.warpid", "llvm.nvvm.read.ptx.sreg.clock", "llvm.nvvm.activemask"})
    void whatIsNotClearIsRefusedByName(String name) {
        String module = call("i32", name, "", "");
        assertRefused(AMD, module, "k", "it calls " + name + ", which other processors have");
        assertRefused(HOST, module, "k", "it calls " + name + ", which other processors have");
    }

    @Test
    void theLineIsTold() {
        assertRefused(AMD, """
                declare i32 @llvm.nvvm.read.ptx.sreg.warpid()
                define void @k(ptr %p) "offload-kernel" !dbg !4 {
                  %v = call i32 @llvm.nvvm.read.ptx.sreg.warpid(), !dbg !6
                  store i32 %v, ptr %p
                  ret void
                }
                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(language: DW_LANG_C, file: !1, emissionKind: FullDebug)
                !1 = !DIFile(filename: "k.c", directory: "")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !4 = distinct !DISubprogram(name: "k", file: !1, line: 3, type: !5, unit: !0, spFlags: DISPFlagDefinition)
                !5 = !DISubroutineType(types: !{})
                !6 = !DILocation(line: 4, column: 7, scope: !4)
                """, "k", "it calls llvm.nvvm.read.ptx.sreg.warpid, which other processors have (k.c:4:7)");
    }
}
