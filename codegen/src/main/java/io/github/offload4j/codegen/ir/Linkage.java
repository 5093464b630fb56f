package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAppendingLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMExternalLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMExternalWeakLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMInternalLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMLinkOnceODRLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMPrivateLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMWeakAnyLinkage;

/** The linkages that emitted globals have. */
public enum Linkage {
    /** Visible to the linker. */
    EXTERNAL(LLVMExternalLinkage),
    /** Of a declaration: null where nothing defines it. */
    EXTERNAL_WEAK(LLVMExternalWeakLinkage),
    /** Local, with a symbol. */
    INTERNAL(LLVMInternalLinkage),
    /** Local, without a symbol. */
    PRIVATE(LLVMPrivateLinkage),
    /** Merged by the linker with others of its name. */
    WEAK(LLVMWeakAnyLinkage),
    /** Kept only where something refers to it, and the same in every module that has it. */
    LINK_ONCE(LLVMLinkOnceODRLinkage),
    /** Arrays that the linker concatenates. */
    APPENDING(LLVMAppendingLinkage);

    private final int code;

    Linkage(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    boolean isLocal() {
        return this == INTERNAL || this == PRIVATE;
    }
}
