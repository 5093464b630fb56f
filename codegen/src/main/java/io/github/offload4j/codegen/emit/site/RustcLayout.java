package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrBuilder;
import java.util.List;
import java.util.Optional;

/** rustc reserves its stack slots before it looks at the arguments; parity includes their order. */
final class RustcLayout implements SiteLayout {
    private final EntryBuilder entries;
    private final Frame.Memory memory;

    RustcLayout(EntryBuilder entries, Frame.Memory memory) {
        this.entries = entries;
        this.memory = memory;
    }

    @Override
    public Laid lay(SitePlan plan, Optional<SourceLocation> location, IrBuilder builder) {
        Frame frame = new Frame(memory, plan);
        try (IrBuilder entry = builder.pastAllocas()) {
            frame.reserveArrays(entries.shapes(plan.arguments(), plan.labels(), plan.usage()), entry);
            frame.arrays().copyConstants(entry);
            if (plan.usage() == Usage.LAUNCHED) {
                frame.reserveKernelArguments(entry);
            }
        }
        EntryTable table =
                EntryTable.of(Optional.empty(), entries.build(plan.arguments(), plan.labels(), plan.usage(), builder));
        frame.arrays().fill(table.entries(), builder);
        // rustc's sites are never changed afterwards, so nobody asks what was stored where
        return new Laid(table, frame, List.of(), false);
    }
}
