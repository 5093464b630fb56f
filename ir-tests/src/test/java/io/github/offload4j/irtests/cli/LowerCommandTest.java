package io.github.offload4j.irtests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.irtests.fixture.TestModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code irgen lower}, from the outside. */
class LowerCommandTest {
    private static final String MARKED = """
            declare void @f(ptr)
            define void @run(ptr nonnull %x) {
              call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
              ret void
            }
            """;

    private static final String MALFORMED = MARKED.replace("i64 3)", "i64 8)");

    /** Spelled as nobody prints it, so that it shows when it is printed anew. */
    private static final String UNMARKED = "declare   void @f( ptr )\n;a comment\n";

    @TempDir
    Path directory;

    private IrgenProcess lower(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "lower";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return IrgenProcess.run(directory, command);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text, UTF_8);
    }

    @Test
    void loweredModuleGoesToStandardOutput() throws IOException {
        write("in.ll", MARKED);

        IrgenProcess irgen = lower("in.ll");

        assertThat(irgen.errors()).isEmpty();
        assertThat(irgen.exitCode()).isZero();
        assertThat(irgen.output()).contains("@__tgt_target_data_begin_mapper(").doesNotContain("\"offload\"(");
    }

    @Test
    void loweringTwiceIsLoweringOnce() throws IOException {
        write("in.ll", MARKED);

        assertThat(lower("in.ll", "-o", "once.ll").exitCode()).isZero();
        assertThat(lower("once.ll", "-o", "twice.ll").exitCode()).isZero();

        assertThat(directory.resolve("twice.ll")).hasSameBinaryContentAs(directory.resolve("once.ll"));
    }

    @Test
    void moduleWithoutMarksComesOutAsItWentIn() throws IOException {
        write("in.ll", UNMARKED);

        assertThat(lower("in.ll").output()).isEqualTo(UNMARKED);
    }

    @Test
    void bitcodeGoesInAndOut() throws IOException {
        write("in.ll", MARKED);

        assertThat(lower("in.ll", "--format=bc", "-o", "out.bc").exitCode()).isZero();
        IrgenProcess read = lower("out.bc");

        assertThat(read.exitCode()).isZero();
        assertThat(read.output()).contains("@__tgt_target_data_begin_mapper(");
    }

    @Test
    void malformedMarkIsShownInTheTextAndNothingIsWritten() throws IOException {
        write("in.ll", MALFORMED);

        IrgenProcess irgen = lower("in.ll", "-o", "out.ll");

        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.errors()).isEqualTo("""
                irgen: in.ll:3:53: error: map bits 0x8 (DELETE) cannot be asked for; there are 1 TO, 2 FROM, 4 ALWAYS, \
                0x400 CLOSE, 0x1000 PRESENT and 0x2000 HOLD [function 'run', the first block: call void @f(ptr %x)]
                  call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 8) ]
                                                                    ^
                """);
        assertThat(directory.resolve("out.ll")).doesNotExist();
    }

    @Test
    void everyMalformedMarkOfEveryCallIsShown() throws IOException {
        write(
                "in.ll",
                MALFORMED.replace("i1 true", "i1 false")
                        + MALFORMED.replace("@run", "@again").replace("declare void @f(ptr)\n", ""));

        IrgenProcess irgen = lower("in.ll");

        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.errors().lines().filter(line -> line.startsWith("irgen: ")))
                .extracting(line -> line.substring(0, line.indexOf(" [")))
                .containsExactly(
                        "irgen: in.ll:3:3: error: a launch needs \"offload.grid\"; write \"offload.grid\"(i32 x, i32 y,"
                                + " i32 z)",
                        "irgen: in.ll:3:3: error: a launch needs \"offload.block\"; write \"offload.block\"(i32 x,"
                                + " i32 y, i32 z)",
                        "irgen: in.ll:3:54: error: map bits 0x8 (DELETE) cannot be asked for; there are 1 TO, 2 FROM,"
                                + " 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT and 0x2000 HOLD",
                        "irgen: in.ll:7:53: error: map bits 0x8 (DELETE) cannot be asked for; there are 1 TO, 2 FROM,"
                                + " 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT and 0x2000 HOLD");
    }

    @Test
    void malformedMarkInBitcodeIsNamedByItsPlace() throws IOException {
        try (TestModule module = TestModule.read(MALFORMED)) {
            Files.write(directory.resolve("in.bc"), ModuleWriter.bitcode(module.raw()));
        }

        IrgenProcess irgen = lower("in.bc");

        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.errors())
                .startsWith("irgen: in.bc: error: map bits 0x8 (DELETE) cannot be asked for;")
                .endsWith("[function 'run', the first block: call void @f(ptr %x)]\n");
    }

    @Test
    void textThatDoesNotParseIsShown() throws IOException {
        write("in.ll", "declare void @f(ptr)\ndefine void @\"ä\"() { oops }\n");

        IrgenProcess irgen = lower("in.ll");

        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.errors()).isEqualTo("""
                irgen: in.ll:2:22: error: expected instruction opcode
                define void @"ä"() { oops }
                                     ^
                """);
    }

    @Test
    void textOfANewerLlvmIsReadAndSaidToBe() throws IOException {
        write("in.ll", "declare void @f(ptr dead_on_return)\n");

        IrgenProcess irgen = lower("in.ll");

        assertThat(irgen.exitCode()).isZero();
        assertThat(irgen.output()).isEqualTo("declare void @f(ptr dead_on_return)\n");
        assertThat(irgen.errors())
                .isEqualTo("irgen: in.ll: note: read as text of a newer LLVM: 'dead_on_return' left out (1)\n");
    }

    @Test
    void whatANewerLlvmHasAloneIsRefusedAtItsPlace() throws IOException {
        write("in.ll", "declare void @f(ptr dead_on_return)\n@g = global b8 0\n");

        IrgenProcess irgen = lower("in.ll");

        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.errors()).isEqualTo("""
                irgen: in.ll:2:13: error: 'b8' came after LLVM 20, which reads this text; use a compiler built on LLVM 20, \
                or take it out
                @g = global b8 0
                            ^
                """);
    }

    @Test
    void markedCallsInTextOfANewerLlvmAreFoundWhereTheyStand() throws IOException {
        write(
                "in.ll",
                MARKED.replace("ptr noalias", "ptr captures(none) noalias").replace("i64 3)", "i64 8)"));

        IrgenProcess irgen = lower("in.ll");

        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.errors()).contains("in.ll:").contains("map bits 0x8 (DELETE) cannot be asked for;");
    }

    @Test
    void moduleThatIsNotWellFormedIsRefused() throws IOException {
        write("in.ll", "define i32 @f() {\n  %b = add i32 %a, 1\n  %a = add i32 1, 1\n  ret i32 %b\n}\n");

        IrgenProcess irgen = lower("in.ll");

        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.errors())
                .startsWith(
                        "irgen: in.ll: error: the module is not well formed: Instruction does not dominate all uses!");
    }

    @Test
    void targetIsGivenToAModuleWithoutOne() throws IOException {
        write("in.ll", MARKED);

        assertThat(lower("in.ll", "--triple=aarch64-unknown-linux-gnu").output())
                .contains("target triple = \"aarch64-unknown-linux-gnu\"");
    }

    @Test
    void targetOfAModuleIsNotChanged() throws IOException {
        write("in.ll", "target triple = \"x86_64-unknown-linux-gnu\"\n" + MARKED);

        IrgenProcess irgen = lower("in.ll", "--triple=aarch64-unknown-linux-gnu");

        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.errors())
                .isEqualTo("irgen: in.ll: error: the module is for 'x86_64-unknown-linux-gnu' and not for"
                        + " 'aarch64-unknown-linux-gnu'; leave out --triple\n");
    }

    @Test
    void targetWithoutOffloadingIsRefused() throws IOException {
        write("in.ll", "target datalayout = \"e-p:32:32\"\n" + MARKED);

        IrgenProcess irgen = lower("in.ll");

        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.errors())
                .isEqualTo("irgen: in.ll: error: the module's pointers have 4 bytes; the offload runtime"
                        + " exists for 64-bit targets only\n");
    }

    @Test
    void optionsThatContradictEachOtherAreWrongUsage() throws IOException {
        write("in.ll", MARKED);

        assertThat(lower("in.ll", "--preset=rustc", "--transfers=fused").exitCode())
                .isEqualTo(2);
    }
}
