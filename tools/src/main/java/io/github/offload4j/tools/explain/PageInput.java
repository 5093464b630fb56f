package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.analysis.site.OffloadInventory;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleCopy;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.runtime.trace.TraceData;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.SourceFiles;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.input.MarkedCalls;
import io.github.offload4j.tools.program.KnownKernels;
import io.github.offload4j.tools.timeline.TraceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what a page shows. */
final class PageInput {
    private final IrInput input;
    private final @Nullable IrInput kernels;
    private final CheckOptions checks;

    /**
     * Names what a page is about.
     *
     * @param input the module, which is lowered in place
     * @param kernels the bodies of its kernels, where they are elsewhere
     */
    PageInput(IrInput input, @Nullable IrInput kernels, CheckOptions checks) {
        this.input = input;
        this.kernels = kernels;
        this.checks = checks;
    }

    String write() {
        return write(Optional.empty());
    }

    String write(InputFile trace) {
        return write(Optional.of(trace));
    }

    private String write(Optional<InputFile> trace) {
        Optional<TraceData> data = trace.map(TraceFile::read);
        String name = input.name();
        List<TransferRemark> remarks = lower();
        try (IrModule module = new IrModule(input.raw())) {
            return InputException.whenRefused(name, () -> {
                List<Finding> findings = OffloadChecker.checkLowered(
                        input.raw(), Optional.ofNullable(kernels).map(IrInput::raw), checks);
                OffloadInventory inventory = new SiteReader(module).read();
                Optional<RecordedRun> run =
                        data.map(read -> new RecordedRun(trace.orElseThrow().name(), read, inventory.sites()));
                Subject subject = new Subject(name, inventory, findings, remarks, run);
                return new PageExplanation(subject, sources(name)).write();
            });
        }
    }

    /** Lowers the module, and a copy of it with resident transfers, to return what those would do. */
    private List<TransferRemark> lower() {
        if (!Lowering.hasMarks(input.raw())) {
            return List.of();
        }
        List<TransferRemark> remarks = new ArrayList<>();
        Optional<byte[]> bodies = KnownKernels.of(input, kernels);
        try (ModuleCopy copy = new ModuleCopy(input.raw())) {
            MarkedCalls.lower(input, Lowering.with(OffloadOptions.defaults()));
            Lowering resident = Lowering.with(OffloadOptions.builder()
                            .transfers(Transfers.RESIDENT)
                            .build())
                    .remarkingTo(remarks::add);
            InputException.whenRefused(
                    input.name(),
                    () -> bodies.map(resident::knowingKernels).orElse(resident).lower(copy.raw()));
        }
        return remarks;
    }

    /** Sources that are not where the debug information has them may be beside the module. */
    private static SourceFiles sources(String module) {
        try {
            Path folder = Path.of(module).getParent();
            return folder == null ? new SourceFiles() : new SourceFiles(List.of(folder));
        } catch (InvalidPathException notAFile) {
            // standard input has no folder
            return new SourceFiles();
        }
    }
}
