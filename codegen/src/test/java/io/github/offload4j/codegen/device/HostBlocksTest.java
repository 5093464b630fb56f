package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static io.github.offload4j.codegen.device.Kernels.kernel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which form kernels for hosts get whose threads wait for each other. */
class HostBlocksTest {
    private static final String DECLARATIONS = """
            @s = internal addrspace(3) global [64 x i32] poison
            declare i32 @offload.thread.id(i32)
            declare i32 @offload.block.id(i32)
            declare void @offload.barrier() convergent
            declare i32 @offload.shuffle.i32(i32, i32) convergent
            """;

    private static final String COROUTINE = "@k.item.resume";
    private static final String PARALLEL = "llvm.loop.parallel_accesses";

    private static String lowered(String body, OptimizationLevel level) {
        return lowered(DECLARATIONS, body, level);
    }

    private static String lowered(String others, String body, OptimizationLevel level) {
        return ir(kernel(others, body), level);
    }

    private static String ir(String module, OptimizationLevel level) {
        try (DeviceCode code = DeviceCompiler.create()
                .withLevel(level)
                .lower(module.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse(HOST))) {
            return code.ir();
        }
    }

    private static void assertLoops(String body, OptimizationLevel level) {
        assertThat(lowered(body, level)).doesNotContain(COROUTINE, "offload.item", "offload.barrier");
    }

    private static void assertCoroutines(String body, OptimizationLevel level) {
        assertThat(lowered(body, level)).contains(COROUTINE).doesNotContain("llvm.coro", "offload.item");
    }

    @ParameterizedTest
    @EnumSource(OptimizationLevel.class)
    void aBarrierThatNothingDecidesOver(OptimizationLevel level) {
        assertLoops("""
                %t = call i32 @offload.thread.id(i32 0)
                store i32 %t, ptr addrspace(3) @s
                call void @offload.barrier()
                %v = load i32, ptr addrspace(3) @s
                store i32 %v, ptr %p
                ret void
                """, level);
    }

    @ParameterizedTest
    @EnumSource(OptimizationLevel.class)
    void aLoopAndABranchThatArgumentsDecideOver(OptimizationLevel level) {
        assertLoops("""
                  br label %loop
                loop:
                  %i = phi i32 [ 0, %0 ], [ %next, %latch ]
                  %odd = and i32 %i, 1
                  %b = call i32 @offload.block.id(i32 0)
                  %some = icmp eq i32 %odd, %b
                  br i1 %some, label %wait, label %latch
                wait:
                  call void @offload.barrier()
                  br label %latch
                latch:
                  %next = add i32 %i, 1
                  %more = icmp slt i32 %next, %n
                  br i1 %more, label %loop, label %exit
                exit:
                  ret void
                """, level);
    }

    @ParameterizedTest
    @EnumSource(OptimizationLevel.class)
    void aBranchThatThreadsTakeWithoutABarrierInIt(OptimizationLevel level) {
        assertLoops("""
                  %t = call i32 @offload.thread.id(i32 0)
                  call void @offload.barrier()
                  %c = icmp ult i32 %t, 7
                  br i1 %c, label %some, label %exit
                some:
                  store volatile i32 %t, ptr %p
                  br label %exit
                exit:
                  call void @offload.barrier()
                  ret void
                """, level);
    }

    @Test
    void aVariableOfTheLoopThatIsNotPromotedYet() {
        assertLoops("""
                  %i = alloca i32
                  store i32 0, ptr %i
                  br label %loop
                loop:
                  call void @offload.barrier()
                  %v = load i32, ptr %i
                  %next = add i32 %v, 1
                  store i32 %next, ptr %i
                  %more = icmp slt i32 %next, %n
                  br i1 %more, label %loop, label %exit
                exit:
                  ret void
                """, OptimizationLevel.O0);
    }

    @ParameterizedTest
    @EnumSource(OptimizationLevel.class)
    void aLoopThatEachThreadGoesThroughInItsOwnWay(OptimizationLevel level) {
        assertCoroutines("""
                  %t = call i32 @offload.thread.id(i32 0)
                  br label %loop
                loop:
                  %i = phi i32 [ 0, %0 ], [ %next, %loop ]
                  call void @offload.barrier()
                  %next = add i32 %i, 1
                  %more = icmp slt i32 %next, %t
                  br i1 %more, label %loop, label %exit
                exit:
                  ret void
                """, level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%c0 = load i32, ptr %p",
                "%c0 = atomicrmw add ptr %p, i32 1 monotonic",
                "%c0 = call i32 @offload.thread.id(i32 1)",
                "%c0 = call i32 @offload.shuffle.i32(i32 %n, i32 0)",
                "%c0 = call i32 asm \"rdtsc\", \"={eax},~{edx}\"() nounwind willreturn memory(inaccessiblemem: read)",
            })
    void aReturnThatDependsOnWhatThreadsMayHaveDifferently(String condition) {
        assertCoroutines(condition + """

                          %c = icmp eq i32 %c0, %n
                          br i1 %c, label %exit, label %wait
                        wait:
                          call void @offload.barrier()
                          br label %exit
                        exit:
                          ret void
                        """, OptimizationLevel.O2);
    }

