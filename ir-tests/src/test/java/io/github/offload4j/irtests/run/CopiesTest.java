package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What travels, by the runtime's own report. */
class CopiesTest {
    private static final Target TARGET = new Target(22, RuntimeAbi.LLVM_22);

    @TempDir
    static Path directory;

    private static Path program;

    @BeforeAll
    static void build() {
        program = new Program(directory, "copies")
                .sites(new CopySites(), TARGET.options().build())
                .link(TARGET.runtime());
    }

    private static List<Copy> copiesOf(String scenario) {
        Execution execution = Execution.of(program, Map.of("LIBOMPTARGET_INFO", "32"), scenario);
        assertThat(execution.exitCode()).as(execution::toString).isZero();
        return Copy.reportedBy(execution);
    }

    @Test
    void eachDirectionCopiesItsBytesOnce() {
        assertThat(copiesOf("each_direction"))
                .containsExactlyInAnyOrder(
                        Copy.in(10, "to"), Copy.in(30, "tofrom"), Copy.out(20, "from"), Copy.out(30, "tofrom"));
    }

    @Test
    void nestedCallCopiesNothingASecondTime() {
        assertThat(copiesOf("call_inside_a_region"))
                .extracting(Copy::direction, Copy::bytes)
                .containsExactly(tuple("in", 100L), tuple("out", 100L));
    }

    @Test
    void alwaysCopiesAgain() {
        assertThat(copiesOf("always_inside_a_region"))
                .extracting(Copy::direction, Copy::bytes)
                .startsWith(tuple("in", 100L), tuple("in", 10L))
                .endsWith(tuple("out", 10L), tuple("out", 100L));
    }

    @Test
    void samePointerMappedTwiceTravelsOnceEachWay() {
        assertThat(copiesOf("one_array_for_both")).containsExactly(Copy.in(40, "first"), Copy.out(40, "first"));
    }

    @Test
    void nullPointersAndEmptyArraysTravelNowhere() {
        assertThat(copiesOf("nothing_to_copy")).isEmpty();
    }

    @Test
    void runTimeExtentsAreCopiedExactly() {
        assertThat(copiesOf("run_time_bytes")).containsExactly(Copy.in(7, "first"), Copy.out(19, "second"));
    }

    @Test
    void sectionInsideAnotherTravelsWithIt() {
        assertThat(copiesOf("section_inside_a_section")).containsExactly(Copy.in(40, "first"), Copy.out(40, "first"));
    }

    @Test
    void namesWithSemicolonsQuotesPercentSignsAndNonAsciiLettersAreReported() {
        Execution execution = Execution.of(program, Map.of("LIBOMPTARGET_INFO", "-1"), "odd_names");
        assertThat(execution.exitCode()).as(execution::toString).isZero();
        assertThat(execution.errors())
                .contains("with being_mapper at ver,zeichnis \"größe\" %s%n.f90:12:7 with 1 arguments")
                .contains("to(wert, \"größe\" %s%n)[3]");
        assertThat(Copy.reportedBy(execution))
                .containsExactly(Copy.in(3, "wert, \"größe\" %s%n"), Copy.out(3, "wert, \"größe\" %s%n"));
    }
}
