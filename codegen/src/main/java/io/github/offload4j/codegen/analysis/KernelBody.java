package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.flow.ParameterAccess;
import io.github.offload4j.codegen.ir.IrFunction;
import java.util.List;
import java.util.Optional;

/**
 * The function that a launch runs, as far as a module has it.
 *
 * @param module the module that it is in
 * @param function the function
 * @param shift how many parameters stand in front of those that the program passes
 * @param inParts whether it takes a value that is passed in several entries as so many parameters, as compiled kernels do
 */
record KernelBody(CheckedCode module, IrFunction function, int shift, boolean inParts) {
    /** Finds it in the kernels' module, or else in the host module: under its own name, or as the fallback. */
    static Optional<KernelBody> of(Launch launch, CheckContext context) {
        Optional<KernelBody> body = context.kernels().flatMap(kernels -> find(launch.kernel(), kernels, launch));
        return body.or(() ->
                        launch.kernel().flatMap(context::hostFunction).flatMap(f -> fit(context.host(), f, launch)))
                .or(() -> defined(fallback(launch), context.host(), launch));
    }

    private static Optional<IrFunction> fallback(Launch launch) {
        return launch.refusal() instanceof Launch.Refusal.Calls calls ? calls.function() : Optional.empty();
    }

    private static Optional<KernelBody> find(Optional<String> name, CheckedCode module, Launch launch) {
        return defined(name.flatMap(module.facts().module()::findFunction), module, launch);
    }

    private static Optional<KernelBody> defined(Optional<IrFunction> function, CheckedCode module, Launch launch) {
        return function.filter(f -> !f.isDeclaration()).flatMap(f -> fit(module, f, launch));
    }

    private static Optional<KernelBody> fit(CheckedCode module, IrFunction function, Launch launch) {
        int parameters = function.parameterTypes().size();
        for (boolean inParts : List.of(true, false)) {
            // a compiled kernel has the runtime's hidden pointer in front
            int shift = parameters - passed(launch, launch.call().entries().size(), inParts);
            if (shift == 0 || shift == 1) {
                return Optional.of(new KernelBody(module, function, shift, inParts));
            }
        }
        return Optional.empty();
    }

    /** Returns how many parameters the entries in front of one are for. */
    private static int passed(Launch launch, int end, boolean inParts) {
        List<TableEntry> entries = launch.call().entries();
        int passed = 0;
        for (int i = 0; i < end; i++) {
            boolean hidden = launch.isExtra(i);
            boolean counts = inParts || !TableEntry.continues(entries, i);
            passed += entries.get(i).has(MapFlag.TARGET_PARAM) && !hidden && counts ? 1 : 0;
        }
        return passed;
    }

    /** Returns what it does with the memory behind a pointer parameter. */
    ParameterAccess access(int parameter) {
        return module.code().access(function, parameter);
    }

    /** Returns the parameter that gets a table entry, or nothing when none does, or it is no pointer. */
    Optional<Integer> pointerParameter(Launch launch, int entry) {
        List<TableEntry> entries = launch.call().entries();
        if (entry >= entries.size() || !entries.get(entry).has(MapFlag.TARGET_PARAM)) {
            return Optional.empty();
        }
        int parameter = shift + passed(launch, entry, inParts);
        boolean pointer = function.parameterTypes().get(parameter).isPointer();
        return pointer ? Optional.of(parameter) : Optional.empty();
    }
}
