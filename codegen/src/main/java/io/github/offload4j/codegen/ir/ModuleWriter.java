package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMemoryBuffer;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBufferSize;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBufferStart;
import static org.bytedeco.llvm.global.LLVM.LLVMPrintModuleToFile;
import static org.bytedeco.llvm.global.LLVM.LLVMPrintModuleToString;
import static org.bytedeco.llvm.global.LLVM.LLVMWriteBitcodeToMemoryBuffer;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** Writes modules as text or bitcode. */
public final class ModuleWriter {
    private ModuleWriter() {}

    /**
     * Returns the module as LLVM IR text.
     *
     * @throws NullPointerException when the handle is null
     */
    public static String text(LLVMModuleRef module) {
        BytePointer text = LLVMPrintModuleToString(Handles.require(module, "module"));
        try {
            return Utf8.decode(text);
        } finally {
            LLVMDisposeMessage(text);
        }
    }

    /**
     * Returns the module as LLVM IR text in UTF-8.
     *
     * @throws NullPointerException when the handle is null
     */
    public static byte[] textBytes(LLVMModuleRef module) {
        BytePointer text = LLVMPrintModuleToString(Handles.require(module, "module"));
        try {
            return text.getStringBytes();
        } finally {
            LLVMDisposeMessage(text);
        }
    }

    /**
     * Writes the module as LLVM IR text in UTF-8 to a file, without holding the text in memory.
     *
     * @throws IOException when the file cannot be written
     */
    public static void print(LLVMModuleRef module, Path file) throws IOException {
        try (BytePointer name = Utf8.encode(file.toString());
                BytePointer message = new BytePointer()) {
            Handles.require(module, "module");
            // LLVM tells that there is no such place, and gives up when it cannot write there to the end
            if (GuardedStep.take(() -> LLVMPrintModuleToFile(module, name, message) != 0)) {
                String reason = Utf8.decode(message);
                LLVMDisposeMessage(message);
                throw new IOException(reason);
            }
        } catch (OffloadException e) {
            if (e.reason() != Reason.LLVM) {
                throw e;
            }
            String words = String.valueOf(e.getMessage());
            throw new IOException(words.substring(words.lastIndexOf(": ") + 2), e);
        }
    }

    /**
     * Returns the module as LLVM bitcode.
     *
     * @throws NullPointerException when the handle is null
     */
    public static byte[] bitcode(LLVMModuleRef module) {
        LLVMMemoryBufferRef buffer = LLVMWriteBitcodeToMemoryBuffer(Handles.require(module, "module"));
        try {
            return bytes(buffer);
        } finally {
            LLVMDisposeMemoryBuffer(buffer);
        }
    }

    static byte[] bytes(LLVMMemoryBufferRef buffer) {
        byte[] bytes = new byte[Math.toIntExact(LLVMGetBufferSize(buffer))];
        LLVMGetBufferStart(buffer).get(bytes);
        return bytes;
    }
}
