package io.github.offload4j.codegen.emit.global;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Source locations as the runtime wants them: a struct with a text {@code ;file;function;line;column;;}. The runtime
 * splits the text at semicolons and ends the process when a number is missing, so none may come in with a name.
 */
public final class Ident {
    private static final String UNKNOWN = "unknown";

    private final IrModule module;
    private final RuntimeTypes types;
    private final Map<String, IrValue> made = new HashMap<>();

    /** Makes the locations of one module. */
    public Ident(IrModule module, RuntimeTypes types) {
        this.module = module;
        this.types = types;
    }

    /** Returns the location of what has none. */
    public IrValue unknown() {
        return get(text(Optional.empty(), UNKNOWN));
    }

    /** Returns the location of a site in a function. */
    public IrValue at(Optional<SourceLocation> location, String function) {
        return get(text(location, function));
    }

    private static String text(Optional<SourceLocation> location, String function) {
        return file(location) + ";" + field(function) + lineAndColumn(location);
    }

    /** Returns the part of an argument's text that follows its name. */
    static String place(Optional<SourceLocation> location) {
        return file(location) + lineAndColumn(location);
    }

    private static String file(Optional<SourceLocation> location) {
        return ";" + field(location.map(SourceLocation::file).orElse(UNKNOWN));
    }

    private static String lineAndColumn(Optional<SourceLocation> location) {
        return ";" + location.map(SourceLocation::line).orElse(0)
                + ";" + location.map(SourceLocation::column).orElse(0)
                + ";;";
    }

    static String field(String text) {
        return text.isEmpty() ? UNKNOWN : text.replace(';', ',').replace('\0', ' ');
    }

    private IrValue get(String text) {
        return made.computeIfAbsent(text, this::make);
    }

    private IrValue make(String text) {
        IrContext context = module.context();
        IrValue content = context.constantText(text);
        IrValue source = module.addGlobal("", content.type(), Linkage.PRIVATE)
                .constant(content)
                .unnamedAddress()
                .aligned(1)
                .value();
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        IrValue ident = context.constantStruct(
                types.of(StructLayout.IDENT),
                List.of(
                        context.constant(32, 0),
                        context.constant(32, RuntimeConstants.IDENT_FLAGS),
                        context.constant(32, 0),
                        context.constant(32, length),
                        source));
        return module.addGlobal("", types.of(StructLayout.IDENT), Linkage.PRIVATE)
                .constant(ident)
                .unnamedAddress()
                .aligned(StructLayout.IDENT.alignment())
                .value();
    }
}
