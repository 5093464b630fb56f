package io.github.offload4j.irtests.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.analysis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Findings come in the module's order, which is the same in every process. */
class FindingOrderTest {
    private static final int COUNT = 16;

    private static String each(String text) {
        return String.join(
                ", ",
                IntStream.range(0, COUNT)
                        .mapToObj(i -> text.replace("#", Integer.toString(i)))
                        .toList());
    }

    @Test
    void ofWhatAnAsynchronousSiteLeavesBehindInTheOrderOfItsArguments() {
        StringBuilder slots = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            slots.append("%s" + i + " = alloca i32\n");
        }
        String module = "declare void @k(" + each("ptr") + ")\ndefine void @run() {\n" + slots + "call void @k("
                + each("ptr %s#") + ") [ \"offload\"(i1 false, i64 0), \"offload.grid\"(i32 1, i32 1, i32 1),"
                + " \"offload.block\"(i32 1, i32 1, i32 1), \"offload.nowait\"(), "
                + each("\"offload.map\"(i32 #, i64 4, i64 3)") + " ]\nret void\n}\n";

        List<String> named = new ArrayList<>();
        for (Finding finding : Checked.text(module)) {
            if (finding.message().contains("is in the frame of")) {
                named.add(finding.message().replaceAll("argument '(\\w+)'.*", "$1"));
            }
        }

        assertThat(named)
                .containsExactlyElementsOf(
                        IntStream.range(0, COUNT).mapToObj(i -> "s" + i).toList());
    }
}
