package io.github.offload4j.irtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.lower.LoweringException;
import io.github.offload4j.irtests.golden.GoldenModules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** Marked modules: a good one is lowered to text that reads back, a bad one is refused and left as it is. */
final class LowerTarget implements Target {
    private static final List<String> WORDS = List.of(
            "\"offload\"(i1 true, i64 -1)",
            "\"offload\"(i1 false, i64 0)",
            "\"offload.grid\"(i32 1, i32 1, i32 1)",
            "\"offload.block\"(i32 1, i32 1, i32 1)",
            "\"offload.shared\"(i32 8)",
            "\"offload.map\"(i32 0, i64 8, i64 3)",
            "\"offload.device\"(i32 0)",
            "\"offload.update\"(i64 -1)",
            "\"offload.section\"(i32 0, i64 8, i64 1, i64 3, i64 2)",
            "\"offload.enter\"(i64 -1)",
            "\"offload.exit\"(i64 -1)",
            "\"offload.fallback\"(ptr @f)",
            "call void @offload_mark(i1 false, i64 0)",
            "call void @offload_for(ptr @k)",
            "call void @offload_map(i32 0, i64 8, i64 3)",
            "call void @offload_map_pointer(ptr %x, i64 8, i64 3)",
            "call void @offload_device_pointer(ptr %x)",
            "\"deopt\"(i32 1)",
            "\"funclet\"(token none)",
            "i1",
            "i8",
            "i32",
            "i64",
            "i128",
            "ptr",
            "float",
            "half",
            "<2 x float>",
            "{ i32, i8 }",
            "ptr addrspace(1)",
            "token",
            "void",
            "null",
            "undef",
            "poison",
            "none",
            "true",
            "zeroinitializer",
            "noalias",
            "nonnull",
            "byval(i64)",
            "sret(i64)",
            "align 8",
            "dereferenceable(8)",
            "swifterror",
            "inalloca(i8)",
            "returned",
            "immarg",
            "tail",
            "musttail",
            "notail",
            "fastcc",
            "swifttailcc",
            "fast",
            "nounwind",
            "noreturn",
            "convergent",
            "naked",
            "@f",
            "@k",
            "@run",
            "%x",
            "asm \"nop\", \"\"",
            "personality ptr null",
            "addrspace(1)",
            "blockaddress(@run, %body)",
            "@llvm.donothing",
            "external",
            "internal",
            "comdat",
            "call",
            "invoke",
            "...",
            ", !dbg !5",
            ", !prof !0");

    @Override
    public List<String> corpus() {
        List<String> corpus = new ArrayList<>(GoldenModules.marked().values());
        for (String name : List.of(
                "/run/lowered.ll",
                "/run/launched.ll",
                "/refused/arguments.ll",
                "/refused/callees.ll",
                "/marks/called.ll")) {
            corpus.add(Resources.text(name));
        }
        return corpus;
    }

    @Override
    public List<String> words() {
        return WORDS;
    }

    @Override
    public boolean feed(String input, Random random) {
        LLVMContextRef context = LLVMContextCreate();
        try {
            LLVMModuleRef module = parse(context, input);
            if (module == null) {
                return false;
            }
            try {
                return isWellFormed(module) && lower(context, module, input, random);
            } finally {
                LLVMDisposeModule(module);
            }
        } finally {
            LLVMContextDispose(context);
        }
    }

    private static LLVMModuleRef parse(LLVMContextRef context, String input) {
        try {
            return ModuleReader.parse(context, input.getBytes(UTF_8), "fuzz.ll");
        } catch (OffloadException e) {
            require(e.reason() == Reason.SYNTAX, e.toString());
            return null;
        }
    }

    private static boolean isWellFormed(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            view.verify();
            return true;
        } catch (OffloadException e) {
            return false;
        }
    }

    private static boolean lower(LLVMContextRef context, LLVMModuleRef module, String input, Random random) {
        String before = ModuleWriter.text(module);
        Lowering lowering = Lowering.with(RandomOptions.from(random));
        int lowered;
        try {
            lowered = random.nextBoolean() ? lowering.lower(module, input) : lowering.lower(module);
        } catch (LoweringException e) {
            require(!e.problems().isEmpty(), "a refusal without a reason");
            require(ModuleWriter.text(module).equals(before), "a refused module was changed");
            return false;
        } catch (OffloadException e) {
            require(e.reason() != Reason.VERIFICATION, "lowered to a module that is not well formed: " + e);
            require(ModuleWriter.text(module).equals(before), "a refused module was changed");
            return false;
        }
        require(isWellFormed(module), "lowered to a module that is not well formed");
        String text = ModuleWriter.text(module);
        require(lowered > 0 || text.equals(before), "a module without marks was changed");
        require(lowering.lower(module) == 0, "marks are left");
        require(ModuleWriter.text(module).equals(text), "lowering twice is not lowering once");
        requireReadsBack(context, text);
        OffloadChecker.check(module, CheckOptions.defaults());
        require(ModuleWriter.text(module).equals(text), "checking has changed the module");
        return lowered > 0;
    }

    private static void requireReadsBack(LLVMContextRef context, String text) {
        LLVMModuleRef again = ModuleReader.parse(context, text, "again.ll");
        try {
            require(ModuleWriter.bitcode(again).length > 0, "no bitcode");
            require(isWellFormed(again), "what was printed is not well formed");
        } finally {
            LLVMDisposeModule(again);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
