package io.github.offload4j.irtests.kernels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What LLVM's functions for GPUs give on a host, in a block of a whole warp, one that is not full, and a single block. */
class ForeignIntrinsicsTest {
    private static final int THREADS = 56;
    private static final int LANES = 32;
    private static final Pattern CALLED = Pattern.compile("call (\\S+) (@llvm\\.[\\w.]+)\\((.*)\\)");

    private static final String HOST = """
            target triple = "x86_64-unknown-linux-gnu"
            declare void @k(ptr)
            define void @launch(ptr %out) {
              call void @k(ptr %out) [
                  "offload"(i1 false, i64 -1),
                  "offload.grid"(i32 1, i32 1, i32 1),
                  "offload.block"(i32 56, i32 1, i32 1),
                  "offload.map"(i32 0, i64 224, i64 2) ]
              ret void
            }
            """;

    /** Checks what each thread computes. */
    private static void check(String code, IntUnaryOperator expected) {
        StringBuilder kernel = new StringBuilder("""
                @same = internal addrspace(3) global i32 poison
                declare i32 @offload.thread.id(i32)
                define void @k(ptr %out) "offload-kernel" {
                  %t = call i32 @offload.thread.id(i32 0)
                CODE
                  %at = getelementptr i32, ptr %out, i32 %t
                  store i32 %v, ptr %at
                  ret void
                }
                """.replace("CODE", code));
        CALLED.matcher(code)
                .results()
                .map(call -> "declare " + call.group(1) + " " + call.group(2) + "("
                        + call.group(3).replaceAll(" [^ ,]+(?=,|$)", "") + ")\n")
                .forEach(kernel::append);
        OffloadOptions options = OffloadOptions.defaults();
        int[] out = new int[THREADS];
        try (TestModule module = TestModule.parse(options, HOST)) {
            Lowering.with(options)
                    .embedding(DeviceCompiler.create()
                            .compile(kernel.toString().getBytes(UTF_8), "kernel.ll", DeviceTarget.parse("x86_64")))
                    .lower(module.raw());
            try (OffloadRuntime runtime = OffloadRuntime.embedded();
                    OffloadProgram program =
                            OffloadJit.on(runtime).build().load(module.text().getBytes(UTF_8), "host")) {
                program.function("launch").call(out);
            }
        }
        assertThat(out).isEqualTo(IntStream.range(0, THREADS).map(expected).toArray());
    }

    /** Returns the lane that a thread reads by a shuffle of NVIDIA's in segments of 8; its own for one that there is not. */
    private static int source(int thread, int source, boolean inRange) {
        int there = thread / LANES * LANES + source;
        return inRange && there < THREADS ? there : thread;
    }

    private static String shuffle(String mode, int lane, int clamp) {
        return "  %x = mul i32 %t, 3\n  %v = call i32 @llvm.nvvm.shfl.sync." + mode + ".i32(i32 -1, i32 %x, i32 " + lane
                + ", i32 " + ((LANES - 8) << 8 | clamp) + ")";
    }

    @Test
    void shufflesToALaneOfTheSegment() {
        check(shuffle("idx", 5, 7), t -> 3 * source(t, t % LANES / 8 * 8 + 5, true));
    }

    @Test
    void shufflesUp() {
        check(shuffle("up", 3, 0), t -> 3 * source(t, t % LANES - 3, t % 8 >= 3));
    }

    @Test
    void shufflesDown() {
        check(shuffle("down", 2, 7), t -> 3 * source(t, t % LANES + 2, t % 8 + 2 < 8));
    }

    @Test
    void shufflesByAButterfly() {
        check(shuffle("bfly", 6, 7), t -> 3 * source(t, t % LANES ^ 6, true));
    }

    @Test
    void shufflesNumbersWithAPoint() {
        check("""
                  %x = sitofp i32 %t to float
                  %y = call float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %x, i32 1, i32 31)
                  %v = fptosi float %y to i32""", t -> t ^ 1);
    }

    @Test
    void votes() {
        int odd = 0xaaaaaaaa;
        check("""
                  %b = trunc i32 %t to i1
                  %v = call i32 @llvm.nvvm.vote.ballot.sync(i32 -1, i1 %b)""", t -> t < LANES ? odd : odd & 0xffffff);
        check("""
                  %b = icmp ugt i32 %t, 40
                  %some = call i1 @llvm.nvvm.vote.any.sync(i32 -1, i1 %b)
                  %every = call i1 @llvm.nvvm.vote.all.sync(i32 -1, i1 %b)
                  %same = call i1 @llvm.nvvm.vote.uni.sync(i32 -1, i1 %b)
                  %x = zext i1 %some to i32
                  %y = select i1 %every, i32 2, i32 0
                  %z = select i1 %same, i32 4, i32 0
                  %xy = or i32 %x, %y
                  %v = or i32 %xy, %z""", t -> t < LANES ? 4 : 1);
    }

    @Test
    void registersOfNvidia() {
        check("  %v = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()", t -> t);
        check("  %v = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()", t -> THREADS);
        check("  %v = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()", t -> 0);
        check("  %v = call i32 @llvm.nvvm.read.ptx.sreg.nctaid.z()", t -> 1);
        check("  %v = call i32 @llvm.nvvm.read.ptx.sreg.laneid()", t -> t % LANES);
        check("  %v = call i32 @llvm.nvvm.read.ptx.sreg.warpsize()", t -> LANES);
        check("  %v = call i32 @llvm.nvvm.read.ptx.sreg.lanemask.le()", t -> (int) ((2L << t % LANES) - 1));
        check("  %v = call i32 @llvm.nvvm.read.ptx.sreg.lanemask.gt()", t -> (int) -(2L << t % LANES));
    }

    @Test
    void wavefrontsOfAmd() {
        check("  %v = call i32 @llvm.amdgcn.workitem.id.x()", t -> t);
        check("  %v = call i32 @llvm.amdgcn.workgroup.id.x()", t -> 0);
        check("  %v = call i32 @llvm.amdgcn.wavefrontsize()", t -> LANES);
        check("""
                  %low = call i32 @llvm.amdgcn.mbcnt.lo(i32 -1, i32 0)
                  %v = call i32 @llvm.amdgcn.mbcnt.hi(i32 -1, i32 %low)""", t -> t % LANES);
        check("""
                  %b = icmp ult i32 %t, 3
                  %all = call i64 @llvm.amdgcn.ballot.i64(i1 %b)
                  %v = trunc i64 %all to i32""", t -> t < LANES ? 7 : 0);
        check("  %v = call i32 @llvm.amdgcn.readlane.i32(i32 %t, i32 4)", t -> t / LANES * LANES + 4);
        check(
                """
                  %next = add i32 %t, 1
                  %address = shl i32 %next, 2
                  %v = call i32 @llvm.amdgcn.ds.bpermute(i32 %address, i32 %t)""",
                t -> {
                    int there = t / LANES * LANES + (t + 1) % LANES;
                    return there < THREADS ? there : 0;
                });
    }

    /** All threads write the same, and all see it behind the barrier. */
    @Test
    void barriersAndFences() {
        check("""
                  %first = icmp eq i32 %t, 0
                  %x = select i1 %first, i32 7, i32 7
                  store i32 %x, ptr addrspace(3) @same
                  call void @llvm.nvvm.membar.cta()
                  call void @llvm.nvvm.barrier0()
                  %y = load i32, ptr addrspace(3) @same
                  call void @llvm.amdgcn.s.barrier()
                  %v = add i32 %y, %t""", t -> 7 + t);
    }
}
