package io.github.offload4j.irtests.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.site.OffloadInventory;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.OffloadSite.Mode;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.fact.KnownBits;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.fixture.TestModule;
import io.github.offload4j.irtests.golden.GoldenCatalogue;
import java.util.function.Consumer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.api.Test;

class SiteReaderTest {
    private static final String BEGIN = """

            declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
            declare void @anything(ptr)
            declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)

            @types = private constant [1 x i64] [i64 1]

            """;

    private static final String CALL =
            "  call void @__tgt_target_data_begin_mapper(ptr null, i64 -1, i32 1, ptr %bases,"
                    + " ptr %pointers, ptr %sizes, ptr @types, ptr null, ptr null)\n  ret void\n}\n";

    private static final String TABLES = """
              %bases = alloca [1 x ptr]
              %pointers = alloca [1 x ptr]
              %sizes = alloca [1 x i64]
            """;

    private static void read(String module, Consumer<OffloadInventory> look) {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef raw = ModuleReader.parse(context, module, "test");
        try (IrModule view = new IrModule(raw)) {
            look.accept(new SiteReader(view).read());
        } finally {
            LLVMDisposeModule(raw);
            LLVMContextDispose(context);
        }
    }

    private static void readLowered(OffloadOptions options, String marked, Consumer<OffloadInventory> look) {
        try (TestModule module = TestModule.parse(options, marked)) {
            Lowering.with(options).lower(module.raw());
            read(module.text(), look);
        }
    }

    private static TableEntry onlyEntry(OffloadInventory inventory) {
        assertThat(inventory.sites()).hasSize(1);
        assertThat(inventory.sites().get(0).first().entries()).hasSize(1);
        return inventory.sites().get(0).first().entries().get(0);
    }

    private static Quantity bytes(OffloadInventory inventory) {
        return onlyEntry(inventory).bytes();
    }

    @Test
    void whatOnlyHasTheNameOfAQueryOfTheRuntimeGivesNoDevicePointer() {
        read(
                BEGIN + "declare ptr @omp_get_mapped_ptr()\ndefine void @f() {\n" + TABLES
                        + CALL.replace("  ret", "  %p = call ptr @omp_get_mapped_ptr()\n  ret"),
                inventory ->
                        assertThat(inventory.sites().get(0).devicePointers()).isEmpty());
    }

    @Test
    void aDataCallBehindAGuardIsPartOfItsSite() {
        readLowered(OffloadOptions.builder().transfers(Transfers.RESIDENT).build(), """
                declare void @f(ptr) nounwind
                define void @run(ptr noalias nonnull %x, i32 %n) nounwind {
                entry:
                  br label %test
                test:
                  %i = phi i32 [ 0, %entry ], [ %next, %body ]
                  %more = icmp slt i32 %i, %n
                  br i1 %more, label %body, label %exit
                body:
                  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
                  %next = add i32 %i, 1
                  br label %test
                exit:
                  ret void
                }
                """, inventory -> {
            assertThat(inventory.sites())
                    .extracting(site -> site.first().function().name())
                    .doesNotContain(".offload_data_begin.v1", ".offload_data_end.v1");
            assertThat(inventory.sites())
                    .flatExtracting(OffloadSite::calls)
                    .filteredOn(call -> call.instruction()
                            .calledFunction()
                            .filter(f -> f.name().equals(".offload_data_begin.v1"))
                            .isPresent())
                    .isNotEmpty()
                    .allSatisfy(call -> assertThat(call.entries()).isNotEmpty());
        });
    }

    @Test
    void tablesInALoopAreReadThroughTheBackEdge() {
        readLowered(OffloadOptions.defaults(), """
                declare void @k(ptr, ptr)
                define void @run(ptr noalias nonnull %x, ptr noalias nonnull %y, i64 %times) {
                entry:
                  br label %loop
                loop:
                  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
                  %next = add i64 %i, 1
                  call void @k(ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 1),
                    "offload.map"(i32 1, i64 %next, i64 1) ]
                  %again = icmp slt i64 %next, %times
                  br i1 %again, label %loop, label %exit
                exit:
                  ret void
                }
                """, inventory -> {
            OffloadSite site = inventory.sites().get(0);
            assertThat(inventory.sites()).hasSize(1);
            assertThat(site.mode()).isEqualTo(Mode.KERNEL);
            assertThat(site.begin().orElseThrow().entries())
                    .allSatisfy(entry -> assertThat(entry.flags().isExact()).isTrue())
                    .noneSatisfy(entry -> assertThat(entry.bytes()).isInstanceOf(Quantity.Unknown.class));
        });
    }

