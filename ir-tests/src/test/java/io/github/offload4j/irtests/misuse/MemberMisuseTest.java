package io.github.offload4j.irtests.misuse;

import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Range;
import java.util.stream.IntStream;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;

/** Structures whose members cannot be mapped. */
final class MemberMisuseTest extends Misuse {
    private OffloadCall.Builder structure(Access access, Member... members) {
        return add(kernel().map(x(), access, Extent.of("{ i64, ptr, ptr }")), members);
    }

    private static OffloadCall.Builder add(OffloadCall.Builder call, Member... members) {
        for (Member member : members) {
            call.member(member);
        }
        return call;
    }

    private static Member at(long offset) {
        return Member.of(offset, Access.TO, Extent.bytes(8));
    }

    private void assertMemberRefused(String message, Member... members) {
        assertRefused(structure(Access.TO, members), Reason.ARGUMENT, message);
    }

    @Test
    void aMemberThatEndsBehindTheStructure() {
        assertMemberRefused("member 20 of argument 'x' ends behind the structure, which has 24 bytes", at(20));
    }

    @Test
    void aCountThatEndsBehindTheStructure() {
        assertMemberRefused(
                "the count of member 8 of argument 'x' ends behind the structure, which has 24 bytes",
                Member.of(8, Access.TO, Extent.field(21, 32, "i8")));
    }

    @Test
    void twoMembersOnOnePointer() {
        assertMemberRefused(
                "members 8 and 12 of argument 'x' are one pointer, in whole or in part; name it once", at(8), at(12));
    }

    @Test
    void aStructureThatIsNotCopiedToTheDevice() {
        assertRefused(
                structure(Access.FROM, at(8)),
                Reason.ARGUMENT,
                "argument 'x' has members and is not copied to the device, where they are expected; map it 'to' or"
                        + " 'tofrom'");
        assertMemberRefused(
                "member 8 of argument 'x' has members and is not copied to the device, where they are expected; map it"
                        + " 'to' or 'tofrom'",
                Member.of(8, Access.ALLOC, Extent.bytes(16)).with(at(0)));
    }

    @Test
    void aMemberThatIsDeleted() {
        assertMemberRefused(
                "member 8 of argument 'x' is deleted where it is mapped; only an exit deletes",
                Member.of(8, Access.DELETE, Extent.bytes(8)));
    }

    @Test
    void aCountThatAMapperFunctionCannotSee() {
        assertRefused(
                add(
                        kernel().map(x(), Access.TO, Extent.count(n(), "{ i64, ptr }")),
                        Member.of(8, Access.TO, Extent.count(n(), "double"))),
                Reason.ARGUMENT,
                "the count of member 8 of argument 'x' is a value of the function, and there are many structures; give"
                        + " a constant, or where in the structure the count is");
    }

    @Test
    void structuresWithoutAnEnd() {
        Member member = at(0);
        for (int i = 0; i < 32; i++) {
            member = Member.of(0, Access.TO, Extent.bytes(8)).with(member);
        }
        String where = String.join(
                "", IntStream.range(0, 32).mapToObj(i -> "member 0 of ").toList());
        assertMemberRefused(
                where + "argument 'x' has members that are nested deeper than 32; structures without an end are for a"
                        + " mapper function",
                member);
    }

    @Test
    void aCountInAStructureOfAnArgumentThatIsInNone() {
        assertRefused(
                kernel().map(x(), Access.TO, Extent.field(0, 64, "i8")),
                Reason.ARGUMENT,
                "the count of argument 'x' stands in a structure, and only members have one around them");
    }

    @Test
    void anOffsetBelowZero() {
        Refusal.assertRefused(Reason.ARGUMENT, "negative offset of a member, -8", () -> at(-8));
        Refusal.assertRefused(Reason.ARGUMENT, "negative offset of a count, -1", () -> Extent.field(-1, 64, "i8"));
    }

    @Test
    void aCountOfAnUnusualWidth() {
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "a count of 24 bits; expected 8, 16, 32 or 64 in a structure",
                () -> Extent.field(0, 24, "i8"));
    }

    @Test
    void aMemberOfNothing() {
        Refusal.assertRefused(
                Reason.STATE,
                "a member belongs to a mapped argument; map one first",
                () -> OffloadArguments.builder().value(n()).member(at(8)));
    }

    @Test
    void aMapperFunctionOfAnotherType() {
        assertRefused(
                kernel().map(x(), Access.TO, Extent.bytes(8)).mapper(module.declare("void @f(ptr)")),
                Reason.ARGUMENT,
                "the mapper function of argument 'x' is void (ptr); expected void (ptr handle, ptr base, ptr begin, i64"
                        + " size, i64 type, ptr name)");
    }

    @Test
    void membersAndAMapperFunction() {
        Refusal.assertRefused(
                Reason.STATE,
                "something else travels with the argument already",
                () -> structure(Access.TO, at(8)).mapper(module.declare("void @f(ptr)")));
    }

    @Test
    void aNumberThatEndsBehindTheStructure() {
        assertMemberRefused(
                "a number of member 8 of argument 'x' ends behind the structure, which has 24 bytes",
                Member.of(8, Access.TO, Extent.count(Formula.field(0, 64).times(Formula.field(21, 32)), "i8")));
    }

    @Test
    void aFormulaOfWhatIsNoInteger() {
        assertMemberRefused(
                "a number in 'field 0 + f' of member 8 of argument 'x' is float; give an integer of at most 64 bits",
                Member.of(8, Access.TO, Extent.count(Formula.field(0, 64).plus(Formula.of(f())), "i8")));
    }

    @Test
    void aFormulaOfFieldsForAnArgument() {
        assertRefused(
                kernel().map(x(), Access.TO, Extent.count(Formula.field(0, 64).plus(Formula.of(1)), "i8")),
                Reason.ARGUMENT,
                "the count of argument 'x' stands in a structure, and only members have one around them");
    }

    @Test
    void aFormulaThatAMapperFunctionCannotSee() {
        assertRefused(
                add(
                        kernel().map(x(), Access.TO, Extent.count(n(), "{ i64, ptr }")),
                        Member.of(8, Access.TO, Extent.count(Formula.of(n()).plus(Formula.field(0, 64)), "double"))),
                Reason.ARGUMENT,
                "the count of member 8 of argument 'x' is a value of the function, and there are many structures; give"
                        + " a constant, or where in the structure the count is");
    }

    @Test
    void aMemberWithGapsThatIsMapped() {
        assertMemberRefused(
                "member 8 of argument 'x' is a section with gaps, or with strides that only the program knows, which can"
                        + " be updated only; take all of it, from its first element to its last",
                Member.of(8, Access.TO, Extent.section("double", Range.of(0, 4, 2))));
    }

    @Test
    void aMapperFunctionForASectionWithGaps() {
        LLVMValueRef map = module.declare("void @map(ptr, ptr, ptr, i64, i64, ptr)");
        OffloadArguments gaps = OffloadArguments.builder()
                .map(x(), Access.TO, Extent.section("double", Range.of(0, 4, 2)))
                .mapper(map)
                .build();
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "argument 'x' is a section with gaps, or with strides that only the program knows, and a mapper function"
                        + " knows of no gaps; take all of it, from its first element to its last",
                () -> module.offload().update(module.builder(), gaps, Device.DEFAULT));
    }
}
