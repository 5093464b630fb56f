package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Some bytes of the host that sites of one function map to one device: the same place, size and device each time. */
final class MappedData {
    /**
     * What makes data the same.
     *
     * @param place where it begins
     * @param size how many bytes
     * @param device where it is mapped to
     */
    record Key(Expression place, Expression size, Expression device) {}

    private final Key key;
    private final PointerClosure pointers;
    private final List<Occurrence> occurrences = new ArrayList<>();

    MappedData(Key key, PointerClosure pointers) {
        this.key = key;
        this.pointers = pointers;
    }

    Key key() {
        return key;
    }

    /** Returns what is known of the pointers into the memory that the data is in. */
    PointerClosure pointers() {
        return pointers;
    }

    /** Returns where the data is mapped; may be changed. */
    List<Occurrence> occurrences() {
        return occurrences;
    }

    /** Returns the occurrences that need not stay apart. */
    List<Occurrence> together() {
        return occurrences.stream().filter(o -> o.apart().isEmpty()).toList();
    }

    /** Returns whether nothing is ever copied, so that the host's memory is not touched for it. */
    boolean isScratch() {
        return occurrences.stream().noneMatch(o -> o.to() || o.from());
    }

    /** Returns whether a callee may change the device's copy, so that the host's is out of date until it comes back. */
    boolean isWritten() {
        return together().stream().anyMatch(Occurrence::from);
    }

    /** Returns whether a site with device addresses takes its part. */
    boolean needsDevicePointer() {
        return together().stream().anyMatch(o -> o.site().isReturning());
    }

    IrValue pointer() {
        return occurrences.get(0).pointer();
    }

    OptionalLong bytes() {
        return occurrences.get(0).entry().bytes();
    }

    /** Returns the size, as the first site has it. */
    Optional<IrValue> computedSize() {
        return occurrences.get(0).entry().size().map(store -> store.operand(0));
    }

    /** Returns how a message names the data. */
    String name() {
        return occurrences.stream()
                .map(o -> o.entry().label().name())
                .filter(n -> !n.isEmpty())
                .findFirst()
                .map(n -> "'" + n + "'")
                .orElseGet(() -> occurrences.get(0).entry().label().inMessage());
    }

    /** Returns the instructions that give place, size or device another value. */
    List<IrInstruction> definitions() {
        List<IrInstruction> definitions = new ArrayList<>();
        for (Expression part : List.of(key.place(), key.size(), key.device())) {
            part.roots().forEach(root -> root.asInstruction().ifPresent(definitions::add));
        }
        return definitions;
    }
}
