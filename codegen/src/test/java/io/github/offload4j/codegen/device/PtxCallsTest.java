package io.github.offload4j.codegen.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands between the pieces of a call goes in front of it. */
class PtxCallsTest {
    @Test
    void labelsAndLines() {
        assertThat(PtxCalls.inOnePiece("""
                \t.loc\t1 2 3
                \tcall.uni (retval0),
                $L__tmp35:
                \t.loc\t1 2 4
                \tf,
                \t(
                \tparam0
                \t);
                $L__tmp36:
                \tret;
                """)).isEqualTo("""
                \t.loc\t1 2 3
                $L__tmp35:
                \t.loc\t1 2 4
                \tcall.uni (retval0),
                \tf,
                \t(
                \tparam0
                \t);
                $L__tmp36:
                \tret;
                """);
    }

    @Test
    void otherTextStays() {
        String text = "\t.loc\t1 2 3\n\tcall.uni f, ();\n// call me\n";
        assertThat(PtxCalls.inOnePiece(text)).isEqualTo(text);
    }
}
