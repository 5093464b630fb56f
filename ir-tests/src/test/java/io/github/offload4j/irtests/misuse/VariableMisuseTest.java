package io.github.offload4j.irtests.misuse;

import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates of what cannot be updated, and device variables that are none. */
final class VariableMisuseTest extends Misuse {
    private void assertUpdateRefused(OffloadArguments.Builder arguments, String message) {
        OffloadArguments built = arguments.build();
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                message,
                () -> module.offload().update(module.builder(), built, Device.DEFAULT));
    }

    @Test
    void anUpdateOfNothing() {
        assertUpdateRefused(OffloadArguments.builder(), "an update of nothing; map at least one pointer");
    }

    @Test
    void anUpdateInBothDirections() {
        assertUpdateRefused(
                OffloadArguments.builder().map(x(), Access.TOFROM, Extent.bytes(8)),
                "argument 'x' is updated in both directions; map it either 'to' or 'from'");
    }

    @Test
    void anUpdateInNoDirection() {
        assertUpdateRefused(
                OffloadArguments.builder().map(x(), Access.ALLOC, Extent.bytes(8)),
                "argument 'x' is updated in no direction; map it either 'to' or 'from'");
    }

    @Test
    void anUpdateOfWhatIsNotMapped() {
        assertUpdateRefused(
                OffloadArguments.builder().devicePointer(x()),
                "argument 'x' is not mapped, and an update copies; map it 'to' or 'from'");
    }

    @ParameterizedTest
    @EnumSource(value = MapModifier.class, mode = EnumSource.Mode.EXCLUDE, names = "PRESENT")
    void anUpdateWithAModifier(MapModifier modifier) {
        assertUpdateRefused(
                OffloadArguments.builder().map(x(), Access.TO, Extent.bytes(8), Set.of(modifier)),
                "argument 'x' has the modifier '" + modifier.name().toLowerCase(Locale.ROOT)
                        + "', which an update does not know; leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b"})
    void aVariableWithoutAName(String symbol) {
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "a variable's symbol is not empty and has no zero character",
                () -> module.offload().variable(symbol));
    }

    @Test
    void aVariableThatNobodyHas() {
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "neither the module nor an image in it has a variable 'none'; embed the images first, or add the variable",
                () -> module.offload().variable("none"));
    }

    @Test
    void aVariableThatIsAFunction() {
        module.declare("void @taken()");

        Refusal.assertRefused(
                module,
                Reason.SYMBOL_CONFLICT,
                "'taken' is no variable of the module; name one that is",
                () -> module.offload().variable("taken"));
    }

    @Test
    void aVariableInBothDirections() {
        Refusal.assertRefused(
                module,
                Reason.ARGUMENT,
                "variable 'v' is updated 'tofrom'; copy it either 'to' or 'from' the device",
                () -> module.offload().updateVariable(module.builder(), "v", Access.TOFROM, Device.DEFAULT));
    }
}
