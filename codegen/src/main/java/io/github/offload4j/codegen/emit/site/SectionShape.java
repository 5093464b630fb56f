package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * A section as pieces of memory without gaps, and loops around them.
 *
 * @param elementBytes the size of an element
 * @param offsets the elements that lie in front, to be added up
 * @param piece how many units a piece has
 * @param unitBytes the size of a unit, which is an element or a row that is known now
 * @param loops the dimensions with gaps, the outermost first; none where the section is one piece
 */
record SectionShape(long elementBytes, List<Amount> offsets, Amount piece, long unitBytes, List<Range> loops) {
    /** Returns the shape of a section; what only the program knows is taken for a gap. */
    static SectionShape of(Extent.Section section, long elementBytes) {
        Amount piece = Amount.of(1);
        long unit = elementBytes;
        List<Range> loops = new ArrayList<>();
        for (int i = section.ranges().size() - 1; i >= 0; i--) {
            Range range = section.ranges().get(i);
            if (range.count().is(1)) {
                continue;
            }
            boolean follows = loops.isEmpty()
                    && piece instanceof Amount.Known known
                    && range.stride() instanceof Amount.Known stride
                    && SizeProduct.of(known.elements(), unit) == SizeProduct.of(stride.elements(), elementBytes);
            if (follows) {
                unit = SizeProduct.of(((Amount.Known) piece).elements(), unit);
                piece = range.count();
            } else {
                loops.add(0, range);
            }
        }
        List<Amount> offsets = section.ranges().stream().map(Range::offset).toList();
        return new SectionShape(elementBytes, offsets, piece, unit, List.copyOf(loops));
    }

    boolean isOnePiece() {
        return loops.isEmpty();
    }

    /** Returns whether the section begins where its argument points. */
    boolean beginsAtPointer() {
        return offsets.stream().allMatch(offset -> offset.is(0));
    }
}
