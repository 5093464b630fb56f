package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.offload4j.codegen.EnteredData;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.codegen.signature.Range;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.Arrays;
import java.util.Set;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enters and exits that cannot be, and handles that are used too late, elsewhere or not at all. */
final class DataMisuseTest extends Misuse {
    private OffloadArguments.Builder mapped(Access access, MapModifier... modifiers) {
        return OffloadArguments.builder().map(x(), access, Extent.bytes(8), Set.of(modifiers));
    }

    private EnteredData enter() {
        return module.offload()
                .enter(module.builder(), "weights", mapped(Access.TOFROM).build(), Device.DEFAULT);
    }

    private void assertEnterRefused(OffloadArguments.Builder arguments, String message) {
        OffloadArguments built = arguments.build();
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                message,
                () -> module.offload().enter(module.builder(), "weights", built, Device.DEFAULT));
    }

    private void assertExitRefused(OffloadArguments.Builder arguments, String message) {
        OffloadArguments built = arguments.build();
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                message,
                () -> module.offload().exit(module.builder(), "weights", built, Device.DEFAULT));
    }

    @Test
    void anEnterOfNothing() {
        assertEnterRefused(OffloadArguments.builder(), "an enter of nothing; map at least one pointer");
    }

    @Test
    void anEnterThatDeletes() {
        assertEnterRefused(mapped(Access.DELETE), "argument 'x' is deleted by an enter; map it 'to', or 'alloc'");
    }

    @Test
    void anExitOfWhatIsNotMapped() {
        assertExitRefused(
                OffloadArguments.builder().value(n()),
                "argument 'n' is not mapped, and an exit unmaps; map it 'from', 'alloc' or 'delete'");
    }

    @ParameterizedTest
    @CsvSource({"TO, to", "TOFROM, tofrom"})
    void anExitThatCopiesIn(Access access, String name) {
        assertExitRefused(
                mapped(access),
                "argument 'x' is mapped '" + name
                        + "' at an exit; map it 'from' to copy it back, 'alloc' to release it, or 'delete'");
    }

    @Test
    void anExitWithAModifierThatIsNone() {
        assertExitRefused(
                mapped(Access.FROM, MapModifier.CLOSE),
                "argument 'x' has the modifier 'close', which an exit does not know; leave it out");
    }

    @Test
    void aDeleteOfWhatIsHeld() {
        assertExitRefused(
                mapped(Access.DELETE, MapModifier.HOLD),
                "argument 'x' is deleted with 'hold', which is there to outlast that; leave one of them out");
    }

    @Test
    void aLaunchOnASectionWithGaps() {
        assertRefused(
                kernel().map(x(), Access.TO, Extent.section("float", Range.of(0, 4, 2))),
                Reason.ARGUMENT,
                "argument 'x' is a section with gaps, or with strides that only the program knows, which can be updated"
                        + " only; map all of it, from its first element to its last");
    }

    @Test
    void aSectionCountedByWhatIsNoInteger() {
        Range range = new Range(Amount.of(0), Amount.of(f()), Amount.of(1));
        assertEnterRefused(
                OffloadArguments.builder().map(x(), Access.TO, Extent.section("float", range)),
                "a number of the section of argument 'x' is float; give an integer of at most 64 bits");
    }

    @Test
    void aSectionCountedByAValueOfAnotherFunction() {
        LLVMValueRef elsewhere = module.define("void @other(i64 %m)").parameter("m");
        module.atEndOf(run.block("entry"));
        Range range = new Range(Amount.of(0), Amount.of(elsewhere), Amount.of(1));
        assertEnterRefused(
                OffloadArguments.builder().map(x(), Access.TO, Extent.section("float", range)),
                "the section of argument 'x' belongs to another function than 'run', where the builder stands");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void aSectionOfNoOrTooManyDimensions(int dimensions) {
        Range[] ranges = new Range[dimensions];
        Arrays.fill(ranges, Range.of(0, 1, 1));
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "a section of " + dimensions + " dimensions; expected 1 to 3",
                () -> Extent.section("float", ranges));
    }

    @Test
    void aLaunchThatDeletes() {
        assertRefused(
                kernel().map(x(), Access.DELETE, Extent.bytes(8)),
                Reason.ARGUMENT,
                "argument 'x' is to be deleted, which only an exit does; map it another way");
    }

    @Test
    void aDeleteThatAlwaysCopies() {
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "'always' needs a direction, and 'delete' copies nothing",
                () -> mapped(Access.DELETE, MapModifier.ALWAYS));
    }

    @Test
    void anExitTwice() {
        EnteredData data = enter();
        data.exit(module.builder());

        Refusal.assertRefused(
                module,
                Reason.STATE,
                "data 'weights' has been exited; enter it again",
                () -> data.exit(module.builder()));
        Refusal.assertRefused(
                module,
                Reason.STATE,
                "data 'weights' has been exited; enter it again",
                () -> data.end(module.builder()));
    }

    @Test
    void dataThatIsOwedAnExit() {
        EnteredData data = enter();

        Refusal.assertRefused(
                module, Reason.STATE, "data 'weights' was entered, and is never exited; emit its exit", data::close);
    }

    @Test
    void dataThatHasEndedOnOneWayOnlyIsOwedAnExitToo() {
        EnteredData data = enter();
        data.end(module.builder());

        Refusal.assertRefused(
                module, Reason.STATE, "data 'weights' was entered, and is never exited; emit its exit", data::close);
    }

    @Test
    void dataThatStaysMappedIsNobodysMatter() {
        enter();

        assertThatCode(module::finish).doesNotThrowAnyException();
    }

    @Test
    void anExitOfALocalValueInAnotherFunction() {
        EnteredData data = enter();
        module.define("void @other()");

        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "argument 'x' belongs to another function than 'other', where the builder stands",
                () -> data.exit(module.builder()));
    }

    @Test
    void anExitWithTooFewArguments() {
        EnteredData data = enter();
        OffloadArguments none = OffloadArguments.builder().build();

        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "data 'weights' was entered with 1 arguments, and is exited with 0; give each its value here",
                () -> data.exit(module.builder(), none, Device.DEFAULT));
    }

    @Test
    void anExitMappedInAnotherWay() {
        EnteredData data = enter();
        TestFunction other = module.define("void @other(ptr %y)");
        OffloadArguments held = OffloadArguments.builder()
                .map(other.parameter("y"), Access.TOFROM, Extent.bytes(8), Set.of(MapModifier.HOLD))
                .build();

        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "argument 1 of data 'weights' is mapped in another way than when it was entered; map it the same way",
                () -> data.exit(module.builder(), held, Device.DEFAULT));
    }

    @Test
    void anExitInAnotherModule() {
        EnteredData data = enter();
        try (TestModule other = TestModule.create(options())) {
            other.define("void @run()");

            Refusal.assertRefused(
                    other,
                    Reason.POSITION,
                    "the builder stands in a function of another module",
                    () -> data.exit(other.builder()));
        }
    }

    @Test
    void anExitOfAFinishedModule() {
        EnteredData data = enter();
        module.finish();

        Refusal.assertRefused(
                Reason.STATE,
                "the offload module is finished; finish comes once, after the last site and image",
                () -> data.exit(module.builder()));
    }
}
