package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.Subject;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Programs need not read a message to know which part of a site is wrong. */
final class SubjectTest extends Misuse {
    private Optional<Subject> subject(OffloadCall.Builder call) {
        return catchThrowableOfType(OffloadException.class, () -> module.call(call))
                .subject();
    }

    @Test
    void anArgumentIsNamedAndNumbered() {
        assertThat(subject(right().map(n(), Access.TO, Extent.bytes(8)).named("count")))
                .contains(new Subject.Argument("count", 2));
    }

    @Test
    void anArgumentIsToldFromAnotherInItsMessage() {
        assertThat(subject(right().map(x(), Access.TO, Extent.bytes(8), Set.of(MapModifier.ALWAYS))
                        .named("again")))
                .contains(new Subject.Argument("again", 2));
    }

    @Test
    void theFallbackIsOne() {
        assertThat(subject(right().fallback(module.declare("i32 @on_host(ptr)"))))
                .contains(new Subject.Fallback());
    }

    @Test
    void theCallAsAWholeIsNone() {
        assertThat(subject(OffloadCall.to(module.declare("void @f(ptr, ptr)"))
                        .launch(ONE)
                        .map(x(), Access.TO, Extent.bytes(8))))
                .isEmpty();
    }

    @Test
    void dataHasArgumentsToo() {
        OffloadArguments arguments =
                OffloadArguments.builder().value(n()).named("n").build();

        OffloadException refused = catchThrowableOfType(
                OffloadException.class, () -> module.offload().enter(module.builder(), "d", arguments, Device.DEFAULT));

        assertThat(refused.subject()).contains(new Subject.Argument("n", 1));
    }

    @Test
    void theFirstSubjectStays() {
        OffloadException inner = new OffloadException(Reason.ARGUMENT, "wrong").about(new Subject.Argument("x", 1));

        assertThat(inner.about(new Subject.Fallback())).isSameAs(inner);
    }
}
