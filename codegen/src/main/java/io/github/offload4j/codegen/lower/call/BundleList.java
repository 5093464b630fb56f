package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.OperandBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bundles that marks become, in their order; marks of a section's dimensions become one. */
final class BundleList {
    private static final int TRIPLE = 3;

    /** Which operand of a member's bundle are its map bits; offsets follow. */
    private static final int MEMBER_BITS = 2;

    private final List<OperandBundle> bundles;
    private final List<MarkedByCalls.Origin> origins = new ArrayList<>();
    private final IrContext context;

    /** What a section is a part of: the bundle of the mark in front; nothing where that is for what was dropped. */
    private Optional<Part> part = Optional.empty();

    /** What a mark maps, and the dimensions of the part of it so far. */
    private record Part(boolean member, List<IrValue> operands, List<IrValue> triples) {}

    /**
     * Begins a list.
     *
     * @param others bundles that are no marks
     */
    BundleList(List<OperandBundle> others, IrContext context) {
        this.bundles = new ArrayList<>(others);
        this.context = context;
    }

    /** Adds what a mark becomes; nothing where it is for an argument that the optimiser has dropped. */
    void add(MarkFunction function, Optional<OperandBundle> bundle, MarkedByCalls.Origin origin) {
        if (function.maps() || function == MarkFunction.MEMBER) {
            part = bundle.map(made -> new Part(function == MarkFunction.MEMBER, made.values(), List.of()));
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
        if (part.isEmpty()) {
            return;
        }
        Part whole = part.get();
        List<IrValue> triples = new ArrayList<>(whole.triples());
        triples.addAll(values.subList(1, values.size()));
        part = Optional.of(new Part(whole.member(), whole.operands(), triples));
        if (whole.member() || !whole.triples().isEmpty()) {
            bundles.remove(bundles.size() - 1);
        } else {
            origins.add(origin);
        }
        bundles.add(
                whole.member() ? ofMember(whole, values.get(0), triples) : ofArgument(whole, values.get(0), triples));
    }

    private static OperandBundle ofArgument(Part whole, IrValue element, List<IrValue> triples) {
        List<IrValue> operands = new ArrayList<>(List.of(whole.operands().get(0), element));
        operands.addAll(triples);
        return new OperandBundle(MarkedCallBuilder.TAG + ".section", operands);
    }

    /** The argument, the bytes of an element, the bits, the dimensions, and the offsets that lead to the pointer. */
    private OperandBundle ofMember(Part whole, IrValue element, List<IrValue> triples) {
        List<IrValue> member = whole.operands();
        IrValue dimensions = context.constant(Long.SIZE, triples.size() / TRIPLE);
        List<IrValue> operands = new ArrayList<>(List.of(member.get(0), element, member.get(MEMBER_BITS), dimensions));
        operands.addAll(triples);
        operands.addAll(member.subList(MEMBER_BITS + 1, member.size()));
        return new OperandBundle(MarkedCallBuilder.TAG + ".member.section", operands);
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
            if (!before.maps() && before != MarkFunction.SECTION && before != MarkFunction.MEMBER) {
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
