package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Optional;

/**
 * One argument of a site that is mapped.
 *
 * @param site the site
 * @param index its entry in the site's arrays
 * @param to whether its bytes go to the device
 * @param from whether they come back
 * @param apart why it has to be mapped and unmapped at its own site, when it has to
 * @param unread whether the callee is known to write it and not to read it
 */
record Occurrence(SiteRecord site, int index, boolean to, boolean from, Optional<String> apart, boolean unread) {
    SiteRecord.Entry entry() {
        return site.entries().get(index);
    }

    /** Returns the pointer, as the program has it now. */
    IrValue pointer() {
        return entry().pointer().operand(0);
    }

    Occurrence apart(String reason) {
        return apart.isPresent() ? this : new Occurrence(site, index, to, from, Optional.of(reason), unread);
    }

    Occurrence with(boolean otherTo, boolean otherFrom) {
        return new Occurrence(site, index, otherTo, otherFrom, apart, unread);
    }

    Occurrence asUnread() {
        return new Occurrence(site, index, to, from, apart, true);
    }
}
