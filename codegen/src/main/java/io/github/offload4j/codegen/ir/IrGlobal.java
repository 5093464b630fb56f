package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMDefaultVisibility;
import static org.bytedeco.llvm.global.LLVM.LLVMDeleteGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAlignment;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstUse;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInitializer;
import static org.bytedeco.llvm.global.LLVM.LLVMGetLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetSection;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalUnnamedAddr;
import static org.bytedeco.llvm.global.LLVM.LLVMHiddenVisibility;
import static org.bytedeco.llvm.global.LLVM.LLVMInternalLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMIsDeclaration;
import static org.bytedeco.llvm.global.LLVM.LLVMPrivateLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMProtectedVisibility;
import static org.bytedeco.llvm.global.LLVM.LLVMReplaceAllUsesWith;
import static org.bytedeco.llvm.global.LLVM.LLVMSetAlignment;
import static org.bytedeco.llvm.global.LLVM.LLVMSetComdat;
import static org.bytedeco.llvm.global.LLVM.LLVMSetGlobalConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMSetInitializer;
import static org.bytedeco.llvm.global.LLVM.LLVMSetLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMSetSection;
import static org.bytedeco.llvm.global.LLVM.LLVMSetUnnamedAddress;
import static org.bytedeco.llvm.global.LLVM.LLVMSetValueName2;
import static org.bytedeco.llvm.global.LLVM.LLVMSetVisibility;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMComdatRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * A global variable, to look at and to make. The setters that serve to make one return the global itself.
 *
 * @param value its address
 */
public record IrGlobal(IrValue value) {
    /** Sets the initial value and says that it never changes. */
    public IrGlobal constant(IrValue initializer) {
        return markConstant().initialized(initializer);
    }

    /** Says that the initial value never changes. */
    public IrGlobal markConstant() {
        LLVMSetGlobalConstant(value.raw(), 1);
        return this;
    }

    /** Sets the initial value. */
    public IrGlobal initialized(IrValue initializer) {
        LLVMSetInitializer(value.raw(), initializer.raw());
        return this;
    }

    /** Says that the address does not matter, only the content. */
    public IrGlobal unnamedAddress() {
        LLVMSetUnnamedAddress(value.raw(), LLVMGlobalUnnamedAddr);
        return this;
    }

    /** Sets the alignment in bytes. */
    public IrGlobal aligned(int bytes) {
        LLVMSetAlignment(value.raw(), bytes);
        return this;
    }

    /** Sets the section. */
    public IrGlobal section(String name) {
        LLVMSetSection(value.raw(), name);
        return this;
    }

    /** Hides the symbol from other shared objects. */
    public IrGlobal hidden() {
        LLVMSetVisibility(value.raw(), LLVMHiddenVisibility);
        return this;
    }

    /** Makes the symbol one that other shared objects see, and cannot replace. */
    public IrGlobal protectedSymbol() {
        LLVMSetVisibility(value.raw(), LLVMProtectedVisibility);
        return this;
    }

    /** Makes the symbol one that other shared objects see. */
    public IrGlobal visible() {
        LLVMSetVisibility(value.raw(), LLVMDefaultVisibility);
        return this;
    }

    /** Puts another variable, which gets the symbol, in the place of this one, which is gone then. */
    public void replaceBy(IrGlobal other) {
        String symbol = value.name();
        LLVMReplaceAllUsesWith(value.raw(), other.value.raw());
        LLVMDeleteGlobal(value.raw());
        other.rename(symbol);
    }

    /** Takes the initial value away, so that another module has to define the variable. */
    public IrGlobal undefined() {
        LLVMSetInitializer(value.raw(), (LLVMValueRef) null);
        return alone();
    }

    /** Takes the variable out of the group of symbols that the linker keeps or drops together. */
    public IrGlobal alone() {
        LLVMSetComdat(value.raw(), (LLVMComdatRef) null);
        return this;
    }

    /** Returns the alignment in bytes, 0 when it is that of the type. */
    public int alignment() {
        return LLVMGetAlignment(value.raw());
    }

    /** Returns the linkage as LLVM numbers it, for {@link #setLinkage(int)}. */
    public int linkage() {
        return LLVMGetLinkage(value.raw());
    }

    /** Sets a linkage that a global had. */
    public void setLinkage(int linkage) {
        LLVMSetLinkage(value.raw(), linkage);
    }

    /** Sets the linkage. */
    public void setLinkage(Linkage linkage) {
        LLVMSetLinkage(value.raw(), linkage.code());
    }

    /** Sets the symbol; LLVM appends a number when it is taken. */
    public void rename(String symbol) {
        try (BytePointer bytes = Utf8.encode(symbol)) {
            LLVMSetValueName2(value.raw(), bytes, bytes.capacity() - 1);
        }
    }

    /** Returns whether the module gives the variable its content. */
    public boolean isDefinition() {
        return LLVMIsDeclaration(value.raw()) == 0;
    }

    /** Returns whether other modules do not see the variable. */
    public boolean isLocal() {
        int linkage = LLVMGetLinkage(value.raw());
        return linkage == LLVMInternalLinkage || linkage == LLVMPrivateLinkage;
    }

    /** Deletes the global if nothing refers to it. */
    public void deleteIfUnused() {
        if (Handles.isNull(LLVMGetFirstUse(value.raw()))) {
            LLVMDeleteGlobal(value.raw());
        }
    }

    /** Returns the section, empty when it has none of its own. */
    public String section() {
        BytePointer name = LLVMGetSection(value.raw());
        return Handles.isNull(name) ? "" : Utf8.decode(name);
    }

    /** Returns the type of what the variable holds. */
    public IrType contentType() {
        return new IrType(LLVMGlobalGetValueType(value.raw()));
    }

    LLVMValueRef initializer() {
        return LLVMGetInitializer(value.raw());
    }
}
