package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts {@link DeviceFunction}s in the place of LLVM's functions for one family of GPUs, in kernels for other processors. */
final class ForeignIntrinsics {
    private static final String PREFIX = "offload.of.";

    private static final Pattern DEFINITION =
            Pattern.compile("define \\S+ @" + Pattern.quote(PREFIX) + "(llvm\\.[\\w.]+)\\(([^)]*)\\)");

    /** What arguments must be, by the names that parameters have in the definitions. */
    private static final Map<String, Long> CONSTANTS = Map.of("%all", -1L, "%zero", 0L);

    /** The parameters of those that have a meaning for every target. */
    private static final Map<String, List<String>> KNOWN = read(ForeignMeanings.TEXT);

    private ForeignIntrinsics() {}

    private static Map<String, List<String>> read(String text) {
        Map<String, List<String>> known = new HashMap<>();
        Matcher definition = DEFINITION.matcher(text);
        while (definition.find()) {
            List<String> names = new ArrayList<>();
            for (String parameter : definition.group(2).split(", ", -1)) {
                names.add(parameter.substring(parameter.lastIndexOf(' ') + 1));
            }
            known.put(definition.group(1), List.copyOf(names));
        }
        return Map.copyOf(known);
    }

    /** Replaces every call in a module that means something on the target. */
    static void translate(IrModule module, DeviceTarget target) {
        boolean any = false;
        for (IrFunction function : module.functions()) {
            if (KNOWN.containsKey(function.name())
                    && function.isIntrinsic()
                    && IntrinsicRules.isForeign(function, target)) {
                for (IrInstruction call : function.calls()) {
                    if (unclear(call).isEmpty()) {
                        call.setCalledFunction(declared(PREFIX + function.name(), function, module));
                        any = true;
                    }
                }
            }
        }
        if (any) {
            ModuleLinker.linkNeeded(module, ForeignMeanings.TEXT.getBytes(UTF_8), "foreign intrinsics")
                    .forEach(name ->
                            module.findFunction(name).ifPresent(function -> function.setLinkage(Linkage.INTERNAL)));
        }
    }

    private static IrFunction declared(String symbol, IrFunction like, IrModule module) {
        return module.findFunction(symbol).orElseGet(() -> module.addFunction(symbol, like.type(), Linkage.EXTERNAL));
    }

    /**
     * Returns what keeps a call from meaning the same elsewhere, for a message; nothing when nothing does, or the
     * function is not known.
     */
    static Optional<String> unclear(IrInstruction call) {
        String name = call.calledFunction().orElseThrow().name();
        List<String> parameters = KNOWN.getOrDefault(name, List.of());
        List<IrValue> arguments = call.arguments();
        for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
            Long wanted = CONSTANTS.get(parameters.get(i));
            OptionalLong given = arguments.get(i).constantInteger();
            if (wanted != null && (given.isEmpty() || (int) given.getAsLong() != wanted)) {
                return Optional.of("it calls " + name + " with another argument " + (i + 1) + " than " + wanted
                        + ", which has a meaning on its own processors only");
            }
        }
        return Optional.empty();
    }
}
