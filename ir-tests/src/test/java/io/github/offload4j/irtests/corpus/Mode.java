package io.github.offload4j.irtests.corpus;

import io.github.offload4j.codegen.option.Transfers;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a program runs. */
enum Mode {
    /** As ordinary C: nothing is offloaded, and kernels are functions of the host. */
    PLAIN(null),
    /** Every site copies. */
    SPLIT(Transfers.SPLIT),
    /** Every launch copies. */
    FUSED(Transfers.FUSED),
    /** Data stays. */
    RESIDENT(Transfers.RESIDENT);

    private final Optional<Transfers> transfers;

    Mode(@Nullable Transfers transfers) {
        this.transfers = Optional.ofNullable(transfers);
    }

    /** Returns when data travels, if there is a device. */
    Optional<Transfers> transfers() {
        return transfers;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
