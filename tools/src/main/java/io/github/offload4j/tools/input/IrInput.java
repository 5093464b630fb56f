package io.github.offload4j.tools.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.NewerLlvm;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.SourceText;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** A module read from text or bitcode, verified, and the context that it lives in; {@link #close()} frees both. */
public final class IrInput implements AutoCloseable {
    /** What bitcode starts with, alone and in a wrapper. */
    private static final int BITCODE = 0x4243C0DE;

    private static final int WRAPPED_BITCODE = 0xDEC0170B;

    private final String name;
    private final LLVMContextRef context;
    private final LLVMModuleRef module;
    private final byte[] content;
    private final Optional<SourceText> text;

    private IrInput(
            String name, byte[] content, LLVMContextRef context, LLVMModuleRef module, Optional<SourceText> text) {
        this.name = name;
        this.content = content;
        this.context = context;
        this.module = module;
        this.text = text;
    }

    /**
     * Reads a module.
     *
     * @throws InputException when it cannot be read, does not parse, or is not well formed
     */
    public static IrInput read(InputFile file) {
        return of(file.name(), file.readBytes());
    }

    /**
     * Parses a module that was read.
     *
     * @param name what messages call it
     * @param content text or bitcode, which is not copied
     * @throws InputException when it does not parse, or is not well formed
     */
    public static IrInput of(String name, byte[] content) {
        Optional<SourceText> text =
                isBitcode(content) ? Optional.empty() : Optional.of(new SourceText(name, new String(content, UTF_8)));
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module;
        try {
            module = ModuleReader.parse(context, content, name);
        } catch (OffloadException e) {
            LLVMContextDispose(context);
            throw LlvmMessage.of(Objects.requireNonNull(e.getMessage()), name).toException(text);
        }
        IrInput input = new IrInput(name, content, context, module, text);
        try {
            input.verify();
            return input;
        } catch (InputException e) {
            input.close();
            throw e;
        }
    }

    private static boolean isBitcode(byte[] content) {
        if (content.length < Integer.BYTES) {
            return false;
        }
        int magic = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            magic = magic << Byte.SIZE | (content[i] & 0xFF);
        }
        return magic == BITCODE || magic == WRAPPED_BITCODE;
    }

    private void verify() {
        try (IrModule view = new IrModule(module)) {
            view.verify();
        } catch (OffloadException e) {
            String message = Objects.requireNonNull(e.getMessage());
            String advice =
                    NewerLlvm.advice(content, message).map(a -> "; " + a).orElse("");
            throw new InputException(name, message.replace('\n', ' ') + advice);
        }
    }

    /** Returns what messages call the input. */
    public String name() {
        return name;
    }

    /** Returns the module, which stays this object's. */
    public LLVMModuleRef raw() {
        return module;
    }

    /** Returns what was read. */
    public byte[] content() {
        return content.clone();
    }

    /** Returns the text that was read; nothing for bitcode. */
    public Optional<SourceText> text() {
        return text;
    }

    @Override
    public void close() {
        LLVMDisposeModule(module);
        LLVMContextDispose(context);
    }
}
