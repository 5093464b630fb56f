package io.github.offload4j.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Well-formed programs that LLVM has no code for are exceptions, and the process goes on. */
class UncompilableProgramTest {
    private final OffloadRuntime runtime = OffloadRuntime.embedded();

    @AfterEach
    void close() {
        runtime.close();
    }

    private void assertRefused(String body, Reason reason, String message) {
        String text = "declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()\ndefine i32 @f() {\n  %v = call i32 " + body
                + "\n  ret i32 %v\n}\n";

        assertThatThrownBy(() -> {
                    try (OffloadProgram program = OffloadJit.on(runtime).build().load(text)) {
                        program.function("f").call();
                    }
                })
                .isInstanceOfSatisfying(
                        OffloadException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage(message);
    }

    @Test
    void whatLlvmGivesUpOn() {
        assertRefused(
                "@llvm.nvvm.read.ptx.sreg.tid.x()",
                Reason.LLVM,
                "LLVM gave up: Cannot select: intrinsic %llvm.nvvm.read.ptx.sreg.tid.x");
    }

    @Test
    void assemblyOfAnotherMachine() {
        assertRefused(
                "asm \"bogus $0\", \"=r\"()",
                Reason.LINKAGE,
                "no code for this machine: <inline asm>:1:2: invalid instruction mnemonic 'bogus'\n"
                        + "        bogus %eax\n        ^~~~~");
    }

    @Test
    void aRegisterThatThereIsNot() {
        assertRefused(
                "asm \"nop\", \"={nosuchreg}\"()",
                Reason.LINKAGE,
                "no code for this machine: couldn't allocate output register for constraint '{nosuchreg}'");
    }

    @Test
    void assemblyOfThisMachineRuns() {
        try (OffloadProgram program = OffloadJit.on(runtime).build().load("""
                define i32 @f() {
                  %v = call i32 asm "nop", "=r,0"(i32 7)
                  ret i32 %v
                }
                """)) {
            assertThat(program.function("f").call().asInt()).isEqualTo(7);
        }
    }

    @Test
    void behindManyOpenPrograms() {
        List<OffloadProgram> open = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                OffloadProgram program = OffloadJit.on(runtime).build().load("define i32 @g() {\n  ret i32 7\n}\n");
                open.add(program);
                assertThat(program.function("g").call().asInt()).isEqualTo(7);
            }
            assemblyOfAnotherMachine();
        } finally {
            open.forEach(OffloadProgram::close);
        }
    }

    @Test
    void thoseAfterThemRun() {
        whatLlvmGivesUpOn();
        try (OffloadProgram program = OffloadJit.on(runtime).build().load("define i32 @g() {\n  ret i32 7\n}\n")) {
            assertThat(program.function("g").call().asInt()).isEqualTo(7);
        }
    }
}
