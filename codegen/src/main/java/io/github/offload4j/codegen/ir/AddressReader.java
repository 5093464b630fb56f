package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddrSpaceCast;
import static org.bytedeco.llvm.global.LLVM.LLVMBitCast;
import static org.bytedeco.llvm.global.LLVM.LLVMGetConstOpcode;
import static org.bytedeco.llvm.global.LLVM.LLVMGetElementPtr;
import static org.bytedeco.llvm.global.LLVM.LLVMGetGEPSourceElementType;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInstructionOpcode;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAConstantExpr;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAInstruction;

import java.util.OptionalLong;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Takes address computations apart, whether they are instructions or constant expressions. */
public final class AddressReader {
    private final DataLayout layout;

    /** Creates a reader that measures by a module's data layout. */
    public AddressReader(DataLayout layout) {
        this.layout = layout;
    }

    /** Returns what a pointer points into, and how far in. Compilers write long chains of such computations. */
    public Address read(IrValue pointer) {
        IrValue base = pointer;
        Address distance = new Address(pointer, OptionalLong.of(0));
        while (true) {
            LLVMValueRef ref = base.raw();
            int opcode = opcode(ref);
            boolean computed = opcode == LLVMGetElementPtr;
            if (!computed && opcode != LLVMBitCast && opcode != LLVMAddrSpaceCast) {
                break;
            }
            IrValue next = new IrValue(LLVMGetOperand(ref, 0));
            if (computed && !next.type().isPointer()) {
                break;
            }
            if (computed) {
                distance = distance.plus(offset(ref));
            }
            base = next;
        }
        return new Address(base, distance.offset());
    }

    /** Returns how many bytes the only index of an address counts for; nothing where there are several. */
    public static OptionalLong elementBytes(IrInstruction address, DataLayout layout) {
        LLVMValueRef ref = address.value().raw();
        return LLVMGetNumOperands(ref) == 2
                ? layout.bytes(layout.known(new IrType(LLVMGetGEPSourceElementType(ref))))
                : OptionalLong.empty();
    }

    private static int opcode(LLVMValueRef ref) {
        if (!Handles.isNull(LLVMIsAInstruction(ref))) {
            return LLVMGetInstructionOpcode(ref);
        }
        return Handles.isNull(LLVMIsAConstantExpr(ref)) ? 0 : LLVMGetConstOpcode(ref);
    }

    private OptionalLong offset(LLVMValueRef computation) {
        IrType type = layout.known(new IrType(LLVMGetGEPSourceElementType(computation)));
        long sum = 0;
        for (int i = 1; i < LLVMGetNumOperands(computation); i++) {
            OptionalLong index = new IrValue(LLVMGetOperand(computation, i)).constantInteger();
            if (index.isEmpty()) {
                return OptionalLong.empty();
            }
            OptionalLong step;
            if (i > 1 && type.isStruct()) {
                int field = Math.toIntExact(index.getAsLong());
                step = layout.fieldOffset(type, field);
                type = type.fields().get(field);
            } else {
                if (i > 1) {
                    if (!type.isSequence()) {
                        return OptionalLong.empty();
                    }
                    type = type.sequenceElement();
                }
                step = times(layout.bytes(type), index.getAsLong());
            }
            if (step.isEmpty()) {
                return OptionalLong.empty();
            }
            sum += step.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    private static OptionalLong times(OptionalLong bytes, long index) {
        if (bytes.isEmpty() || Math.multiplyHigh(bytes.getAsLong(), index) != ((bytes.getAsLong() * index) >> 63)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(bytes.getAsLong() * index);
    }
}
