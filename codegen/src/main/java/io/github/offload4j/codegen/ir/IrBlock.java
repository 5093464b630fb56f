package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMBasicBlockAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockTerminator;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEntryBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTypeContext;
import static org.bytedeco.llvm.global.LLVM.LLVMInsertBasicBlockInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMPrintValueToString;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * A basic block.
 *
 * @param raw the native handle
 */
public record IrBlock(LLVMBasicBlockRef raw) {
    private static final Pattern NUMBER = Pattern.compile("\\A\\s*(\\d+):");

    /** Returns the function that the block belongs to. */
    public IrFunction function() {
        return new IrFunction(Handles.require(LLVMGetBasicBlockParent(raw), "the block's function"));
    }

    /**
     * Returns the first instruction that is no stack slot, of a block that is whole.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public IrInstruction pastAllocas() {
        return instructions().stream()
                .filter(instruction -> instruction.opcode() != Opcode.ALLOCA)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the instructions in order, as they are now. */
    public List<IrInstruction> instructions() {
        List<IrInstruction> instructions = new ArrayList<>();
        LLVMValueRef next = LLVMGetFirstInstruction(raw);
        while (!Handles.isNull(next)) {
            instructions.add(new IrInstruction(next));
            next = LLVMGetNextInstruction(next);
        }
        return instructions;
    }

    /**
     * Returns the first instruction.
     *
     * @throws NullPointerException when there is none
     */
    public IrInstruction first() {
        return new IrInstruction(Handles.require(LLVMGetFirstInstruction(raw), "the block's first instruction"));
    }

    /** Returns the instruction that ends the block, when there is one. */
    public Optional<IrInstruction> terminator() {
        return Optional.ofNullable(LLVMGetBasicBlockTerminator(raw)).map(IrInstruction::new);
    }

    /** Returns the blocks that may jump here, once for each way that they can. */
    public List<IrBlock> predecessors() {
        List<IrBlock> predecessors = new ArrayList<>();
        for (IrValue user : new IrValue(LLVMBasicBlockAsValue(raw)).users()) {
            user.asInstruction().ifPresent(terminator -> predecessors.add(terminator.block()));
        }
        return predecessors;
    }

    /**
     * Returns the first instruction that is no PHI.
     *
     * @throws IllegalStateException when there is none
     */
    public IrInstruction firstNonPhi() {
        return instructions().stream()
                .filter(instruction -> instruction.opcode() != Opcode.PHI)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the block has nothing but PHIs"));
    }

    /** Adds an empty block in front of this one. */
    public IrBlock insertBefore(String name) {
        return new IrBlock(LLVMInsertBasicBlockInContext(
                LLVMGetTypeContext(function().type().raw()), raw, name));
    }

    /** Returns how a message names the block: by its name, or by the number that it has in LLVM's text. */
    public String label() {
        String name = new IrValue(LLVMBasicBlockAsValue(raw)).name();
        if (!name.isEmpty()) {
            return "block '" + name + "'";
        }
        if (LLVMGetEntryBasicBlock(function().value().raw()).address() == raw.address()) {
            return "the first block";
        }
        BytePointer text = LLVMPrintValueToString(LLVMBasicBlockAsValue(raw));
        try {
            Matcher number = NUMBER.matcher(Utf8.decode(text));
            return number.find() ? "block '" + number.group(1) + "'" : "an unnamed block";
        } finally {
            LLVMDisposeMessage(text);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IrBlock block && block.raw.address() == raw.address();
    }

    @Override
    public int hashCode() {
        return Handles.hash(raw);
    }
}
