package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * The modules and drivers of an executed program, as one module whose {@code main} runs in this process.
 *
 * @param name what tells it from the others
 * @param parts the modules with sites
 * @param libraries shared libraries that callees are in
 * @param condition where it can run
 * @param queries whether its driver asks for the device pointers of what is not mapped, which strict devices refuse
 */
record JitGolden(String name, List<Part> parts, List<Path> libraries, Condition condition, boolean queries) {
    /** Where a program can run. */
    enum Condition {
        /** Under every policy. */
        ANYWHERE,
        /** Where device 0 is the default, and its data calls are not disabled while it is counted. */
        ON_DEVICE_ZERO,
        /** Where a launch without an image is refused and does not end the process. */
        LAUNCHES_REFUSED
    }

    /** A module with sites, emitted with some options. */
    record Part(SiteFamily family, OffloadOptions options) {}

    JitGolden(String name, List<Part> parts) {
        this(name, parts, List.of(), Condition.ANYWHERE, false);
    }

    JitGolden withLibrary(Path library) {
        return new JitGolden(name, parts, List.of(library), condition, queries);
    }

    JitGolden where(Condition condition) {
        return new JitGolden(name, parts, libraries, condition, queries);
    }

    JitGolden thatQueries() {
        return new JitGolden(name, parts, libraries, condition, true);
    }

    /** Returns the drivers' file names, the one with {@code main} first; none when a part has its own. */
    Set<String> drivers() {
        Set<String> drivers = new LinkedHashSet<>(List.of(Program.MAIN));
        parts.forEach(part -> drivers.add(part.family().driver()));
        return drivers.contains("") ? Set.of() : drivers;
    }

    /** Emits, compiles the drivers to LLVM IR, and links everything into one module. */
    byte[] bitcode(DriverCode code) {
        List<byte[]> modules = new ArrayList<>();
        for (String driver : drivers()) {
            modules.add(code.of(driver));
        }
        for (Part part : parts) {
            try (EmittedModule module = new EmittedModule(part.family().text(), part.options())) {
                part.family().emit(module);
                // rustc makes this list constant, and LLVM links it with nothing that is not.
                modules.add(module.text()
                        .replace("appending constant", "appending global")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return link(modules);
    }

    private static byte[] link(List<byte[]> modules) {
        return read(modules.get(0), whole -> {
            modules.subList(1, modules.size()).forEach(module -> ModuleLinker.link(whole, module));
            return ModuleWriter.bitcode(whole.raw());
        });
    }

    /** Returns whether a module has device images in it. */
    static boolean hasImages(byte[] module) {
        return read(module, view -> !new SiteReader(view).read().images().isEmpty());
    }

    private static <T> T read(byte[] module, Function<IrModule, T> question) {
        LLVMContextRef context = LLVM.LLVMContextCreate();
        try {
            LLVMModuleRef parsed = ModuleReader.parse(context, module, "golden");
            try (IrModule view = new IrModule(parsed)) {
                return question.apply(view);
            } finally {
                LLVM.LLVMDisposeModule(parsed);
            }
        } finally {
            LLVM.LLVMContextDispose(context);
        }
    }

    /** The drivers as LLVM IR, each compiled once. */
    static final class DriverCode {
        // The JVM needs more room on a thread that enters it than the small stack has, which linked programs run their
        // loops on; so these loops are cut short.
        private static final String[] OPTIONS = {"-O1", "-DTHREAD_STACK_BYTES=1048576", "-DTIMES=50"};

        private final Map<String, byte[]> compiled = new HashMap<>();

        byte[] of(String driver) {
            return compiled.computeIfAbsent(
                    driver,
                    name -> Clang.emitLlvm(Program.resource(name), OPTIONS).getBytes(StandardCharsets.UTF_8));
        }
    }
}
