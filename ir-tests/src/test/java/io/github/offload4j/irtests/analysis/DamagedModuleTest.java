package io.github.offload4j.irtests.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.lower.LoweringException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.global.LLVM;
import org.junit.jupiter.api.Test;

/** Modules with missing and swapped lines, as far as LLVM takes them, are read and checked like any other. */
class DamagedModuleTest {
    private static final int MUTANTS_OF_EACH = 12;

    @Test
    void areCheckedWithoutAFault() throws IOException {
        Random random = new Random(20_261_122);
        int checked = 0;
        for (String module : NoFalseErrorTest.texts().values()) {
            List<String> lines = module.lines().toList();
            for (int i = 0; i < MUTANTS_OF_EACH; i++) {
                checked += check(mutant(lines, random)) ? 1 : 0;
            }
        }
        assertThat(checked).isGreaterThan(300);
    }

    private static String mutant(List<String> lines, Random random) {
        List<String> changed = new ArrayList<>(lines);
        int damages = 1 + random.nextInt(3);
        for (int i = 0; i < damages; i++) {
            int at = random.nextInt(changed.size());
            String line = changed.get(at);
            switch (random.nextInt(4)) {
                case 0 -> changed.remove(at);
                case 1 -> changed.set(at, changed.get(random.nextInt(changed.size())));
                case 2 -> changed.set(at, line.replaceFirst("i64 \\d+", "i64 " + random.nextLong()));
                default -> changed.set(at, line.replaceFirst("ptr [%@][\\w.]+", "ptr null"));
            }
        }
        return String.join("\n", changed);
    }

    /** Checks a module if LLVM takes it, and returns whether it did. */
    private static boolean check(String text) {
        LLVMContextRef context = LLVM.LLVMContextCreate();
        try {
            Optional<LLVMModuleRef> module = parse(context, text);
            module.ifPresent(DamagedModuleTest::checkAndDispose);
            return module.isPresent();
        } finally {
            LLVM.LLVMContextDispose(context);
        }
    }

    private static Optional<LLVMModuleRef> parse(LLVMContextRef context, String text) {
        LLVMModuleRef module;
        try {
            module = ModuleReader.parse(context, text, "damaged");
        } catch (OffloadException notIr) {
            return Optional.empty();
        }
        try (IrModule view = new IrModule(module)) {
            view.verify();
            return Optional.of(module);
        } catch (OffloadException notWellFormed) {
            LLVM.LLVMDisposeModule(module);
            return Optional.empty();
        }
    }

    private static void checkAndDispose(LLVMModuleRef module) {
        boolean marked = Lowering.hasMarks(module);
        try {
            OffloadChecker.check(module, CheckOptions.defaults());
        } catch (LoweringException | OffloadException refused) {
            // damaged marks may be refused; everything else has to be read
            assertThat(marked).as(refused.getMessage()).isTrue();
        } finally {
            LLVM.LLVMDisposeModule(module);
        }
    }
}
