package io.github.offload4j.irtests.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.diagnostic.TransferRemark.Kind;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of each site, and that a site which is said to be kept is emitted as a split one. */
class RemarksTest extends RemarkedFunctions {
    @Test
    void sitesInARowAreMerged() {
        assertThat(words("""
                define void @run(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
                  call void @two(ptr %x, ptr %y) [ HOST, MAP(0, 3), MAP(1, 1) ]
                  call void @two(ptr %x, ptr %y) [ HOST, MAP(0, 3), MAP(1, 1) ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """))
                .containsExactly(
                        "'two' in 'run': merged 'x', 'y' with the site behind; saves up to 64 bytes each time",
                        "'two' in 'run': merged 'x' with the sites before and behind; merged 'y' with the site before;"
                                + " saves up to 192 bytes each time",
                        "'f' in 'run': merged 'x' with the site before; saves up to 64 bytes each time");
    }

    @Test
    void sitesInLoopsAreMoved() {
        assertThat(words("""
                define void @run(ptr noalias nonnull %x) nounwind {
                entry:
                  br label %loop
                loop:
                  %i = phi i32 [ 0, %entry ], [ %n, %loop ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  %n = add i32 %i, 1
                  %more = icmp ult i32 %n, 10
                  br i1 %more, label %loop, label %exit
                exit:
                  ret void
                }
                """))
                .containsExactly("'f' in 'run': moved 'x' in front of the loop; saves up to 128 bytes each time");
    }

    /** Said by the allocator's attributes, whatever its name; C's allocators, Rust's and everybody else's have them. */
    @Test
    void freshAllocationsAreToldApart() {
        assertThat(words("""
                declare noalias ptr @an_allocator(i64) nounwind allockind("alloc,uninitialized") allocsize(0)
                define void @run(ptr nonnull %y) nounwind {
                  %p = call ptr @an_allocator(i64 64)
                  %q = call ptr @an_allocator(i64 64)
                  call void @two(ptr %p, ptr %q) [ HOST, MAP(0, 1), MAP(1, 3) ]
                  store i32 1, ptr %y
                  call void @two(ptr %p, ptr %q) [ HOST, MAP(0, 1), MAP(1, 3) ]
                  ret void
                }
                """))
                .containsExactly(
                        "'two' in 'run': merged 'p', 'q' with the site behind",
                        "'two' in 'run': merged 'p', 'q' with the site before");
    }

    /** What the linker may put in place of the body may write. */
    @Test
    void aBodyThatCallsAReplaceableOneIsNotKnown() {
        assertThat(kept("""
                define weak void @replaceable(ptr %p) nounwind {
                  ret void
                }
                define internal void @reader_of_sorts(ptr %p) noinline nounwind {
                  call void @replaceable(ptr %p)
                  ret void
                }
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @reader_of_sorts(ptr %x) [ HOST, MAP(0, 1) ]
                  call void @reader_of_sorts(ptr %x) [ HOST, MAP(0, 1) ]
                  ret void
                }
                """)).isEqualTo("kept 'x': the callee may write it, and it is not copied back");
    }

