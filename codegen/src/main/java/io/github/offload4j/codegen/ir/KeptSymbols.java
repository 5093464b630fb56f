package io.github.offload4j.codegen.ir;

import java.util.List;
import java.util.Optional;

/** What a module asks LLVM to keep as it is: the lists {@code llvm.used} and {@code llvm.compiler.used}. */
public final class KeptSymbols {
    private static final List<String> LISTS = List.of("llvm.used", "llvm.compiler.used");

    private KeptSymbols() {}

    /** Returns whether a function is in one of the lists. */
    public static boolean contains(IrModule module, IrFunction function) {
        for (String list : LISTS) {
            Optional<IrValue> content =
                    module.findGlobal(list).map(IrGlobal::value).flatMap(ConstantFacts::initialValue);
            if (content.map(ConstantFacts::parts).orElse(List.of()).contains(function.value())) {
                return true;
            }
        }
        return false;
    }

    /** Has passes leave functions where they are, in a module without the lists, until they are dropped. */
    public static void keep(IrModule module, List<IrFunction> functions) {
        if (!functions.isEmpty()) {
            IrValue content = module.context()
                    .constantArray(
                            module.context().pointer(),
                            functions.stream().map(IrFunction::value).toList());
            module.addGlobal(LISTS.get(1), content.type(), Linkage.APPENDING)
                    .initialized(content)
                    .section("llvm.metadata");
        }
    }

    /** Deletes the lists: nothing outside of the module can use what they keep. */
    public static void drop(IrModule module) {
        LISTS.forEach(list -> module.findGlobal(list).ifPresent(IrGlobal::deleteIfUnused));
    }
}
