package io.github.offload4j.codegen.ir;

import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/**
 * A module that was read.
 *
 * @param module which the caller disposes of
 * @param note what was done to the input to read it, in words; nothing when it was read as it is
 */
public record ReadModule(LLVMModuleRef module, Optional<String> note) {}
