package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.KeptSymbols;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.JitSession;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.Upcalls;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The host versions of a program's kernels, which take most of the time that it takes to compile and are called only where a
 * launch is refused: all are compiled when the first one is called. Safe for use by several threads.
 */
final class LateHostVersions {
    private static final String COMPILED = "offload4j.jit.host.";
    private static final String DROP_UNREACHABLE = "globaldce";

    private final JitSession session;
    private final Upcalls upcalls;
    private final Map<String, CallSignature> signatures = new LinkedHashMap<>();
    private byte[] bitcode = new byte[0];

    LateHostVersions(JitSession session, Upcalls upcalls) {
        this.session = session;
        this.upcalls = upcalls;
    }

    /**
     * Takes them out of a module, whose other symbols are bound. The variables that they use and others do not must be theirs
     * alone.
     */
    void takeFrom(IrModule module) {
        Map<String, IrFunction> found = new LinkedHashMap<>();
        for (IrFunction function : module.functions()) {
            if (isOne(function)) {
                signature(function).ifPresent(signature -> {
                    found.put(function.name(), function);
                    signatures.put(function.name(), signature);
                });
            }
        }
        if (found.isEmpty()) {
            return;
        }
        bitcode = ModuleWriter.bitcode(module.raw());
        found.forEach((name, function) -> {
            IrFunction declared = module.addFunction(COMPILED + name, function.type(), Linkage.EXTERNAL);
            function.replaceUsesWith(declared);
            function.delete();
            upcalls.bind(declared, signature(name), words -> call(name, words));
        });
        upcalls.compileInto(session);
        dropUnreachable(module);
    }

    private static boolean isOne(IrFunction function) {
        return function.isLocal()
                && !function.isDeclaration()
                && function.name().startsWith(Helper.HOST.localSymbol(""));
    }

    private static Optional<CallSignature> signature(IrFunction function) {
        try {
            return Optional.of(CallSignature.of(function));
        } catch (OffloadException cannotCross) {
            // then it is compiled with the program
            return Optional.empty();
        }
    }

    private CallSignature signature(String name) {
        CallSignature signature = signatures.get(name);
        if (signature == null) {
            throw new IllegalStateException("no host version '" + name + "'");
        }
        return signature;
    }

    private long call(String name, long[] words) {
        compile();
        return NativeCalls.callProgram(signature(name), session.lookup(COMPILED + name), words);
    }

    private synchronized void compile() {
        if (bitcode.length > 0) {
            session.add(bitcode, "host versions of kernels", this::keepOnlyThem);
            bitcode = new byte[0];
        }
    }

    private void keepOnlyThem(IrModule module) {
        for (IrFunction function : module.functions()) {
            if (signatures.containsKey(function.name())) {
                function.rename(COMPILED + function.name());
                function.setLinkage(Linkage.EXTERNAL);
            } else if (!function.isDeclaration()) {
                function.setLinkage(Linkage.INTERNAL);
            }
        }
        KeptSymbols.drop(module);
        for (IrGlobal global : module.globals()) {
            if (global.isDefinition()) {
                global.setLinkage(Linkage.INTERNAL);
            }
        }
        dropUnreachable(module);
    }

    private static void dropUnreachable(IrModule module) {
        try (TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple())) {
            machine.runPasses(module.raw(), DROP_UNREACHABLE);
        }
    }
}
