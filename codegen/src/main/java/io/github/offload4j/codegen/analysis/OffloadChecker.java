package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleCopy;
import io.github.offload4j.codegen.lower.LoweredModule;
import io.github.offload4j.codegen.lower.Lowering;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/**
 * Checks the offload sites of a module, whoever emitted them.
 *
 * <p>The module is read, never changed. Not safe for use on one module, or one LLVM context, by two threads at once.
 */
public final class OffloadChecker {
    private OffloadChecker() {}

    /**
     * Checks a module.
     *
     * @param module the host module; marked calls are lowered on a copy first
     * @return what is wrong, check by check in the order of the module; empty when nothing is
     * @throws NullPointerException when an argument is null
     * @throws OffloadException when the module is not well formed
     * @throws io.github.offload4j.codegen.lower.LoweringException when a marked call cannot be lowered
     */
    public static List<Finding> check(LLVMModuleRef module, CheckOptions options) {
        Objects.requireNonNull(options, "options is null");
        return check(module, Optional.empty(), options);
    }

    /**
     * Checks a module together with the kernels that it launches.
     *
     * @param module the host module; marked calls are lowered on a copy first
     * @param kernelModule the module with the kernels' bodies, before it is compiled for a device
     * @return what is wrong, check by check in the order of the module; empty when nothing is
     * @throws NullPointerException when an argument is null
     * @throws OffloadException when a module is not well formed
     * @throws io.github.offload4j.codegen.lower.LoweringException when a marked call cannot be lowered
     */
    public static List<Finding> check(
            LLVMModuleRef module, Optional<LLVMModuleRef> kernelModule, CheckOptions options) {
        Objects.requireNonNull(kernelModule, "kernelModule is null");
        Objects.requireNonNull(options, "options is null");
        if (!options.runsAny()) {
            return List.of();
        }
        kernelModule.ifPresent(OffloadChecker::requireWellFormed);
        if (Lowering.hasMarks(module)) {
            try (ModuleCopy copy = new ModuleCopy(module)) {
                Lowering.with(OffloadOptions.defaults()).lower(copy.raw());
                return checkLowered(copy.raw(), kernelModule, options);
            }
        }
        requireWellFormed(module);
        return checkLowered(module, kernelModule, options);
    }

    private static void requireWellFormed(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            view.verify();
        }
    }

    /**
     * Checks a module that is known to have no marked calls, such as one whose marked calls were just lowered.
     *
     * @param module the host module; calls that are marked all the same are not looked at
     * @param kernelModule the module with the kernels' bodies, before it is compiled for a device
     * @return what is wrong, check by check in the order of the module; empty when nothing is
     * @throws NullPointerException when an argument is null
     */
    public static List<Finding> checkLowered(
            LLVMModuleRef module, Optional<LLVMModuleRef> kernelModule, CheckOptions options) {
        Objects.requireNonNull(kernelModule, "kernelModule is null");
        Objects.requireNonNull(options, "options is null");
        if (!options.runsAny()) {
            return List.of();
        }
        return check(module, kernelModule, options, ReadSites::new);
    }

    /**
     * Checks a module whose marked calls were just lowered, by what is known of its sites from that: what {@link
     * #checkLowered(LLVMModuleRef, Optional, CheckOptions)} finds, in a part of the time.
     *
     * @param lowered the host module, which was not changed since
     * @param kernelModule the module with the kernels' bodies, before it is compiled for a device
     * @return what is wrong, check by check in the order of the module; empty when nothing is
     * @throws NullPointerException when an argument is null
     */
    public static List<Finding> checkLowered(
            LoweredModule lowered, Optional<LLVMModuleRef> kernelModule, CheckOptions options) {
        Objects.requireNonNull(lowered, "lowered is null");
        Objects.requireNonNull(kernelModule, "kernelModule is null");
        Objects.requireNonNull(options, "options is null");
        if (!options.runsAny()) {
            return List.of();
        }
        return check(
                lowered.raw(),
                kernelModule,
                options,
                facts -> lowered.functions()
                        .<SiteSource>map(functions -> new ToldSites(facts, functions))
                        .orElseGet(() -> new ReadSites(facts)));
    }

    private static List<Finding> check(
            LLVMModuleRef module,
            Optional<LLVMModuleRef> kernelModule,
            CheckOptions options,
            Function<ModuleFacts, SiteSource> sites) {
        try (IrModule host = new IrModule(module)) {
            if (kernelModule.isEmpty()) {
                return check(host, Optional.empty(), options, sites);
            }
            try (IrModule kernels = new IrModule(kernelModule.get());
                    CheckedCode code = CheckedCode.of(kernels)) {
                return check(host, Optional.of(code), options, sites);
            }
        }
    }

    private static List<Finding> check(
            IrModule host,
            Optional<CheckedCode> kernels,
            CheckOptions options,
            Function<ModuleFacts, SiteSource> sites) {
        try (CheckedCode code = CheckedCode.of(host);
                CheckContext context = new CheckContext(code, kernels, SiteReader.images(host), options)) {
            List<SiteCheck> checks = Arrays.stream(Check.values())
                    .filter(options::runs)
                    .map(check -> create(check, context))
                    .toList();
            sites.apply(code.facts()).forEachFunction(function -> {
                checks.forEach(check -> check.check(function));
                context.next();
            });
            checks.forEach(SiteCheck::finish);
            return context.findings();
        }
    }

    private static SiteCheck create(Check check, CheckContext context) {
        return switch (check) {
            case HOST_USE_OF_DEVICE_MEMORY -> new HostUseCheck(context);
            case KERNEL_USE_OF_HOST_MEMORY -> new KernelUseCheck(context);
            case ALIAS -> new AliasCheck(context);
            case EXTENT -> new ExtentCheck(context);
            case LAUNCH_BOUNDS -> new LaunchBoundsCheck(context);
            case DIRECTION -> new DirectionCheck(context);
            case DEVICE_VARIABLE -> new DeviceVariableCheck(context);
            case UPDATE -> new UpdateCheck(context);
            case LIFETIME -> new LifetimeCheck(context);
            case ASYNCHRONOUS -> new AsynchronousCheck(context);
            case SHARED_MEMORY, DIVERGENCE, RACE -> new BlockCheck(check, context);
        };
    }
}
