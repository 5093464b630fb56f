package io.github.offload4j.irtests.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.TransferRemark.Kind;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is said of each site, and that a site which is said to be kept is emitted as a split one. */
class RemarksTest {
    private static final String DECLARATIONS = """
            @g = global [16 x i32] zeroinitializer
            declare void @f(ptr) nounwind
            declare void @two(ptr, ptr) nounwind
            declare void @reader(ptr readonly) nounwind
            declare void @unknown(ptr)
            declare void @touch(ptr) nounwind
            declare void @look(ptr readonly nocapture) nounwind memory(argmem: read)
            declare void @other() nounwind
            declare void @pure() nounwind memory(none)
            declare ptr @omp_get_mapped_ptr(ptr, i32) nounwind memory(none)
            """;

    private final List<TransferRemark> remarks = new ArrayList<>();

    /** Lowers the body of a function with {@code MAP(index, bits)} of 64 bytes and calls on device 0. */
    private String lower(Transfers transfers, String function) {
        OffloadOptions options = OffloadOptions.builder().transfers(transfers).build();
        String text = DECLARATIONS
                + function.replace("HOST", "\"offload\"(i1 true, i64 0)")
                        .replaceAll("MAP\\((\\d), (\\d+)\\)", "\"offload.map\"(i32 $1, i64 64, i64 $2)");
        try (TestModule module = TestModule.parse(options, text)) {
            Lowering.with(options).remarkingTo(remarks::add).lower(module.raw());
            return module.text();
        }
    }

    private List<String> words(String function) {
        lower(Transfers.RESIDENT, function);
        return remarks.stream().map(TransferRemark::toString).toList();
    }

    /** Returns why the first of two sites of {@code x}, with something in between, is kept. */
    private String reason(String between) {
        String text = "define void @run(ptr noalias nonnull %x, ptr nonnull %y) nounwind {\n"
                + "  call void @f(ptr %x) [ HOST, MAP(0, 3) ]\n" + between.indent(2)
                + "  call void @f(ptr %x) [ HOST, MAP(0, 3) ]\n  ret void\n}\n";
        return kept(text);
    }

    private String kept(String text) {
        String resident = lower(Transfers.RESIDENT, text);
        TransferRemark first = remarks.get(0);
        assertThat(first.kind()).as(first::toString).isEqualTo(Kind.KEPT);
        assertThat(resident).isEqualTo(lower(Transfers.SPLIT, text));
        return first.text();
    }

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
    void loneSite() {
        assertThat(kept("""
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """)).isEqualTo("kept 'x': no other site of the function uses it");
    }

    @Test
    void hostReads() {
        assertThat(reason("%v = load i32, ptr %x")).isEqualTo("kept 'x': the host may read it");
    }

    @Test
    void hostWrites() {
        assertThat(reason("store i32 1, ptr %x")).isEqualTo("kept 'x': the host may write it");
    }

    @Test
    void callGetsThePointer() {
        assertThat(reason("call void @touch(ptr %x)")).isEqualTo("kept 'x': 'touch' may write it");
    }

    @Test
    void callReadsThePointer() {
        assertThat(reason("call void @look(ptr %x)")).isEqualTo("kept 'x': 'look' may read it");
    }

    @Test
    void inlineAssembly() {
        assertThat(reason("call void asm sideeffect \"nop\", \"r,~{memory}\"(ptr %x)"))
                .isEqualTo("kept 'x': inline assembly may write it");
    }

    @Test
    void computedCallee() {
        assertThat(reason("call void %y(ptr %x) nounwind")).isEqualTo("kept 'x': a computed function may write it");
    }

    @Test
    void copyByIntrinsic() {
        assertThat(reason("call void @llvm.memcpy.p0.p0.i64(ptr %y, ptr %x, i64 8, i1 false)")
                        .replace("llvm.memcpy.p0.p0.i64", "copy"))
                .isEqualTo("kept 'x': 'copy' may read it");
    }

    @Test
    void atomicUpdate() {
        assertThat(reason("%old = atomicrmw add ptr %x, i32 1 monotonic")).isEqualTo("kept 'x': the host may write it");
    }

