package io.github.offload4j.runtime.nativecode;

import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstUse;
import static org.bytedeco.llvm.global.LLVM.LLVMIsDeclaration;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMUseRef;

/** What a module uses and does not define. */
public final class Declarations {
    private Declarations() {}

    /** Returns the functions, LLVM's own left out. */
    public static List<IrFunction> functions(IrModule module) {
        return module.functions().stream()
                .filter(function -> function.isDeclaration()
                        && !function.isIntrinsic()
                        && isUsed(function.value().raw()))
                .toList();
    }

    /** Returns the names of the variables. */
    public static List<String> variables(IrModule module) {
        List<String> names = new ArrayList<>();
        for (IrGlobal global : module.globals()) {
            if (LLVMIsDeclaration(global.value().raw()) != 0
                    && isUsed(global.value().raw())) {
                names.add(global.value().name());
            }
        }
        return names;
    }

    private static boolean isUsed(org.bytedeco.llvm.LLVM.LLVMValueRef value) {
        LLVMUseRef use = LLVMGetFirstUse(value);
        return use != null && !use.isNull();
    }
}
