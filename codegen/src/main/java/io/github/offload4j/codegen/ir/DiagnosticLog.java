package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMContextGetDiagnosticHandler;
import static org.bytedeco.llvm.global.LLVM.LLVMContextSetDiagnosticHandler;
import static org.bytedeco.llvm.global.LLVM.LLVMDSError;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDiagInfoDescription;
import static org.bytedeco.llvm.global.LLVM.LLVMGetDiagInfoSeverity;
import static org.bytedeco.llvm.global.LLVM.LLVMGetModuleContext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticInfoRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/**
 * Collects the errors that LLVM reports about one context. Without a collector LLVM prints the first one and ends the
 * process.
 */
public final class DiagnosticLog implements AutoCloseable {
    /** One for all: JavaCPP has code for ten objects of a kind that C calls, and gives no address to an eleventh. */
    private static final Handler HANDLER = new Handler();

    private static final AtomicLong LAST = new AtomicLong();
    private static final Map<Long, List<String>> LOGS = new ConcurrentHashMap<>();

    private final LLVMContextRef context;
    private final long number = LAST.incrementAndGet();
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
    private final boolean restoring;

    private DiagnosticLog(LLVMContextRef context, boolean collecting, boolean restoring) {
        this.context = context;
        this.restoring = restoring;
        if (collecting) {
            LOGS.put(number, errors);
            LLVMContextSetDiagnosticHandler(context, HANDLER, new LogNumber(number));
        }
    }

    /** Starts to collect. */
    public DiagnosticLog(IrContext context) {
        this(context.raw(), true, true);
    }

    /** Collects for as long as a context lives, which has to end before this is closed. */
    public static DiagnosticLog forLife(IrContext context) {
        return new DiagnosticLog(context.raw(), true, false);
    }

    /** Starts to collect what is said about a module, unless somebody does already. */
    static DiagnosticLog unlessCollected(LLVMModuleRef module) {
        LLVMContextRef context = LLVMGetModuleContext(module);
        boolean free = !hasHandler(context);
        return new DiagnosticLog(context, free, free);
    }

    /** What comes back is an object in any case: a cell with the address of the handler, 0 for none. */
    private static boolean hasHandler(LLVMContextRef context) {
        try (LLVMDiagnosticHandler cell = LLVMContextGetDiagnosticHandler(context)) {
            return cell != null && !cell.isNull() && new LongPointer(cell).get() != 0;
        }
    }

    /** Returns the errors so far, in LLVM's words. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        if (restoring) {
            LLVMContextSetDiagnosticHandler(context, null, null);
        }
        LOGS.remove(number);
    }

    /** What LLVM hands back with each message. */
    private static final class LogNumber extends Pointer {
        LogNumber(long number) {
            address = number;
        }
    }

    private static final class Handler extends LLVMDiagnosticHandler {
        @Override
        public void call(LLVMDiagnosticInfoRef info, Pointer data) {
            List<String> errors = LOGS.get(data.address());
            if (errors != null && LLVMGetDiagInfoSeverity(info) == LLVMDSError) {
                BytePointer text = LLVMGetDiagInfoDescription(info);
                errors.add(Utf8.decode(text).strip());
                LLVMDisposeMessage(text);
            }
        }
    }
}
