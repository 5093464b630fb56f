package io.github.offload4j.irtests.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.diagnostic.TransferRemark.Kind;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.ArrayList;
import java.util.List;

/** Lowers functions with marked calls, and hears what becomes of their transfers. */
abstract class RemarkedFunctions {
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

    final List<TransferRemark> remarks = new ArrayList<>();

    /** Lowers the body of a function with {@code MAP(index, bits)} of 64 bytes and calls on device 0. */
    String lower(Transfers transfers, String function) {
        OffloadOptions options = OffloadOptions.builder().transfers(transfers).build();
        String text = DECLARATIONS
                + function.replace("HOST", "\"offload\"(i1 true, i64 0)")
                        .replaceAll("MAP\\((\\d), (\\d+)\\)", "\"offload.map\"(i32 $1, i64 64, i64 $2)");
        try (TestModule module = TestModule.parse(options, text)) {
            Lowering.with(options).remarkingTo(remarks::add).lower(module.raw());
            return module.text();
        }
    }

    List<String> words(String function) {
        lower(Transfers.RESIDENT, function);
        return remarks.stream().map(TransferRemark::toString).toList();
    }

    /** Returns why the first of two sites of {@code x}, with something in between, is kept. */
    String reason(String between) {
        String text = "define void @run(ptr noalias nonnull %x, ptr nonnull %y) nounwind {\n"
                + "  call void @f(ptr %x) [ HOST, MAP(0, 3) ]\n" + between.indent(2)
                + "  call void @f(ptr %x) [ HOST, MAP(0, 3) ]\n  ret void\n}\n";
        return kept(text);
    }

    String kept(String text) {
        String resident = lower(Transfers.RESIDENT, text);
        TransferRemark first = remarks.get(0);
        assertThat(first.kind()).as(first::toString).isEqualTo(Kind.KEPT);
        assertThat(resident).isEqualTo(lower(Transfers.SPLIT, text));
        return first.text();
    }
}
