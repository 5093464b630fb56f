package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.LaunchBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code "offload.grid"}, {@code "offload.block"} and {@code "offload.shared"}. */
final class BoundsReader {
    private final Findings findings;

    BoundsReader(Findings findings) {
        this.findings = findings;
    }

    /** Returns the bounds, or nothing when one of them is missing or wrong. */
    Optional<LaunchBounds> read(Optional<Mark> grid, Optional<Mark> block, Optional<Mark> shared) {
        Optional<Dimensions> blocks = grid.flatMap(mark -> dimensions(mark, BundleTag.GRID));
        Optional<Dimensions> threads = block.flatMap(mark -> dimensions(mark, BundleTag.BLOCK));
        Optional<LaunchBounds> bounds = blocks.flatMap(g -> threads.map(b -> LaunchBounds.of(g, b)));
        return shared.isEmpty() ? bounds : withShared(bounds, shared.get());
    }

    private Optional<Dimensions> dimensions(Mark mark, BundleTag tag) {
        List<Dimension> sizes = new ArrayList<>();
        for (IrValue size : mark.bundle().values()) {
            dimension(mark, tag, size).ifPresent(sizes::add);
        }
        return sizes.size() == 3
                ? Optional.of(new Dimensions(sizes.get(0), sizes.get(1), sizes.get(2)))
                : Optional.empty();
    }

    private Optional<Dimension> dimension(Mark mark, BundleTag tag, IrValue size) {
        OptionalLong constant = size.constantInteger();
        if (constant.isEmpty()) {
            return Optional.of(Dimension.of(size.raw()));
        }
        long value = constant.getAsLong();
        if (value < 1) {
            findings.add(
                    mark,
                    "a size of " + value + " in " + tag + " launches nothing; give one from 1 to "
                            + RuntimeConstants.MAXIMUM_DIMENSION);
            return Optional.empty();
        }
        return Optional.of(Dimension.of(value));
    }

    private Optional<LaunchBounds> withShared(Optional<LaunchBounds> bounds, Mark mark) {
        IrValue bytes = mark.operand(0);
        OptionalLong constant = bytes.constantInteger();
        if (constant.isPresent() && constant.getAsLong() < 0) {
            findings.add(mark, "shared memory of " + constant.getAsLong() + " bytes; give a number from 0");
            return Optional.empty();
        }
        return bounds.map(b -> constant.isPresent() ? b.withShared(constant.getAsLong()) : b.withShared(bytes.raw()));
    }
}
