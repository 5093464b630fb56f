package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMAddGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetIntrinsicDeclaration;
import static org.bytedeco.llvm.global.LLVM.LLVMGetModuleContext;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedGlobalAlias;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedGlobalIFunc;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetSourceFileName;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTarget;
import static org.bytedeco.llvm.global.LLVM.LLVMLookupIntrinsicID;
import static org.bytedeco.llvm.global.LLVM.LLVMReturnStatusAction;
import static org.bytedeco.llvm.global.LLVM.LLVMSetLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMVerifyModule;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A view of an LLVM module that somebody else owns; {@link #close()} frees what the view itself allocated. */
public final class IrModule implements AutoCloseable {
    private final LLVMModuleRef ref;
    private final IrContext context;
    private final DataLayout layout;

    /**
     * Opens a view of a module.
     *
     * @throws NullPointerException when the handle is null
     */
    public IrModule(LLVMModuleRef ref) {
        this.ref = Handles.require(ref, "module");
        this.context = new IrContext(LLVMGetModuleContext(ref));
        this.layout = new DataLayout(ref);
    }

    /** Returns the native handle. */
    public LLVMModuleRef raw() {
        return ref;
    }

    /** Returns a view of the module's context. */
    public IrContext context() {
        return context;
    }

    /** Returns the sizes of types on the module's target. */
    public DataLayout layout() {
        return layout;
    }

    /** Returns the target triple, empty when the module has none. */
    public String triple() {
        return Utf8.decode(LLVMGetTarget(ref));
    }

    /** Returns the source file name that the module carries, empty when it has none. */
    public String sourceFileName() {
        try (SizeTPointer length = new SizeTPointer(1)) {
            return Utf8.decode(LLVMGetSourceFileName(ref, length), length.get());
        }
    }

    /** Returns the function with a symbol. */
    public Optional<IrFunction> findFunction(String symbol) {
        try (BytePointer name = Utf8.encode(symbol)) {
            return Optional.ofNullable(LLVMGetNamedFunction(ref, name)).map(IrFunction::new);
        }
    }

    /** Returns the global variable with a symbol. */
    public Optional<IrGlobal> findGlobal(String symbol) {
        try (BytePointer name = Utf8.encode(symbol)) {
            return Optional.ofNullable(LLVMGetNamedGlobal(ref, name)).map(v -> new IrGlobal(new IrValue(v)));
        }
    }

    /** Returns every function, declarations and intrinsics included, in the module's order. */
    public List<IrFunction> functions() {
        List<IrFunction> functions = new ArrayList<>();
        LLVMValueRef next = LLVMGetFirstFunction(ref);
        while (!Handles.isNull(next)) {
            functions.add(new IrFunction(next));
            next = LLVMGetNextFunction(next);
        }
        return functions;
    }

    /** Returns every global variable in the module's order. */
    public List<IrGlobal> globals() {
        List<IrGlobal> globals = new ArrayList<>();
        LLVMValueRef next = LLVMGetFirstGlobal(ref);
        while (!Handles.isNull(next)) {
            globals.add(new IrGlobal(new IrValue(next)));
            next = LLVMGetNextGlobal(next);
        }
        return globals;
    }

    /** Returns whether anything in the module has the symbol: a function, a variable, an alias or an indirect function. */
    public boolean hasSymbol(String symbol) {
        try (BytePointer name = Utf8.encode(symbol)) {
            return !Handles.isNull(LLVMGetNamedFunction(ref, name))
                    || !Handles.isNull(LLVMGetNamedGlobal(ref, name))
                    || !Handles.isNull(LLVMGetNamedGlobalAlias(ref, name, Utf8.length(symbol)))
                    || !Handles.isNull(LLVMGetNamedGlobalIFunc(ref, name, Utf8.length(symbol)));
        }
    }

    /**
     * Adds a global variable, uninitialised.
     *
     * @param name its name, empty for none; LLVM appends a number when the name is taken
     */
    public IrGlobal addGlobal(String name, IrType type, Linkage linkage) {
        LLVMValueRef global = LLVMAddGlobal(ref, type.raw(), context.text().of(name));
        LLVMSetLinkage(global, linkage.code());
        return new IrGlobal(new IrValue(global, context.pointer()));
    }

    /** Adds a private constant with the text in UTF-8 and a final zero byte, and returns its address. */
    public IrValue addText(String name, String text) {
        IrValue content = context.constantText(text);
        return addGlobal(name, content.type(), Linkage.PRIVATE)
                .constant(content)
                .unnamedAddress()
                .aligned(1)
                .value();
    }

    /**
     * Adds a function without a body. A local one gets a number behind its name when the name is taken.
     *
     * @throws OffloadException when the linker can see the symbol and it is taken
     */
    public IrFunction addFunction(String symbol, IrType type, Linkage linkage) {
        if (!linkage.isLocal() && hasSymbol(symbol)) {
            throw new OffloadException(Reason.SYMBOL_CONFLICT, "the module already has a symbol '" + symbol + "'");
        }
        LLVMValueRef function = LLVMAddFunction(ref, context.text().of(symbol), type.raw());
        LLVMSetLinkage(function, linkage.code());
        return new IrFunction(new IrValue(function, context.pointer()), type);
    }

    /**
     * Returns one of LLVM's own functions that is not overloaded, for example {@code llvm.nvvm.barrier0}.
     *
     * @throws IllegalArgumentException when LLVM has none of that name
     */
    public IrFunction intrinsic(String name) {
        return intrinsic(name, List.of());
    }

    /**
     * Returns one of LLVM's own functions.
     *
     * @param name without types, for example {@code llvm.lifetime.start}
     * @param types those that the name is overloaded with
     * @throws IllegalArgumentException when LLVM has none of that name
     */
    public IrFunction intrinsic(String name, List<IrType> types) {
        int id = LLVMLookupIntrinsicID(name, name.length());
        if (id == 0) {
            throw new IllegalArgumentException("LLVM has no intrinsic '" + name + "'");
        }
        return new IrFunction(
                LLVMGetIntrinsicDeclaration(ref, id, context.scratch().ofTypes(types), types.size()));
    }

    /**
     * Runs LLVM's verifier.
     *
     * @throws OffloadException with the verifier's words when the module is not well formed
     */
    public void verify() {
        BytePointer message = new BytePointer();
        boolean broken = LLVMVerifyModule(ref, LLVMReturnStatusAction, message) != 0;
        try {
            if (broken) {
                throw new OffloadException(
                        Reason.VERIFICATION,
                        "the module is not well formed: " + Utf8.decode(message).strip());
            }
        } finally {
            LLVMDisposeMessage(message);
        }
    }

    /** Returns whether LLVM's verifier accepts the module. */
    boolean isWellFormed() {
        BytePointer message = new BytePointer();
        try {
            return LLVMVerifyModule(ref, LLVMReturnStatusAction, message) == 0;
        } finally {
            LLVMDisposeMessage(message);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