    @Test
    void aRegionWithTwoWaysOutIsOneSite() {
        read(GoldenCatalogue.get("regions/two-ways-out").module(), inventory -> {
            assertThat(inventory.sites()).hasSize(1);
            assertThat(inventory.sites().get(0).ends()).hasSize(2);
            assertThat(inventory.sites().get(0).launches()).hasSize(1);
        });
    }

    @Test
    void twoLaunchesOfARegionAreOneSite() {
        read(GoldenCatalogue.get("regions/two-launches").module(), inventory -> {
            assertThat(inventory.sites()).hasSize(1);
            assertThat(inventory.sites().get(0).launches()).hasSize(2);
        });
    }

    @Test
    void aFlagThatTheProgramDecidesIsPossible() {
        readLowered(OffloadOptions.defaults(), """
                declare void @k(ptr, ptr)
                define void @run(ptr nonnull %x, ptr nonnull %y) {
                  call void @k(ptr %x, ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                    "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1),
                    "offload.map"(i32 1, i64 8, i64 2) ]
                  ret void
                }
                """, inventory -> {
            RuntimeCall end = inventory.sites().get(0).ends().get(0);
            assertThat(end.entries().get(0).flags()).isEqualTo(new KnownBits(0, 2));
            assertThat(end.entries().get(1).flags()).isEqualTo(KnownBits.exactly(2));
        });
    }

    @Test
    void differentSizesOnTwoPathsAreUnknown() {
        read(
                BEGIN + "define void @f(i1 %c, ptr %p) {\n" + TABLES + """
                  br i1 %c, label %small, label %large
                small:
                  store i64 8, ptr %sizes
                  br label %map
                large:
                  store i64 16, ptr %sizes
                  br label %map
                map:
                """ + CALL,
                inventory -> assertThat(bytes(inventory)).isEqualTo(Quantity.unknown()));
    }

    @Test
    void theSameSizeOnTwoPathsIsKnown() {
        read(
                BEGIN + "define void @f(i1 %c, ptr %p) {\n" + TABLES + """
                  br i1 %c, label %one, label %other
                one:
                  store i64 8, ptr %sizes
                  br label %map
                other:
                  store i64 8, ptr %sizes
                  br label %map
                map:
                """ + CALL,
                inventory -> assertThat(bytes(inventory)).isEqualTo(new Quantity.Known(8)));
    }

    @Test
    void aTableThatTheUsersCodeGetsIsUnknown() {
        read(
                BEGIN + "define void @f() {\n" + TABLES
                        + "  store i64 8, ptr %sizes\n  call void @anything(ptr %sizes)\n" + CALL,
                inventory -> assertThat(bytes(inventory)).isEqualTo(Quantity.unknown()));
    }

    @Test
    void aStoreAtAComputedPlaceHidesWhatWasThere() {
        read(
                BEGIN + "define void @f(i64 %i) {\n" + TABLES + "  store i64 8, ptr %sizes\n"
                        + "  %place = getelementptr i64, ptr %sizes, i64 %i\n  store i64 9, ptr %place\n" + CALL,
                inventory -> assertThat(bytes(inventory)).isEqualTo(Quantity.unknown()));
    }

    @Test
    void aFilledTableIsKnown() {
        read(
                BEGIN + "define void @f() {\n" + TABLES
                        + "  call void @llvm.memset.p0.i64(ptr %sizes, i8 0, i64 8, i1 false)\n" + CALL,
                inventory -> assertThat(bytes(inventory)).isEqualTo(new Quantity.Known(0)));
    }

    @Test
    void aSizeThatWrapsIsNotTakenForWhatIsLeftOfIt() {
        read(
                BEGIN + "define void @f() {\n" + TABLES + "  %n = mul i64 4611686018427387904, 4\n"
                        + "  store i64 %n, ptr %sizes\n" + CALL,
                inventory -> assertThat(bytes(inventory)).isInstanceOf(Quantity.Overflow.class));
    }

    @Test
    void aTableThatWasNeverFilledIsUnknown() {
        read(BEGIN + "define void @f() {\n" + TABLES + CALL, inventory -> {
            assertThat(bytes(inventory)).isEqualTo(Quantity.unknown());
            assertThat(onlyEntry(inventory).pointer()).isEmpty();
            assertThat(onlyEntry(inventory).flags()).isEqualTo(KnownBits.exactly(1));
        });
    }
}
