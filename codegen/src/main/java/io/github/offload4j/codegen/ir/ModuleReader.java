package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateMemoryBufferWithMemoryRange;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMParseIRInContext;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.dialect.Bitcode;
import io.github.offload4j.codegen.dialect.Content;
import io.github.offload4j.codegen.dialect.NewerFunctions;
import io.github.offload4j.codegen.dialect.NewerText;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/**
 * Reads modules from text or bitcode of LLVM 20 and older, and of those up to LLVM 23: newer text is rewritten for LLVM 20,
 * newer bitcode is printed by an {@code llvm-dis} first. What LLVM 20 has nothing for is refused by name.
 */
public final class ModuleReader {
    /** Text of at most so many bytes is not nested deep enough, and breaks too little, to need a thread of its own. */
    private static final int SHORT = 4096;

    private ModuleReader() {}

    /**
     * Parses LLVM IR text.
     *
     * @param name what messages call the input
     * @return the module, which the caller disposes of
     * @throws OffloadException with LLVM's words when the text does not parse, or naming what is too new in it
     */
    public static LLVMModuleRef parse(LLVMContextRef context, String text, String name) {
        return parse(context, text.getBytes(UTF_8), name);
    }

    /**
     * Parses LLVM IR text or bitcode, as {@link #read} does.
     *
     * @param name what messages call the input
     * @return the module, which the caller disposes of
     * @throws OffloadException with LLVM's words when the input does not parse, or naming what is too new in it;
     *     for {@link Reason#LLVM} when LLVM gave up, and the context must not be used any more, nor disposed of
     */
    public static LLVMModuleRef parse(LLVMContextRef context, byte[] input, String name) {
        return read(context, input, name).module();
    }

    /**
     * Parses a library, of which only some functions will be used: what LLVM does not know in the others does no harm.
     *
     * @param name what messages call the input
     * @return the module, which the caller disposes of
     * @throws OffloadException as {@link #parse}
     */
    static LLVMModuleRef parseLibrary(LLVMContextRef context, byte[] input, String name) {
        boolean own = Bitcode.isBitcode(input) && Bitcode.writer(input).orElse(0) <= NewerLlvm.ownVersion();
        return own ? parseBitcode(context, input, name) : parse(context, input, name);
    }

    /**
     * Reads LLVM IR text or bitcode. What comes back may not be well formed; {@link IrModule#verify} tells. Debug
     * information of a version that this LLVM does not know is dropped.
     *
     * @param name what messages call the input
     * @return the module, and what was done to the input to read it
     * @throws OffloadException with LLVM's words when the input does not parse, naming what is too new in it, or, for bitcode
     *     of a newer LLVM, naming the {@code llvm-dis} that is missing
     */
    public static ReadModule read(LLVMContextRef context, byte[] input, String name) {
        Handles.require(context, "context");
        return Bitcode.isBitcode(input) ? bitcode(context, input, name) : text(context, Content.of(input), name);
    }

    /**
     * Reads LLVM IR text or bitcode, as the other method does. Text is read piece by piece, so that it is held once, for LLVM.
     *
     * @param content which is read once more for some messages
     * @param name what messages call the input
     * @return the module, and what was done to the input to read it
     * @throws java.io.UncheckedIOException when the content cannot be read
     * @throws OffloadException as the other method does
     */
    public static ReadModule read(LLVMContextRef context, Content content, String name) {
        Handles.require(context, "context");
        return Bitcode.isBitcode(content) ? bitcode(context, content.bytes(), name) : text(context, content, name);
    }

    private static ReadModule bitcode(LLVMContextRef context, byte[] input, String name) {
        OptionalInt writer = Bitcode.writer(input);
        if (writer.isPresent() && writer.getAsInt() > NewerLlvm.ownVersion()) {
            LlvmDis printer = LlvmDis.find(writer.getAsInt(), name);
            ReadModule read = text(context, Content.of(printer.print(input, name)), name);
            String printed = "bitcode of LLVM " + writer.getAsInt() + ", printed by '" + printer.program() + "'";
            return new ReadModule(
                    read.module(),
                    Optional.of(printed + read.note().map(note -> "; " + note).orElse("")));
        }
        LLVMModuleRef module = parseBitcode(context, input, name);
        return checked(module, () -> Intrinsics.requireKnown(module, name), Optional.empty());
    }

    private static LLVMModuleRef parseBitcode(LLVMContextRef context, byte[] input, String name) {
        try (BytePointer bytes = new BytePointer(input)) {
            return parse(context, bytes, input.length, name, message -> refused(input, message));
        }
    }

    private static ReadModule text(LLVMContextRef context, Content content, String name) {
        LLVMModuleRef module;
        NewerText text;
        try (TextBuffer buffer = new TextBuffer(content.size())) {
            text = NewerText.read(content, buffer::put);
            text.refusal().ifPresent(refusal -> {
                throw new OffloadException(Reason.SYNTAX, refusal.describe(name));
            });
            module = parse(
                    context,
                    buffer.terminated(),
                    buffer.length(),
                    name,
                    message -> refused(content.bytes(), LlvmPlace.restore(message, name, text)));
        }
        Runnable check = () -> {
            Intrinsics.requireKnown(module, text, name);
            if (text.note().isPresent()) {
                defineNewer(module);
            }
            try (IrModule view = new IrModule(module)) {
                FramePointers.translate(view);
            }
        };
        return checked(module, check, text.note());
    }

    private static void defineNewer(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            for (IrFunction function : view.functions()) {
                NewerFunctions.definition(function.name())
                        .filter(text -> function.isDeclaration())
                        .ifPresent(text -> ModuleLinker.link(view, text.getBytes(UTF_8)));
            }
        }
    }

    private static ReadModule checked(LLVMModuleRef module, Runnable check, Optional<String> note) {
        boolean known = false;
        try {
            check.run();
            known = true;
        } finally {
            if (!known) {
                LLVMDisposeModule(module);
            }
        }
        DebugInfoUpgrade.dropUnknownVersion(module);
        return new ReadModule(module, note);
    }

    /** Parses what is in a buffer, which stays the caller's. Text needs a zero byte behind it. */
    private static LLVMModuleRef parse(
            LLVMContextRef context,
            BytePointer bytes,
            long length,
            String name,
            Function<String, OffloadException> refusal) {
        LLVMModuleRef module = new LLVMModuleRef();
        BytePointer message = new BytePointer();
        boolean read;
        try (BytePointer title = Utf8.encode(name)) {
            boolean terminated = bytes.capacity() > length;
            LLVMMemoryBufferRef buffer =
                    LLVMCreateMemoryBufferWithMemoryRange(bytes, length, title, terminated ? 1 : 0);
            // The parser owns the buffer, and not the bytes, from here on, also when it fails.
            // The readers recurse, and give up on some inputs that are broken; not on a line or two.
            boolean guarded = !terminated || length > SHORT;
            read = parse(context, buffer, module, message, guarded);
        }
        if (!read) {
            try {
                throw refusal.apply(Utf8.decode(message).strip());
            } finally {
                LLVMDisposeMessage(message);
            }
        }
        return module;
    }

    private static boolean parse(
            LLVMContextRef context,
            LLVMMemoryBufferRef buffer,
            LLVMModuleRef module,
            BytePointer message,
            boolean guarded) {
        Supplier<Boolean> step = () -> LLVMParseIRInContext(context, buffer, module, message) == 0;
        DebugInfoUpgrade.suspend();
        try {
            return guarded ? GuardedStep.take(step) : step.get();
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
