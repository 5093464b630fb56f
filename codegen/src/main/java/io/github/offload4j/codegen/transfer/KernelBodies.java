package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.emit.HostVersions;
import io.github.offload4j.codegen.flow.AccessReader;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.flow.ParameterAccess;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.OwnedModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kernels whose bodies came along with the device images. */
final class KernelBodies implements AutoCloseable {
    private final List<OwnedModule> owned = new ArrayList<>();
    private final List<ModuleFacts> modules = new ArrayList<>();

    KernelBodies(List<byte[]> bitcodes) {
        for (byte[] bitcode : bitcodes) {
            OwnedModule module = OwnedModule.parse(bitcode, "kernels");
            owned.add(module);
            modules.add(new ModuleFacts(module.module()));
        }
    }

    /**
     * Returns what a kernel does with an argument, when its body is known.
     *
     * @param entry the argument's place in the arrays of the launch
     * @param entries how many there are
     */
    Optional<ParameterAccess> access(String kernel, int entry, int entries) {
        for (ModuleFacts module : modules) {
            Optional<IrFunction> body =
                    module.module().findFunction(HostVersions.PREFIX + kernel).filter(f -> !f.isDeclaration());
            if (body.isPresent()) {
                // a kernel that the host plugin does not run has the runtime's hidden pointer in front
                int shift = body.get().parameterTypes().size() - entries;
                boolean fits = (shift == 0 || shift == 1)
                        && body.get().parameterTypes().get(entry + shift).isPointer();
                return fits ? Optional.of(new AccessReader(module).read(body.get(), entry + shift)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        owned.forEach(OwnedModule::close);
    }
}
