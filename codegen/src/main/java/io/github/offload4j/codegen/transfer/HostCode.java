package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.RuntimeState;
import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.Set;

/**
 * What is known of a host module's code while transfers are planned; it must not change meanwhile.
 *
 * @param facts where values of its functions come from
 * @param code what its functions do with memory
 * @param runtime which of its calls reach the runtime
 * @param ordered which calls may synchronize with other threads
 * @param mayJump whether control may leave a function, or come back to it, by a jump of the C library's
 * @param setsDevice whether the program may change the default device
 */
record HostCode(
        ModuleFacts facts,
        CodeFacts code,
        RuntimeCalls runtime,
        OrderedCalls ordered,
        boolean mayJump,
        boolean setsDevice) {
    private static final Set<String> JUMPS = Set.of("longjmp", "_longjmp", "siglongjmp", "__longjmp_chk");

    /**
     * Reads a module.
     *
     * @param code what its functions do with memory, perhaps from before sites were put around calls
     */
    static HostCode of(IrModule module, CodeFacts code) {
        boolean mayJump = declares(JUMPS, module)
                || module.functions().stream().anyMatch(f -> Attributes.onFunction(f, "returns_twice"));
        return new HostCode(
                new ModuleFacts(module),
                code,
                new RuntimeCalls(),
                new OrderedCalls(),
                mayJump,
                declares(RuntimeState.DEVICE_SETTERS, module));
    }

    private static boolean declares(Set<String> names, IrModule module) {
        return names.stream().anyMatch(name -> module.findFunction(name).isPresent());
    }
}
