package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.OperandBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bundles that marks become, in their order; marks of a section's dimensions become one. */
final class BundleList {
    private final List<OperandBundle> bundles;
    private final List<MarkedByCalls.Origin> origins = new ArrayList<>();
    private Optional<IrValue> mapped = Optional.empty();
    private boolean inSection;

    /**
     * Begins a list.
     *
     * @param others bundles that are no marks
     */
    BundleList(List<OperandBundle> others) {
        this.bundles = new ArrayList<>(others);
    }

    /** Adds what a mark becomes; nothing where it is for an argument that the optimiser has dropped. */
    void add(MarkFunction function, Optional<OperandBundle> bundle, MarkedByCalls.Origin origin) {
        inSection = false;
        if (function.maps()) {
            mapped = bundle.map(map -> map.values().get(0));
        }
        bundle.ifPresent(made -> {
            bundles.add(made);
            origins.add(origin);
        });
    }

    /**
     * Adds a dimension of what was mapped last.
     *
     * @param values what the mark passes: the size of an element, and where the dimension is
     */
    void addDimension(List<IrValue> values, MarkedByCalls.Origin origin) {
        if (mapped.isEmpty()) {
            return;
        }
        List<IrValue> operands = new ArrayList<>();
        if (inSection) {
            operands.addAll(bundles.remove(bundles.size() - 1).values());
            operands.addAll(values.subList(1, values.size()));
        } else {
            operands.add(mapped.get());
            operands.addAll(values);
            origins.add(origin);
        }
        bundles.add(new OperandBundle(MarkedCallBuilder.TAG + ".section", operands));
        inSection = true;
    }

    List<OperandBundle> bundles() {
        return bundles;
    }

    List<MarkedByCalls.Origin> origins() {
        return origins;
    }

    /** Returns what is wrong with where the marks of sections stand, or with what they say of the elements. */
    static List<MisplacedMark> problems(List<Entry> entries, Facts facts) {
        List<MisplacedMark> problems = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.function() != MarkFunction.SECTION) {
                continue;
            }
            MarkFunction before =
                    i == 0 ? MarkFunction.MARK : entries.get(i - 1).function();
            if (!before.maps() && before != MarkFunction.SECTION) {
                problems.add(new MisplacedMark(
                        entry.first().call(),
                        "'offload_section' does not follow the mark that maps its array; move it behind that one"));
            } else if (before == MarkFunction.SECTION
                    && !facts.constant(entry.first(), 0)
                            .equals(facts.constant(entries.get(i - 1).first(), 0))) {
                problems.add(new MisplacedMark(
                        entry.first().call(),
                        "the dimensions of a section have elements of different sizes; give all the same"));
            }
        }
        return problems;
    }
}
