package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateMemoryBufferWithMemoryRangeCopy;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMParseIRInContext;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** Reads modules from text or bitcode. */
public final class ModuleReader {
    private ModuleReader() {}

    /**
     * Parses LLVM IR text.
     *
     * @param name what LLVM's messages call the input
     * @return the module, which the caller disposes of
     * @throws OffloadException with LLVM's words when the text does not parse, and advice when a newer LLVM wrote it
     */
    public static LLVMModuleRef parse(LLVMContextRef context, String text, String name) {
        return parse(context, text.getBytes(UTF_8), name);
    }

    /**
     * Parses LLVM IR text or bitcode. What comes back may not be well formed; {@link IrModule#verify} tells. Debug
     * information of a version that this LLVM does not know is dropped.
     *
     * @param name what LLVM's messages call the input
     * @return the module, which the caller disposes of
     * @throws OffloadException with LLVM's words when the input does not parse, and advice when a newer LLVM wrote it
     */
    public static LLVMModuleRef parse(LLVMContextRef context, byte[] input, String name) {
        Handles.require(context, "context");
        LLVMMemoryBufferRef buffer;
        try (BytePointer bytes = new BytePointer(input);
                BytePointer title = Utf8.encode(name)) {
            buffer = LLVMCreateMemoryBufferWithMemoryRangeCopy(bytes, input.length, title);
        }
        LLVMModuleRef module = new LLVMModuleRef();
        BytePointer message = new BytePointer();
        // The parser owns the buffer from here on, also when it fails.
        if (!parse(context, buffer, module, message)) {
            try {
                throw refused(input, Utf8.decode(message).strip());
            } finally {
                LLVMDisposeMessage(message);
            }
        }
        DebugInfoUpgrade.dropUnknownVersion(module);
        return module;
    }

    private static boolean parse(
            LLVMContextRef context, LLVMMemoryBufferRef buffer, LLVMModuleRef module, BytePointer message) {
        DebugInfoUpgrade.suspend();
        try {
            return LLVMParseIRInContext(context, buffer, module, message) == 0;
        } finally {
            DebugInfoUpgrade.resume();
        }
    }

    /** LLVM's message may go on with the line and a caret, so advice goes to the end of its first line. */
    private static OffloadException refused(byte[] input, String message) {
        String advice = NewerLlvm.advice(input, message).map(a -> "; " + a).orElse("");
        int end = message.indexOf('\n') < 0 ? message.length() : message.indexOf('\n');
        return new OffloadException(Reason.SYNTAX, message.substring(0, end) + advice + message.substring(end));
    }
}
