package io.github.offload4j.codegen.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What clang makes of {@code __attribute__((annotate("...")))}: a list of functions and variables, each with a text. */
public final class Annotations {
    private static final String LIST = "llvm.global.annotations";

    private Annotations() {}

    /** Returns the functions that are annotated with a text. */
    public static List<IrFunction> functions(IrModule module, String text) {
        List<IrFunction> found = new ArrayList<>();
        Optional<IrValue> list = module.findGlobal(LIST).map(IrGlobal::value).flatMap(ConstantFacts::initialValue);
        for (IrValue entry : list.map(ConstantFacts::parts).orElse(List.of())) {
            List<IrValue> fields = ConstantFacts.parts(entry);
            if (fields.size() > 1
                    && ConstantFacts.text(fields.get(1)).filter(text::equals).isPresent()) {
                stripped(fields.get(0)).asFunction().ifPresent(found::add);
            }
        }
        return found;
    }

    /** Forgets every annotation: they are no part of a program. */
    public static void drop(IrModule module) {
        module.findGlobal(LIST).ifPresent(IrGlobal::deleteIfUnused);
    }

    /** Returns what a constant cast is of. */
    private static IrValue stripped(IrValue value) {
        List<IrValue> parts = ConstantFacts.parts(value);
        return parts.size() == 1 ? stripped(parts.get(0)) : value;
    }
}
