package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Null for each parameter of each public method and constructor, the others being right: a {@link NullPointerException} that
 * says what is null, whatever else would be wrong.
 */
final class NullArgumentsTest extends Misuse {
    /** What the user implements, what the JVM calls, and what only makes text. */
    private static final Set<String> LEFT_OUT = Set.of(
            "HostCallback.call",
            "CubinLinker.link",
            "TraceListener.accept",
            "ProbeMain.main",
            "GpuSource.find",
            "CublasHandle.setStream",
            "DriverCubinLinker.link");

    private Samples samples;

    @BeforeEach
    void makeSamples() {
        samples = new Samples(module, x());
    }

    @AfterEach
    void closeSamples() throws Exception {
        samples.close();
    }

    @TestFactory
    Stream<DynamicTest> everyParameterOfThePublicInterface() {
        return PublicApi.classes().stream().map(JavaClass::reflect).flatMap(this::testsOf);
    }

    private Stream<DynamicTest> testsOf(Class<?> type) {
        List<Executable> all = new ArrayList<>(List.of(type.getDeclaredMethods()));
        if (!Modifier.isAbstract(type.getModifiers())) {
            all.addAll(List.of(type.getDeclaredConstructors()));
        }
        return all.stream()
                .filter(code -> Modifier.isPublic(code.getModifiers()) && !code.isSynthetic())
                .filter(code ->
                        !code.getName().equals("equals") && !code.getName().equals("valueOf"))
                .filter(code -> !LEFT_OUT.contains(type.getSimpleName() + "." + code.getName()))
                .flatMap(code -> IntStream.range(0, code.getParameterCount())
                        .filter(i -> !code.getParameterTypes()[i].isPrimitive() && !isNullable(code, i))
                        .mapToObj(i -> DynamicTest.dynamicTest(
                                name(type, code) + " without parameter " + (i + 1), () -> assertNamed(code, i))));
    }

    private static boolean isNullable(Executable code, int parameter) {
        Class<?> type = code.getParameterTypes()[parameter];
        boolean elements = type.isArray()
                && code.getAnnotatedParameterTypes()[parameter] instanceof AnnotatedArrayType array
                && array.getAnnotatedGenericComponentType().isAnnotationPresent(Nullable.class);
        return !elements && code.getAnnotatedParameterTypes()[parameter].isAnnotationPresent(Nullable.class);
    }

    private static String name(Class<?> type, Executable code) {
        String parameters = String.join(
                ", ",
                Arrays.stream(code.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList());
        String method = code instanceof Constructor ? "new" : code.getName();
        return type.getName().replaceFirst("^.*\\.", "") + "." + method + "(" + parameters + ")";
    }

    private void assertNamed(Executable code, int missing) throws ReflectiveOperationException {
        Object[] arguments = new Object[code.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            if (i != missing) {
                arguments[i] = sample(code.getParameterTypes()[i]);
            }
        }
        assertThat(thrown(code, arguments))
                .isInstanceOf(NullPointerException.class)
                .message()
                .matches("\\w+( \\w+)* is null");
        Class<?> type = code.getParameterTypes()[missing];
        if (code.isVarArgs() && missing == arguments.length - 1 && !isNullableElement(code, missing)) {
            arguments[missing] = Array.newInstance(type.getComponentType(), 1);
            assertThat(thrown(code, arguments))
                    .isInstanceOf(NullPointerException.class)
                    .message()
                    .matches("\\w+( \\w+)* is null");
        }
    }

    private static boolean isNullableElement(Executable code, int parameter) {
        return code.getAnnotatedParameterTypes()[parameter] instanceof AnnotatedArrayType array
                && array.getAnnotatedGenericComponentType().isAnnotationPresent(Nullable.class);
    }

    private Object sample(Class<?> type) {
        return samples.of(type).orElseThrow(() -> new AssertionError("there is no sample of " + type));
    }

    private @Nullable Throwable thrown(Executable code, Object... arguments) throws ReflectiveOperationException {
        try {
            if (code instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else {
                Method method = (Method) code;
                method.setAccessible(true);
                Object target = Modifier.isStatic(method.getModifiers()) ? null : sample(method.getDeclaringClass());
                method.invoke(target, arguments);
            }
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }
}
