package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Range;
import io.github.offload4j.codegen.signature.TypeSource;
import io.github.offload4j.tools.spec.ExtentSpec;
import io.github.offload4j.tools.spec.Located;
import io.github.offload4j.tools.spec.MemberSpec;
import io.github.offload4j.tools.spec.SpecNumber;
import java.util.List;

/** How much is mapped, and what else travels with it, as the library takes it. */
final class Extents {
    private final IrContext context;
    private final SpecTypes types;
    private final Quantities quantities;

    Extents(IrContext context, SpecTypes types, Quantities quantities) {
        this.context = context;
        this.types = types;
        this.quantities = quantities;
    }

    /**
     * Returns how much is mapped.
     *
     * @param structures whether it has members: each element has them then
     */
    Extent of(ExtentSpec extent, boolean structures) {
        if (extent instanceof ExtentSpec.Pointee pointee) {
            return Extent.of(types.parse(pointee.type().value()).raw());
        }
        if (extent instanceof ExtentSpec.Field field) {
            TypeSource element =
                    new TypeSource.Resolved(types.parse(field.element().value()));
            return new Extent.Field(field.at().value(), field.bits().value(), element);
        }
        if (extent instanceof ExtentSpec.Section section) {
            Range[] ranges = section.ranges().stream()
                    .map(range -> new Range(amount(range.offset()), amount(range.count()), amount(range.stride())))
                    .toArray(Range[]::new);
            return Extent.section(section.element().value(), ranges);
        }
        ExtentSpec.Elements elements = (ExtentSpec.Elements) extent;
        String element = elements.element().value();
        if (elements.count().value().isOfStructure()) {
            Formula count = quantities.formula(elements.count().value());
            return Extent.count(count, types.parse(element).raw());
        }
        if (!(elements.count().value() instanceof SpecNumber.Constant count)) {
            return Extent.count(
                    quantities.value(elements.count()).raw(),
                    types.parse(element).raw());
        }
        if (structures && count.value() != 1) {
            return Extent.count(
                    context.constant(Long.SIZE, count.value()).raw(),
                    types.parse(element).raw());
        }
        return Extent.of(types.array(element, count.value()).raw());
    }

    private Amount amount(Located<SpecNumber> quantity) {
        if (quantity.value().isOfStructure()) {
            return Amount.of(quantities.formula(quantity.value()));
        }
        return quantity.value() instanceof SpecNumber.Constant constant
                ? Amount.of(constant.value())
                : Amount.of(quantities.value(quantity).raw());
    }

    List<Member> members(List<MemberSpec> members) {
        return members.stream().map(this::member).toList();
    }

    private long offset(MemberSpec.Place place) {
        return place instanceof MemberSpec.Place.Field field
                ? types.offset(field.structure(), field.index())
                : ((MemberSpec.Place.Bytes) place).offset();
    }

    private Member member(MemberSpec member) {
        return new Member(
                offset(member.at().value()),
                member.mapping().access(),
                member.mapping().modifiers(),
                of(member.extent(), !member.members().isEmpty()),
                members(member.members()));
    }
}
