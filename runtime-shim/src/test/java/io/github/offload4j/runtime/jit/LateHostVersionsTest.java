package io.github.offload4j.runtime.jit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.JitSession;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.NativeType;
import io.github.offload4j.runtime.nativecode.Upcalls;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LateHostVersionsTest {
    private static final CallSignature RUN = CallSignature.of(NativeType.I64, NativeType.I64);

    /** The first kernel counts its calls, and both have a function of their own. */
    private static final String PROGRAM = """
            @calls = internal global i64 0

            define i64 @run(i64 %x) {
              %cell = alloca i64
              call void @.offload_host.count(ptr %cell, i64 %x)
              call void @.offload_host.count(ptr %cell, i64 %x)
              %result = load i64, ptr %cell
              ret i64 %result
            }

            define internal void @.offload_host.count(ptr %to, i64 %x) {
              call void @count.blocks(ptr %to, i64 %x)
              ret void
            }

            define internal void @count.blocks(ptr %to, i64 %x) noinline {
              %before = load i64, ptr @calls
              %now = add i64 %before, 1
              store i64 %now, ptr @calls
              %product = mul i64 %now, %x
              store i64 %product, ptr %to
              ret void
            }

            define internal void @.offload_host.unused(ptr %to) {
              ret void
            }
            """;

    private final JitSession session = new JitSession();
    private final Upcalls upcalls = new Upcalls();
    private final LateHostVersions late = new LateHostVersions(session, upcalls);
    private final List<String> defined = new ArrayList<>();

    private long load(String program) {
        session.add(program.getBytes(UTF_8), "program", module -> {
            late.takeFrom(module);
            module.functions().stream()
                    .filter(function -> !function.isDeclaration())
                    .map(IrFunction::name)
                    .forEach(defined::add);
        });
        return session.lookup("run");
    }

    @AfterEach
    void close() {
        session.close();
        upcalls.close();
    }

    @Test
    void aProgramIsCompiledWithoutThem() {
        load(PROGRAM);

        assertThat(defined).containsExactly("run");
    }

    @Test
    void theyAreThereWhenTheyAreCalledAndKeepTheirVariables() {
        assertThat(NativeCalls.callProgram(RUN, load(PROGRAM), 7)).isEqualTo(14);
        assertThat(NativeCalls.callProgram(RUN, session.lookup("run"), 7)).isEqualTo(28);
    }

    @Test
    void whatJavaCannotCallStaysInTheProgram() {
        load(PROGRAM.replace("@.offload_host.unused(ptr %to)", "@.offload_host.unused(<4 x float> %to)"));

        assertThat(defined).contains("run").doesNotContain(".offload_host.count");
    }

    @Test
    void oneThatCannotBeCompiledIsSaidWhenItIsCalled() {
        long run = load(PROGRAM.replace("%product = mul i64 %now, %x", "%product = call i64 @missing(i64 %x)")
                + "declare i64 @missing(i64)\n");

        assertThatThrownBy(() -> NativeCalls.callProgram(RUN, run, 7))
                .isInstanceOf(OffloadException.class)
                .hasMessageContaining("missing");
    }
}
