package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.ir.IrValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kernels that region ids stand for. */
final class KernelNames {
    private static final String SUFFIX = ".region_id";

    private final Map<IrValue, String> symbols = new HashMap<>();

    KernelNames(List<OffloadEntry> entries) {
        for (OffloadEntry entry : entries) {
            entry.address().ifPresent(regionId -> symbols.putIfAbsent(regionId, entry.symbol()));
        }
    }

    /** Returns the kernel of a region id: by its entry, or where the module has none by the region id's own name. */
    Optional<String> of(IrValue regionId) {
        return Optional.ofNullable(symbols.get(regionId)).or(() -> byConvention(regionId.name()));
    }

    private static Optional<String> byConvention(String name) {
        return name.startsWith(".") && name.endsWith(SUFFIX) && name.length() > SUFFIX.length() + 1
                ? Optional.of(name.substring(1, name.length() - SUFFIX.length()))
                : Optional.empty();
    }
}