    @Test
    void exceptionFromBetween() {
        String text = """
                define void @run(ptr noalias nonnull %x, ptr %y) {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @unknown(ptr %y)
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text))
                .isEqualTo(
                        "kept 'x': 'unknown' may throw an exception out of the function; say nounwind if it does not");
    }

    @Test
    void exceptionFromTheCallee() {
        String text = """
                define void @run(ptr noalias nonnull %x) {
                  call void @unknown(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @unknown(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': the callee may throw an exception out of the function");
    }

    @Test
    void globalBehindAnUnknownCall() {
        String text = """
                define void @run() nounwind {
                  call void @f(ptr @g) [ HOST, MAP(0, 3) ]
                  call void @other()
                  call void @f(ptr @g) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'g': 'other' may write it");
    }

    @Test
    void synchronization() {
        String text = """
                define void @run() nounwind {
                  call void @f(ptr @g) [ HOST, MAP(0, 3) ]
                  fence seq_cst
                  call void @f(ptr @g) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'g': the host synchronizes with other threads");
    }

    @Test
    void argumentsThatMayOverlap() {
        String text = """
                define void @run(ptr nonnull %x, ptr nonnull %y) nounwind {
                  call void @two(ptr %x, ptr %y) [ HOST, MAP(0, 3), MAP(1, 3) ]
                  call void @two(ptr %x, ptr %y) [ HOST, MAP(0, 3), MAP(1, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': it may overlap 'y'; kept 'y': it may overlap 'x'");
    }

    @Test
    void sitesThatMayOverlap() {
        String text = """
                define void @run(ptr nonnull %x, ptr nonnull %y) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @f(ptr %y) [ HOST, MAP(0, 3) ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': it may overlap 'y'");
    }

    @Test
    void otherSize() {
        String text = """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @f(ptr %x) [ HOST, "offload.map"(i32 0, i64 32, i64 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': another site maps it with another size or to another device");
    }

    @Test
    void otherDevice() {
        String text = """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @f(ptr %x) [ "offload"(i1 true, i64 1), MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': another site maps it with another size or to another device");
    }

    @Test
    void sameArrayTwice() {
        String text = """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @two(ptr %x, ptr %x) [ HOST, MAP(0, 3), MAP(1, 3) ]
                  call void @two(ptr %x, ptr %x) [ HOST, MAP(0, 3), MAP(1, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x', 'x': the call maps it twice");
    }

    @Test
    void modifiers() {
        for (MapModifier modifier : MapModifier.values()) {
            long bits = MapFlag.TO.bit() | MapFlag.FROM.bit() | modifier.flag().bit();
            remarks.clear();
            String text = """
                    define void @run(ptr noalias nonnull %x) nounwind {
                      call void @f(ptr %x) [ HOST, MAP(0, BITS) ]
                      call void @f(ptr %x) [ HOST, MAP(0, BITS) ]
                      ret void
                    }
                    """.replace("BITS", Long.toString(bits));
            assertThat(kept(text))
                    .isEqualTo("kept 'x': it is mapped with '%s'", modifier.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void allocatedOnly() {
        String text = """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 0) ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': it is only allocated here and copied elsewhere");
    }

    @Test
    void pointerThatMovesOn() {
        String text = """
                define void @run(ptr noalias nonnull %x) nounwind {
                entry:
                  br label %loop
                loop:
                  %p = phi ptr [ %x, %entry ], [ %q, %loop ]
                  call void @f(ptr nonnull %p) [ HOST, MAP(0, 3) ]
                  %q = getelementptr i8, ptr %p, i64 64
                  %end = getelementptr i8, ptr %x, i64 640
                  %more = icmp ult ptr %q, %end
                  br i1 %more, label %loop, label %exit
                exit:
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'p': its address, size or device is computed anew");
    }

    @Test
    void lifeOfAVariable() {
        String text = """
                define void @run() nounwind {
                entry:
                  %x = alloca [16 x i32]
                  br label %loop
                loop:
                  call void @llvm.lifetime.start.p0(i64 64, ptr %x)
                  call void @f(ptr %x) [ HOST, MAP(0, 2) ]
                  call void @llvm.lifetime.end.p0(i64 64, ptr %x)
                  br label %loop
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': the variable's life begins or ends");
    }

    @Test
    void changeOfTheDefaultDevice() {
        String text = """
                declare void @omp_set_default_device(i32) nounwind
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ "offload"(i1 true, i64 -1), MAP(0, 3) ]
                  call void @omp_set_default_device(i32 1)
                  call void @f(ptr %x) [ "offload"(i1 true, i64 -1), MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': 'omp_set_default_device' may change the default device");
    }

    @Test
    void jumpOutOfTheFunction() {
        String text = """
                declare void @longjmp(ptr, i32) nounwind noreturn
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @other()
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': 'other' may leave the function by longjmp");
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