    /** What takes a weak function's place may do what any function does, whatever the weak one does. */
    @Test
    void aReplaceableBodyBetweenSitesIsAnyFunction() {
        String weak = "define weak void @hook(ptr %p) nounwind {\n  ret void\n}\n";
        String run = """
                define void @run() nounwind {
                  call void @f(ptr @g) [ HOST, MAP(0, 3) ]
                  call void @hook(ptr null)
                  call void @f(ptr @g) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;

        assertThat(kept(weak + run)).isEqualTo("kept 'g': 'hook' may write it");
        remarks.clear();
        assertThat(kept(weak.replace("weak", "linkonce_odr") + run)).isEqualTo("kept 'g': 'hook' may write it");
    }

    /** What a weak body asks of the runtime, the one in its place may ask too; so may what an alias stands for. */
    @Test
    void whatAReplaceableBodyAsksOfTheRuntimeCounts() {
        String other = """
                define weak void @hook(ptr readonly nocapture %p) nounwind memory(argmem: read) {
                  %q = call ptr @omp_get_mapped_ptr(ptr %p, i32 0)
                  ret void
                }
                @second = weak alias void (ptr), ptr @hook
                @chosen = ifunc void (ptr), ptr @choose
                define ptr @choose() {
                  ret ptr @hook
                }
                """;
        for (String name : List.of("hook", "second", "chosen")) {
            remarks.clear();
            String called = name.equals("hook") ? "'hook'" : "a computed function";

            assertThat(kept(other + """
                    define void @run(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
                      call void @f(ptr %x) [ HOST, MAP(0, 1) ]
                      call void @NAME(ptr %y) nounwind memory(argmem: read)
                      call void @f(ptr %x) [ HOST, MAP(0, 1) ]
                      ret void
                    }
                    """.replace("NAME", name)))
                    .isEqualTo("kept 'x': " + called + " may ask for what is mapped, or change it");
        }
    }

    /** A body that only stands here for inlining may be another where it runs. */
    @Test
    void aBodyThatIsAvailableExternallyIsNotKnown() {
        assertThat(kept("""
                define available_externally void @elsewhere(ptr %p) nounwind {
                  ret void
                }
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @elsewhere(ptr %x) [ HOST, MAP(0, 1) ]
                  call void @elsewhere(ptr %x) [ HOST, MAP(0, 1) ]
                  ret void
                }
                """)).isEqualTo("kept 'x': the callee may write it, and it is not copied back");
    }

    /** LLVM infers what a body between two sites does, also in other words than the bundled LLVM understands. */
    @Test
    void whatABodyBetweenSitesDoesNotTouchStays() {
        assertThat(words("""
                define internal i32 @sum(ptr captures(none) %p) noinline {
                  %slot = alloca ptr
                  store ptr %p, ptr %slot
                  %q = load ptr, ptr %slot
                  %v = load i32, ptr %q
                  ret i32 %v
                }
                define void @run(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  %v = call i32 @sum(ptr %y)
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """))
                .containsExactly(
                        "'f' in 'run': merged 'x' with the site behind; saves up to 64 bytes each time",
                        "'f' in 'run': merged 'x' with the site before; saves up to 64 bytes each time");
    }

    @Test
    void whatAsksForTheMappingEndsResidency() {
        assertThat(reason("%p = call ptr @omp_get_mapped_ptr(ptr %x, i32 0)"))
                .isEqualTo("kept 'x': 'omp_get_mapped_ptr' may ask for what is mapped, or change it");
    }

    @Test
    void whatOnlyAsksForDevicesDoesNot() {
        assertThat(words("""
                declare i32 @omp_get_num_devices() nounwind
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  %n = call i32 @omp_get_num_devices()
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """)).first().asString().contains("merged 'x'");
    }

    /** An image for a GPU tells nothing of its kernels; the source that it was compiled from does. */
    @Test
    void whatAKernelWithAKnownSourceDoesNotUseIsTrimmed() {
        String text = """
                declare void @scale(ptr, ptr, ptr)
                define void @run(ptr noalias nonnull %in, ptr noalias nonnull %out, ptr noalias nonnull %spare) nounwind {
                  call void @scale(ptr %in, ptr %out, ptr %spare) [ "offload"(i1 false, i64 0),
                    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1),
                    "offload.map"(i32 0, i64 64, i64 3), "offload.map"(i32 1, i64 64, i64 3),
                    "offload.map"(i32 2, i64 64, i64 3) ]
                  ret void
                }
                """;
        String kernels = """
                define void @scale(ptr %in, ptr %out, ptr %spare) "offload-kernel" {
                  %value = load float, ptr %in
                  store float %value, ptr %out
                  ret void
                }
                """;

        assertThat(remarks(text, List.of()))
                .containsExactly("'scale' in 'run': kept 'in', 'out', 'spare': no other site of the function uses it");
        assertThat(remarks(text, List.of(kernels)))
                .containsExactly("'scale' in 'run': kept 'in', not copied back: no other site of the function uses it;"
                        + " kept 'out': no other site of the function uses it;"
                        + " kept 'spare', not copied in, not copied back: no other site of the function uses it;"
                        + " nothing reads what is copied in of 'out'; map it 'from' if every byte is written;"
                        + " saves up to 192 bytes each time");
    }

    @Test
    void aSourceThatDoesNotParseIsRefused() {
        assertThatThrownBy(() -> remarks("""
                        declare void @f(ptr)
                        define void @run(ptr %x) {
                          call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
                          ret void
                        }
                        """, List.of("define void @k( {")))
                .isInstanceOf(OffloadException.class)
                .hasMessageStartingWith("kernels:1:18: error: expected type");
    }

    private static List<String> remarks(String text, List<String> kernels) {
        OffloadOptions options =
                OffloadOptions.builder().transfers(Transfers.RESIDENT).build();
        List<String> remarks = new ArrayList<>();
        Lowering lowering = Lowering.with(options).remarkingTo(remark -> remarks.add(remark.toString()));
        for (String source : kernels) {
            lowering = lowering.knowingKernels(source.getBytes(UTF_8));
        }
        try (TestModule module = TestModule.parse(options, text)) {
            lowering.lower(module.raw());
        }
        return remarks;
    }

    @Test
    void whatTheCalleeNeverWritesIsTrimmed() {
        assertThat(words("""
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @reader(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """))
                .containsExactly("'reader' in 'run': kept 'x', not copied back: no other site of the function uses it;"
                        + " saves up to 64 bytes each time");
    }

    @Test
    void savedBytesAreLeftOutWhereASizeIsComputed() {
        words("""
                define void @run(ptr noalias nonnull %x, i64 %n) nounwind {
                  call void @f(ptr %x) [ HOST, "offload.map"(i32 0, i64 %n, i64 3) ]
                  call void @f(ptr %x) [ HOST, "offload.map"(i32 0, i64 %n, i64 3) ]
                  ret void
                }
                """);
        assertThat(remarks).extracting(TransferRemark::savedBytes).allMatch(java.util.OptionalLong::isEmpty);
        assertThat(remarks).extracting(TransferRemark::kind).containsOnly(Kind.MERGED);
    }

    @Test
    void harmlessThingsInBetweenDoNotMatter() {
        words("""
                define void @run(ptr noalias nonnull %x, ptr nonnull %y) nounwind {
                  %slot = alloca i32
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  store i32 1, ptr %slot
                  store i32 1, ptr %y
                  %v = load i32, ptr %y
                  call void @touch(ptr %y)
                  call void @other()
                  call void @pure()
                  %w = load i32, ptr @g
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """);
        assertThat(remarks).extracting(TransferRemark::kind).containsExactly(Kind.MERGED, Kind.MERGED);
    }

    @Test
    void readingWhatTheDeviceOnlyReadsDoesNotMatter() {
        words("""
                define i32 @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 1) ]
                  %v = load i32, ptr %x
                  call void @f(ptr %x) [ HOST, MAP(0, 1) ]
                  ret i32 %v
                }
                """);
        assertThat(remarks).extracting(TransferRemark::kind).containsExactly(Kind.MERGED, Kind.MERGED);
    }

    @Test
    void splitTransfersGetNoRemarks() {
        lower(Transfers.SPLIT, """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """);
        assertThat(remarks).isEmpty();
    }
}
