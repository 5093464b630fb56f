package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMDisposeOperandBundle;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumOperandBundleArgs;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumOperandBundles;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOperandBundleArgAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOperandBundleAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOperandBundleTag;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMOperandBundleRef;

/**
 * An operand bundle of a call: a tag and values that belong together.
 *
 * @param tag the tag
 * @param values the values in order
 */
public record OperandBundle(String tag, List<IrValue> values) {
    /** Copies the list. */
    public OperandBundle {
        values = List.copyOf(values);
    }

    /** Returns the bundles of a call. */
    static List<OperandBundle> of(IrValue call) {
        return read(call, bundle -> new OperandBundle(tag(bundle), values(bundle)));
    }

    /** Returns the tags of a call's bundles. */
    static List<String> tags(IrValue call) {
        return read(call, OperandBundle::tag);
    }

    private static <T> List<T> read(IrValue call, Function<LLVMOperandBundleRef, T> reading) {
        int count = LLVMGetNumOperandBundles(call.raw());
        if (count == 0) {
            return List.of();
        }
        List<T> bundles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            LLVMOperandBundleRef bundle = LLVMGetOperandBundleAtIndex(call.raw(), i);
            try {
                bundles.add(reading.apply(bundle));
            } finally {
                LLVMDisposeOperandBundle(bundle);
            }
        }
        return bundles;
    }

    private static List<IrValue> values(LLVMOperandBundleRef bundle) {
        int count = LLVMGetNumOperandBundleArgs(bundle);
        List<IrValue> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(new IrValue(LLVMGetOperandBundleArgAtIndex(bundle, i)));
        }
        return values;
    }

    private static String tag(LLVMOperandBundleRef bundle) {
        try (SizeTPointer length = new SizeTPointer(1)) {
            BytePointer tag = LLVMGetOperandBundleTag(bundle, length);
            return Utf8.decode(tag, length.get());
        }
    }
}
