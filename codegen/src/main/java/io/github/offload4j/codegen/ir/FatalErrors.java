package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMInstallFatalErrorHandler;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMFatalErrorHandler;

/** What LLVM says before it ends the process; the one handler that LLVM has for that is this class's. */
final class FatalErrors {
    private FatalErrors() {}

    /** Makes sure that LLVM's last words are heard. */
    static void listen() {
        Holder.HANDLER.keep();
    }

    private static final class Holder {
        private static final Handler HANDLER = new Handler();

        static {
            LLVMInstallFatalErrorHandler(HANDLER);
        }
    }

    private static final class Handler extends LLVMFatalErrorHandler {
        void keep() {}

        /** LLVM ends the process when this returns. */
        @Override
        public void call(BytePointer reason) {
            String words = Utf8.decode(reason);
            if (Thread.currentThread() instanceof GuardedStep.Worker worker) {
                worker.giveUp(words);
            }
            // what LLVM does itself when it has no handler
            System.err.println("LLVM ERROR: " + words);
        }
    }
}
