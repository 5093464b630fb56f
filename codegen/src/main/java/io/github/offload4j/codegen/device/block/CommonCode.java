package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Code that is the same for every kernel, as text. */
public enum CommonCode {
    /** Runs coroutines in turn. */
    SCHEDULER("scheduler.ll", "abort", "aligned_alloc", "dprintf", "free"),
    /** What the lanes of a warp do together. */
    WARP("warp.ll"),
    /** Tells whether a launch is short. */
    LAUNCH("launch.ll"),
    /** Spreads blocks over cores. */
    CORES(
            "cores.ll",
            "aligned_alloc",
            "clock_gettime",
            "dlopen",
            "dlsym",
            "dprintf",
            "fclose",
            "fopen",
            "free",
            "fscanf",
            "getenv",
            "getpid",
            "snprintf",
            "strrchr",
            "strtol");

    /** The functions of the C library that some of the code calls. */
    public static final Set<String> FOREIGN =
            Arrays.stream(values()).flatMap(code -> code.foreign.stream()).collect(Collectors.toUnmodifiableSet());

    private static final String LOCAL_SUFFIX = ".local";

    private final String file;
    private final List<String> foreign;

    CommonCode(String file, String... foreign) {
        this.file = file;
        this.foreign = List.of(foreign);
    }

    /** Links what a module refers to, which nobody else can see. */
    public void link(IrModule module) {
        giveWay(module);
        for (String defined : ModuleLinker.linkNeeded(module, CommonCode.class, file)) {
            module.findFunction(defined).ifPresent(function -> function.setLinkage(Linkage.INTERNAL));
        }
    }

    /** The user's own functions of the names that the C library has are local, and can have others. */
    private void giveWay(IrModule module) {
        for (String symbol : foreign) {
            module.findFunction(symbol)
                    .filter(own -> !own.isDeclaration())
                    .ifPresent(own -> own.rename(symbol + LOCAL_SUFFIX));
        }
    }
}
