package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMCreateOperandBundle;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeOperandBundle;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMOperandBundleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** The native form of operand bundles, for as long as a call is being built. */
final class NativeBundles implements AutoCloseable {
    private final List<LLVMOperandBundleRef> made = new ArrayList<>();
    private final PointerPointer<LLVMOperandBundleRef> array;

    NativeBundles(List<OperandBundle> bundles) {
        for (OperandBundle bundle : bundles) {
            made.add(make(bundle));
        }
        // javacpp makes no array of no elements
        array = new PointerPointer<>(Math.max(1, made.size()));
        for (int i = 0; i < made.size(); i++) {
            array.put(i, made.get(i));
        }
    }

    private static LLVMOperandBundleRef make(OperandBundle bundle) {
        // javacpp hands text over in the platform's encoding, which then has another length
        if (!Utf8.isAscii(bundle.tag())) {
            throw new OffloadException(
                    Reason.ARGUMENT, "operand bundle '" + bundle.tag() + "' has a name outside ASCII; rename it");
        }
        List<IrValue> values = bundle.values();
        try (PointerPointer<LLVMValueRef> operands = new PointerPointer<>(Math.max(1, values.size()))) {
            for (int i = 0; i < values.size(); i++) {
                operands.put(i, values.get(i).raw());
            }
            return LLVMCreateOperandBundle(bundle.tag(), Utf8.length(bundle.tag()), operands, values.size());
        }
    }

    PointerPointer<LLVMOperandBundleRef> array() {
        return array;
    }

    int count() {
        return made.size();
    }

    @Override
    public void close() {
        array.close();
        for (LLVMOperandBundleRef bundle : made) {
            LLVMDisposeOperandBundle(bundle);
        }
    }
}
