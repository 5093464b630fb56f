package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is thrown for wrong use: {@code OffloadException}, and for null what {@code requireNonNull} throws. */
final class OneExceptionTest {
    private static final Set<String> OTHERS = Set.of(
            IllegalArgumentException.class.getName(),
            IllegalStateException.class.getName(),
            IndexOutOfBoundsException.class.getName(),
            NullPointerException.class.getName(),
            UnsupportedOperationException.class.getName());

    @Test
    void publicClassesThrowNoOther() {
        List<String> throwing = PublicApi.classes().stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> OTHERS.contains(call.getTargetOwner().getName()))
                .map(call -> call.getDescription())
                .toList();
        assertThat(throwing).isEmpty();
    }

    @Test
    void thereAreClassesToLookAt() {
        assertThat(PublicApi.classes())
                .hasSizeGreaterThan(80)
                .extracting(JavaClass::getSimpleName)
                .contains("OffloadModule", "OffloadProgram", "EmbeddedOptions", "Lowering");
    }
}
