package io.github.offload4j.codegen.emit.global;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code .offload_names}: what the runtime's reports call each argument, {@code ;name;file;line;column;;}. */
public final class ArgumentNames {
    private final IrModule module;
    private final Map<String, IrValue> texts = new HashMap<>();

    /** The arrays by what they say. */
    private final Map<List<Optional<String>>, IrValue> arrays = new HashMap<>();

    /** Makes the names of one module. */
    public ArgumentNames(IrModule module) {
        this.module = module;
    }

    /** Returns the names array, or null when there is nothing to say of any argument. */
    public IrValue of(String site, List<ArgumentLabel> labels, Optional<SourceLocation> location) {
        String place = Ident.place(location);
        List<Optional<String>> reported = new ArrayList<>(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            reported.add(labels.get(i).inReport(i).map(name -> ";" + Ident.field(name) + place));
        }
        return arrays.computeIfAbsent(reported, texts -> make(site, texts));
    }

    private IrValue make(String site, List<Optional<String>> reported) {
        IrContext context = module.context();
        List<IrValue> entries = new ArrayList<>(reported.size());
        for (Optional<String> entry : reported) {
            entries.add(entry.map(this::text).orElse(context.nullPointer()));
        }
        return entries.stream().allMatch(IrValue::isNullConstant) ? context.nullPointer() : array(site, entries);
    }

    private IrValue text(String text) {
        return texts.computeIfAbsent(text, t -> {
            IrValue content = module.context().constantText(t);
            return module.addGlobal("", content.type(), Linkage.PRIVATE)
                    .constant(content)
                    .unnamedAddress()
                    .aligned(1)
                    .value();
        });
    }

    private IrValue array(String site, List<IrValue> entries) {
        IrValue content = module.context().constantArray(module.context().pointer(), entries);
        return module.addGlobal(".offload_names." + site, content.type(), Linkage.PRIVATE)
                .constant(content)
                .unnamedAddress()
                .value();
    }
}
