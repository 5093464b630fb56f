package io.github.offload4j.runtime.nativecode;

import static org.bytedeco.llvm.global.LLVM.LLVMConsumeError;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeNativeAsmParser;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeNativeAsmPrinter;
import static org.bytedeco.llvm.global.LLVM.LLVMInitializeNativeTarget;
import static org.bytedeco.llvm.global.LLVM.LLVMJITSymbolGenericFlagsExported;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcAbsoluteSymbols;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcCreateDynamicLibrarySearchGeneratorForPath;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcCreateDynamicLibrarySearchGeneratorForProcess;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcCreateLLJIT;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcCreateLLJITBuilder;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcCreateNewThreadSafeContext;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcCreateNewThreadSafeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcDisposeLLJIT;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcDisposeMaterializationUnit;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcDisposeThreadSafeContext;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcExecutionSessionSetErrorReporter;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcJITDylibAddGenerator;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcJITDylibDefine;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcLLJITAddLLVMIRModule;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcLLJITGetExecutionSession;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcLLJITGetGlobalPrefix;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcLLJITGetMainJITDylib;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcLLJITLookup;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcLLJITMangleAndIntern;
import static org.bytedeco.llvm.global.LLVM.LLVMOrcThreadSafeContextGetContext;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.DiagnosticLog;
import io.github.offload4j.codegen.ir.GuardedStep;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.NumberExtremes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMOrcCSymbolMapPair;
import org.bytedeco.llvm.LLVM.LLVMOrcDefinitionGeneratorRef;
import org.bytedeco.llvm.LLVM.LLVMOrcJITDylibRef;
import org.bytedeco.llvm.LLVM.LLVMOrcLLJITRef;
import org.bytedeco.llvm.LLVM.LLVMOrcMaterializationUnitRef;
import org.bytedeco.llvm.LLVM.LLVMOrcThreadSafeContextRef;

/**
 * Code that LLVM compiles into this process. What it does not define itself is looked for in the process. Safe for use by
 * several threads; closing it frees the code, which must not run any more.
 */
public final class JitSession implements AutoCloseable {
    private static final String COMPILER_LIBRARY = "libgcc_s.so.1";

    static {
        LLVMInitializeNativeTarget();
        LLVMInitializeNativeAsmPrinter();
        // for assembly in the program
        LLVMInitializeNativeAsmParser();
    }

    private final LLVMOrcLLJITRef jit = new LLVMOrcLLJITRef();
    private final LLVMOrcJITDylibRef library;
    private final List<DiagnosticLog> logs = new ArrayList<>();
    private boolean closed;
    private boolean abandoned;

    /**
     * Opens an empty session.
     *
     * @throws OffloadException when LLVM cannot compile for this machine
     */
    public JitSession() {
        LlvmErrors.check(LLVMOrcCreateLLJIT(jit, LLVMOrcCreateLLJITBuilder()), "cannot start the compiler");
        LLVMOrcExecutionSessionSetErrorReporter(LLVMOrcLLJITGetExecutionSession(jit), LlvmErrors.REPORTER, null);
        library = LLVMOrcLLJITGetMainJITDylib(jit);
        LLVMOrcDefinitionGeneratorRef process = new LLVMOrcDefinitionGeneratorRef();
        LlvmErrors.check(
                LLVMOrcCreateDynamicLibrarySearchGeneratorForProcess(
                        process, LLVMOrcLLJITGetGlobalPrefix(jit), null, null),
                "cannot look into this process");
        LLVMOrcJITDylibAddGenerator(library, process);
        addCompilerLibrary();
    }

    /** What LLVM calls of its own accord, to unwind or for half precision, is in a library that not every JVM shows. */
    private void addCompilerLibrary() {
        LLVMOrcDefinitionGeneratorRef generator = new LLVMOrcDefinitionGeneratorRef();
        try (BytePointer name = new BytePointer(COMPILER_LIBRARY)) {
            LLVMErrorRef missing = LLVMOrcCreateDynamicLibrarySearchGeneratorForPath(
                    generator, name, LLVMOrcLLJITGetGlobalPrefix(jit), null, null);
            if (missing == null || missing.isNull()) {
                LLVMOrcJITDylibAddGenerator(library, generator);
            } else {
                // then programs that need none of it run all the same
                LLVMConsumeError(missing);
            }
        }
    }

    /** Adds a module given as LLVM IR text. */
    void addText(String text, String name) {
        add(text.getBytes(StandardCharsets.UTF_8), name, module -> {});
    }

