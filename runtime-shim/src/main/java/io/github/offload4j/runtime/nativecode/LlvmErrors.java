package io.github.offload4j.runtime.nativecode;

import static org.bytedeco.llvm.global.LLVM.LLVMDisposeErrorMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetErrorMessage;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMOrcErrorReporterFunction;
import org.jspecify.annotations.Nullable;

/**
 * LLVM's errors as exceptions. What goes wrong while LLVM compiles is told to a reporter first, in detail, and then to
 * the caller in general; both happen on the thread that asks LLVM.
 */
final class LlvmErrors {
    static final Reporter REPORTER = new Reporter();

    private static final ThreadLocal<List<String>> DETAILS = ThreadLocal.withInitial(ArrayList::new);

    private LlvmErrors() {}

    /** Collects the details. */
    static final class Reporter extends LLVMOrcErrorReporterFunction {
        @Override
        public void call(Pointer unused, LLVMErrorRef error) {
            DETAILS.get().add(consume(error));
        }
    }

    /** Throws when there is an error. */
    static void check(@Nullable LLVMErrorRef error, String doing) {
        List<String> words = new ArrayList<>(DETAILS.get());
        DETAILS.remove();
        if (error == null || error.isNull()) {
            return;
        }
        words.add(consume(error));
        throw new OffloadException(Reason.LINKAGE, doing + ": " + String.join("; ", words));
    }

    private static String consume(LLVMErrorRef error) {
        BytePointer message = LLVMGetErrorMessage(error);
        try {
            return new String(message.getStringBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            LLVMDisposeErrorMessage(message);
        }
    }
}
