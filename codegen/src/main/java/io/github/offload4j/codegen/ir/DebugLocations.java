package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMDIFileGetFilename;
import static org.bytedeco.llvm.global.LLVM.LLVMDILocationGetColumn;
import static org.bytedeco.llvm.global.LLVM.LLVMDILocationGetLine;
import static org.bytedeco.llvm.global.LLVM.LLVMDILocationGetScope;
import static org.bytedeco.llvm.global.LLVM.LLVMDIScopeGetFile;
import static org.bytedeco.llvm.global.LLVM.LLVMDISubprogramGetLine;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCurrentDebugLocation2;
import static org.bytedeco.llvm.global.LLVM.LLVMGetSubprogram;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/** Reads source locations from debug information. */
final class DebugLocations {
    private DebugLocations() {}

    /** Returns the location that the builder gives to new instructions. */
    static Optional<SourceLocation> current(LLVMBuilderRef builder) {
        return of(LLVMGetCurrentDebugLocation2(builder));
    }

    /** Returns what a debug location says. */
    static Optional<SourceLocation> of(@Nullable LLVMMetadataRef location) {
        if (location == null || location.isNull()) {
            return Optional.empty();
        }
        return in(
                LLVMDIScopeGetFile(LLVMDILocationGetScope(location)),
                known(LLVMDILocationGetLine(location)),
                known(LLVMDILocationGetColumn(location)));
    }

    private static Optional<SourceLocation> in(@Nullable LLVMMetadataRef file, int line, int column) {
        if (Handles.isNull(file)) {
            return Optional.empty();
        }
        try (IntPointer length = new IntPointer(1)) {
            BytePointer name = LLVMDIFileGetFilename(file, length);
            if (Handles.isNull(name) || length.get() == 0) {
                return Optional.empty();
            }
            return Optional.of(new SourceLocation(Utf8.decode(name, length.get()), line, column));
        }
    }

    /** Returns where a function begins. */
    static Optional<SourceLocation> ofFunction(LLVMValueRef function) {
        LLVMMetadataRef subprogram = LLVMGetSubprogram(function);
        return Handles.isNull(subprogram)
                ? Optional.empty()
                : in(LLVMDIScopeGetFile(subprogram), known(LLVMDISubprogramGetLine(subprogram)), 0);
    }

    /** LLVM's numbers are unsigned; no source has a line that does not fit. */
    private static int known(int number) {
        return Math.max(0, number);
    }
}