    /**
     * Adds a module given as LLVM IR text or bitcode.
     *
     * @param name what messages call it
     * @param change is handed the session's own copy before it is compiled
     * @throws OffloadException when the input does not parse, is not well formed, defines a symbol again, or does not fit this machine
     */
    public synchronized void add(byte[] input, String name, Consumer<IrModule> change) {
        requireOpen();
        LLVMOrcThreadSafeContextRef context = LLVMOrcCreateNewThreadSafeContext();
        try {
            LLVMModuleRef module = ModuleReader.parse(LLVMOrcThreadSafeContextGetContext(context), input, name);
            try (IrModule view = new IrModule(module)) {
                // compiling what is not well formed would end the process
                view.verify();
                change.accept(view);
                NumberExtremes.spell(module);
                logs.add(DiagnosticLog.forLife(view.context()));
            } catch (RuntimeException e) {
                org.bytedeco.llvm.global.LLVM.LLVMDisposeModule(module);
                throw e;
            }
            LLVMErrorRef error =
                    LLVMOrcLLJITAddLLVMIRModule(jit, library, LLVMOrcCreateNewThreadSafeModule(module, context));
            LlvmErrors.check(error, "cannot take in '" + name + "'");
        } finally {
            // The module keeps the context alive for itself.
            LLVMOrcDisposeThreadSafeContext(context);
        }
    }

    /**
     * Defines a symbol as an address.
     *
     * @throws OffloadException when the symbol is defined already
     */
    public synchronized void define(String symbol, long address) {
        requireOpen();
        LLVMOrcMaterializationUnitRef unit;
        try (LLVMOrcCSymbolMapPair pair = new LLVMOrcCSymbolMapPair();
                BytePointer name = terminated(symbol)) {
            pair.Name(LLVMOrcLLJITMangleAndIntern(jit, name));
            pair.Sym().Address(address);
            pair.Sym().Flags().GenericFlags((byte) LLVMJITSymbolGenericFlagsExported);
            unit = LLVMOrcAbsoluteSymbols(pair, 1);
        }
        LLVMErrorRef error = LLVMOrcJITDylibDefine(library, unit);
        if (error != null && !error.isNull()) {
            LLVMOrcDisposeMaterializationUnit(unit);
        }
        LlvmErrors.check(error, "cannot define '" + symbol + "'");
    }

    /**
     * Returns the address of a symbol, compiling what is needed for it.
     *
     * @throws OffloadException naming the symbols that nothing defines, or with LLVM's words when it cannot compile one;
     *     for {@link Reason#LLVM} when LLVM gave up, and nothing else can be had from this session
     */
    public synchronized long lookup(String symbol) {
        requireOpen();
        if (abandoned) {
            throw new OffloadException(Reason.STATE, "the program cannot be compiled, as LLVM gave up on it");
        }
        try {
            long address = GuardedStep.take(() -> find(symbol));
            requireNoErrors();
            return address;
        } catch (OffloadException e) {
            abandoned = e.reason() == Reason.LLVM;
            throw e;
        }
    }

    private long find(String symbol) {
        try (LongPointer address = new LongPointer(1);
                BytePointer name = terminated(symbol)) {
            LlvmErrors.check(LLVMOrcLLJITLookup(jit, address, name), "cannot link '" + symbol + "'");
            return address.get();
        }
    }

    /** LLVM goes on after an error, and leaves out what it is about. */
    private void requireNoErrors() {
        List<String> errors =
                logs.stream().flatMap(log -> log.errors().stream()).toList();
        if (!errors.isEmpty()) {
            throw new OffloadException(Reason.LINKAGE, "no code for this machine: " + String.join("; ", errors));
        }
    }

    private static BytePointer terminated(String symbol) {
        return new BytePointer(java.util.Arrays.copyOf(
                symbol.getBytes(StandardCharsets.UTF_8), symbol.getBytes(StandardCharsets.UTF_8).length + 1));
    }

    private void requireOpen() {
        if (closed) {
            throw new OffloadException(Reason.STATE, "the program is closed");
        }
    }

    /** Frees the code, unless LLVM gave up on it: a thread stands in the middle of it for ever. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (!abandoned) {
                LlvmErrors.check(LLVMOrcDisposeLLJIT(jit), "cannot free the compiled code");
                logs.forEach(DiagnosticLog::close);
            }
        }
    }
}
