package io.github.offload4j.tools.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.dialect.Bitcode;
import io.github.offload4j.codegen.dialect.Content;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.NewerLlvm;
import io.github.offload4j.codegen.ir.ReadModule;
import io.github.offload4j.tools.cli.FileErrors;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.InputNotes;
import io.github.offload4j.tools.diagnostic.SourceText;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** A module read from text or bitcode, verified, and the context that it lives in; {@link #close()} frees both. */
public final class IrInput implements AutoCloseable {
    private static final Pattern TWICE = Pattern.compile("globals named '(.*)': symbol multiply defined");

    private final String name;
    private final LLVMContextRef context;
    private final LLVMModuleRef module;
    private final Content content;
    private final boolean text;
    private boolean abandoned;

    private IrInput(String name, Content content, LLVMContextRef context, LLVMModuleRef module, boolean text) {
        this.name = name;
        this.content = content;
        this.context = context;
        this.module = module;
        this.text = text;
    }

    /**
     * Reads a module.
     *
     * @param notes where to say what was done to read it
     * @throws InputException when it cannot be read, does not parse, or is not well formed
     */
    public static IrInput read(InputFile file, InputNotes notes) {
        return of(file.name(), file.module(), notes);
    }

    /**
     * Parses a module that was read.
     *
     * @param name what messages call it
     * @param content text or bitcode, which is not copied
     * @param notes where to say what was done to read it
     * @throws InputException when it does not parse, or is not well formed
     */
    public static IrInput of(String name, byte[] content, InputNotes notes) {
        return of(name, Content.of(content), notes);
    }

    private static IrInput of(String name, Content content, InputNotes notes) {
        boolean text = !reading(name, () -> Bitcode.isBitcode(content));
        LLVMContextRef context = LLVMContextCreate();
        ReadModule read;
        try {
            read = reading(name, () -> ModuleReader.read(context, content, name));
        } catch (OffloadException e) {
            if (e.reason() != OffloadException.Reason.LLVM) {
                LLVMContextDispose(context);
            }
            throw LlvmMessage.of(Objects.requireNonNull(e.getMessage()), name)
                    .toException(text ? Optional.of(decoded(name, content)) : Optional.empty());
        } catch (InputException e) {
            LLVMContextDispose(context);
            throw e;
        }
        read.note().ifPresent(note -> notes.print(name, note));
        IrInput input = new IrInput(name, content, context, read.module(), text);
        try {
            input.verify();
            return input;
        } catch (InputException e) {
            input.close();
            throw e;
        }
    }

    private static <T> T reading(String name, Supplier<T> step) {
        try {
            return step.get();
        } catch (UncheckedIOException e) {
            throw new InputException(
                    name, "cannot be read: " + FileErrors.reason(Objects.requireNonNull(e.getCause()), "no such file"));
        }
    }

    /**
     * Parses what a compiler made of a source file. Messages later on do not show its text, which is not the user's.
     *
     * @param name what messages call it
     * @param content text, which is not copied
     * @param source what messages call the source
     * @throws InputException when it does not parse, or is not well formed
     */
    public static IrInput ofCompiled(String name, byte[] content, String source) {
        return of(name, content, InputNotes.silent()).handedOver(source);
    }

    /** Returns an input that has the module from now on, and no text. */
    private IrInput handedOver(String newName) {
        abandoned = true;
        return new IrInput(newName, content, context, module, false);
    }

    /**
     * Links another module into this one, which then stands for both; its text is none of either's any more.
     *
     * @return the same module, under the same name
     * @throws InputException when a symbol is defined in both
     */
    public IrInput linking(IrInput other) {
        try (IrModule view = new IrModule(module)) {
            ModuleLinker.link(view, ModuleWriter.bitcode(other.raw()));
        } catch (OffloadException e) {
            Matcher twice = TWICE.matcher(String.valueOf(e.getMessage()));
            throw new InputException(
                    other.name(),
                    twice.find()
                            ? "'" + twice.group(1) + "' is defined here and in " + name
                            : "cannot be linked with " + name + ": " + e.getMessage());
        }
        return handedOver(name);
    }

    private void verify() {
        try (IrModule view = new IrModule(module)) {
            view.verify();
        } catch (OffloadException e) {
            String message = Objects.requireNonNull(e.getMessage());
            String advice =
                    NewerLlvm.advice(content(), message).map(a -> "; " + a).orElse("");
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

    /** Returns what the module was read from. */
    public Content source() {
        return content;
    }

    /** Returns what was read, which nobody may change. */
    public byte[] content() {
        return reading(name, content::bytes);
    }

    /** Returns whether a text was read that is the user's. */
    public boolean isText() {
        return text;
    }

    /** Returns the text that was read, decoded for this caller; nothing for bitcode. */
    public Optional<SourceText> text() {
        return text ? Optional.of(decoded(name, content)) : Optional.empty();
    }

    private static SourceText decoded(String name, Content content) {
        return new SourceText(name, new String(reading(name, content::bytes), UTF_8));
    }

    /** Leaves the module where it is, because LLVM gave up in the middle of it. */
    public void abandon() {
        abandoned = true;
    }

    @Override
    public void close() {
        if (abandoned) {
            return;
        }
        LLVMDisposeModule(module);
        LLVMContextDispose(context);
    }
}