    /** Nobody writes what a pointer without an alias is only read through. */
    @Test
    void aNumberOfRoundsFromMemoryThatNobodyChanges() {
        String module = """
                declare void @offload.barrier() convergent
                define void @k(ptr noalias %rows, ptr %x) "offload-kernel" {
                  %a = getelementptr i32, ptr %rows, i32 1
                  %n = load i32, ptr %a
                  br label %loop
                loop:
                  %i = phi i32 [ 0, %0 ], [ %next, %loop ]
                  store volatile i32 1, ptr %x
                  call void @offload.barrier()
                  %next = add i32 %i, 1
                  %more = icmp slt i32 %next, %n
                  br i1 %more, label %loop, label %exit
                exit:
                  ret void
                }
                """;

        assertThat(ir(module, OptimizationLevel.O2)).doesNotContain(COROUTINE);
        assertThat(ir(module.replace("noalias", ""), OptimizationLevel.O2)).contains(COROUTINE);
        assertThat(ir(module.replace("ptr %x\n", "ptr %a\n"), OptimizationLevel.O2))
                .contains(COROUTINE);
    }

    /** The loop is left in different rounds by what would be the same for all in each. */
    @Test
    void aNumberOfRoundsThatIsUsedBehindTheLoop() {
        assertCoroutines("""
                  %t = call i32 @offload.thread.id(i32 0)
                  br label %loop
                loop:
                  %i = phi i32 [ 0, %0 ], [ %next, %loop ]
                  store volatile i32 %i, ptr %p
                  %next = add i32 %i, 1
                  %more = icmp slt i32 %next, %t
                  br i1 %more, label %loop, label %after
                after:
                  %c = icmp eq i32 %next, 3
                  br i1 %c, label %wait, label %exit
                wait:
                  call void @offload.barrier()
                  br label %exit
                exit:
                  ret void
                """, OptimizationLevel.O0);
    }

    @Test
    void copiesOfABarrierInBothArmsAreOnePlace() {
        String both = """
                  %t = call i32 @offload.thread.id(i32 0)
                  %c = icmp ult i32 %t, 7
                  br i1 %c, label %a, label %b
                a:
                  store volatile i32 1, ptr %p
                  call void @offload.barrier()
                  br label %exit
                b:
                  store volatile i32 2, ptr %p
                  call void @offload.barrier()
                  br label %exit
                exit:
                  ret void
                """;
        String place = "constant [16 x i8] c\"offload.barrier\\00\"";

        assertThat(lowered(DECLARATIONS.replace("barrier() convergent", "barrier()"), both, OptimizationLevel.O0))
                .contains(COROUTINE)
                .containsOnlyOnce(place);
        assertThat(lowered(both, OptimizationLevel.O0).split(place.replaceAll("[\\[\\]\\\\]", "\\\\$0"), -1))
                .hasSize(3);
    }

    @Test
    void nothingIsSaidOfTheOrderOfAtomicAccesses() {
        String body = """
                %t = call i32 @offload.thread.id(i32 0)
                %a = getelementptr i32, ptr %p, i32 %t
                UPDATE
                call void @offload.barrier()
                ret void
                """;

        assertThat(lowered(body.replace("UPDATE", "store i32 %t, ptr %a"), OptimizationLevel.O0))
                .contains(PARALLEL);
        assertThat(lowered(
                        body.replace("UPDATE", "store i32 %t, ptr %a\n%v = atomicrmw add ptr %p, i32 1 monotonic"),
                        OptimizationLevel.O0))
                .contains("atomicrmw")
                .doesNotContain("access.group");
    }

    @Test
    void aStackSlotOfAComputedSize() {
        assertRefused(
                HOST,
                kernel(
                        DECLARATIONS,
                        "%a = alloca i32, i32 %n\ncall void @offload.barrier()\nstore volatile i32 1, ptr %a\nret void"),
                "k",
                "it has a stack slot whose size is computed, or that is reserved behind the first block, and every thread"
                        + " of a block that waits for others would need its own");
    }

    @Test
    void theAddressOfASharedVariableInAnotherOne() {
        assertRefused(
                HOST,
                kernel(
                        DECLARATIONS
                                + "@q = internal constant [2 x ptr] [ptr addrspacecast (ptr addrspace(3) @s to ptr),"
                                + " ptr null]",
                        "%a = getelementptr ptr, ptr @q, i32 %n\n%v = load ptr, ptr %a\nstore i32 1, ptr %v\nret void"),
                "k",
                "the shared variable 's' is used by what another variable begins with, or by a function that is called"
                        + " through a pointer");
    }

    @Test
    void theFirstOfSeveralSharedVariablesIsNamed() {
        StringBuilder variables = new StringBuilder();
        StringBuilder addresses = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            variables.append("@s" + i + " = internal addrspace(3) global i32 poison\n");
            addresses.append("ptr addrspacecast (ptr addrspace(3) @s" + i + " to ptr), ");
        }
        assertRefused(
                HOST,
                kernel(
                        variables + "@q = internal constant [17 x ptr] [" + addresses + "ptr null]",
                        "%a = getelementptr ptr, ptr @q, i32 %n\n%v = load ptr, ptr %a\nstore i32 1, ptr %v\nret void"),
                "k",
                "the shared variable 's0' is used by what another variable begins with, or by a function that is called"
                        + " through a pointer");
    }

    @Test
    void theSameTextEveryTime() {
        String body = """
                  %a = alloca [4 x i32]
                  %t = call i32 @offload.thread.id(i32 0)
                  %v = call i32 @offload.shuffle.i32(i32 %t, i32 %n)
                  %i = and i32 %v, 3
                  %e = getelementptr i32, ptr %a, i32 %i
                  store volatile i32 %v, ptr %e
                  call void @offload.barrier()
                  %w = load volatile i32, ptr %e
                  %o = getelementptr i32, ptr addrspace(3) @s, i32 %t
                  store i32 %w, ptr addrspace(3) %o
                  ret void
                """;

        assertThat(lowered(body, OptimizationLevel.O3)).isEqualTo(lowered(body, OptimizationLevel.O3));
    }
}
