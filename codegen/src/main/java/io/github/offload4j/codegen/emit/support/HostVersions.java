package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code .offload_host.K}: a kernel as a function of the host, which computes the whole grid when the runtime refuses the
 * launch. Its parameters are those of the kernel in an image for the host.
 */
public final class HostVersions {
    private final IrModule module;
    private final List<byte[]> bitcodes = new ArrayList<>();
    private final Set<String> available = new HashSet<>();
    private final Map<String, IrFunction> used = new LinkedHashMap<>();

    /** Makes the host versions of one module. */
    public HostVersions(IrModule module) {
        this.module = module;
    }

    public void add(byte[] bitcode, List<KernelSignature> kernels) {
        bitcodes.add(bitcode);
        kernels.forEach(kernel -> available.add(kernel.name()));
    }

    public List<byte[]> bitcodes() {
        return List.copyOf(bitcodes);
    }

    public boolean has(String kernel) {
        return available.contains(kernel);
    }

    /** Returns the host version of a kernel, to be linked in when the module is finished. */
    public IrFunction get(String kernel, List<IrType> parameters) {
        return used.computeIfAbsent(kernel, k -> declare(k, parameters));
    }

    private IrFunction declare(String kernel, List<IrType> parameters) {
        IrContext context = module.context();
        return module.addFunction(
                Helper.HOST.localSymbol(kernel), context.function(context.voidType(), parameters), Linkage.EXTERNAL);
    }

    /**
     * Links the bodies in, and makes them local to the module.
     *
     * @throws OffloadException when a body is missing or has another type
     */
    public void link() {
        if (used.isEmpty()) {
            return;
        }
        bitcodes.forEach(bitcode -> ModuleLinker.link(module, bitcode));
        used.forEach((kernel, declared) -> {
            // Linking replaces the declaration, so the function is looked up anew.
            IrFunction linked = module.findFunction(Helper.HOST.localSymbol(kernel))
                    .filter(function -> !function.isDeclaration())
                    .filter(function -> function.type().equals(declared.type()))
                    .orElseThrow(() -> new OffloadException(
                            Reason.SIGNATURE,
                            "the host version in an image does not have kernel '" + kernel + "' as "
                                    + declared.type()));
            linked.setLinkage(Linkage.INTERNAL);
            Helper.HOST.mark(linked, kernel, module.context());
        });
    }
}
