package io.github.offload4j.runtime.nativecode;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.List;

/**
 * Leaves kernels on the host to the thread that launches them: on devices whose results are to be the same every time, and in
 * code that stops a program by a Java exception, which no other thread could. A user who says how many threads there are to be
 * gets them.
 */
public final class HostThreads {
    private static final long ONE = 1;

    private HostThreads() {}

    /** Restricts a loaded image. */
    public static void restrict(NativeLibrary image) {
        if (!isAskedFor()) {
            image.find(RuntimeConstants.CORES_VARIABLE)
                    .ifPresent(address -> NativeMemory.putLong(address + RuntimeConstants.CORES_NUMBER_OFFSET, ONE));
        }
    }

    /** Restricts a module that is to be compiled into this process. */
    public static void restrict(IrModule module) {
        if (!isAskedFor()) {
            IrContext context = module.context();
            module.findGlobal(RuntimeConstants.CORES_VARIABLE)
                    .ifPresent(variable -> variable.initialized(context.constantStruct(
                            variable.contentType(), List.of(context.nullPointer(), context.constant(Long.SIZE, ONE)))));
        }
    }

    private static boolean isAskedFor() {
        String threads = System.getenv(RuntimeConstants.THREADS_ENVIRONMENT);
        return threads != null && !threads.isEmpty();
    }
}
