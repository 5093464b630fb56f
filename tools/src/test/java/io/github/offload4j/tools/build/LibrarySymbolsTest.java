package io.github.offload4j.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.library.LibraryParameter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue says is there: in OpenBLAS's library, and in the prototypes of cuBLAS's binding for Java. */
class LibrarySymbolsTest {
    private static final List<Path> OPENBLAS = Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib")
            .map(folder -> Path.of(folder, "libopenblas.so.0"))
            .toList();

    private static Set<String> exported(Path library) throws IOException {
        Process nm = new ProcessBuilder("nm", "-D", "--defined-only", library.toString()).start();
        try (var lines = nm.inputReader().lines()) {
            return lines.map(line -> line.replaceAll(".* ", "")).collect(Collectors.toSet());
        }
    }

    @Test
    void openBlasHasEveryFunctionOfCblas() throws IOException {
        Path library = OPENBLAS.stream().filter(Files::exists).findFirst().orElse(Path.of(""));
        if (System.getProperty("offload4j.runtimes", "auto").equals("required")) {
            assertThat(library).exists();
        }
        assumeTrue(Files.isRegularFile(library), "OpenBLAS is not installed");
        assertThat(exported(library))
                .containsAll(Library.CBLAS.functions().stream()
                        .map(LibraryFunction::symbol)
                        .toList());
    }

    static Stream<LibraryFunction> functionsOfCublas() {
        return Library.CUBLAS.functions().stream();
    }

    @ParameterizedTest
    @MethodSource("functionsOfCublas")
    void cublasHasTheFunctionWithTheseParameters(LibraryFunction function) throws ClassNotFoundException {
        List<String> prototypes = prototypes(function.symbol());
        assertThat(prototypes).isNotEmpty();
        String expected =
                function.parameters().stream().map(LibrarySymbolsTest::kind).collect(Collectors.joining(", "));
        assertThat(prototypes).anyMatch(prototype -> Pattern.matches(expected, prototype));
    }

    private static List<String> prototypes(String symbol) throws ClassNotFoundException {
        ClassLoader loader = LibrarySymbolsTest.class.getClassLoader();
        Class<?> binding = Class.forName("org.bytedeco.cuda.global.cublas", false, loader);
        return Stream.of(binding.getDeclaredMethods())
                .filter(method -> method.getName().equals(symbol) && method.getReturnType() == int.class)
                .map(LibrarySymbolsTest::parameters)
                .toList();
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
    }

    /** Returns a pattern of what the binding may call a parameter's type. */
    private static String kind(LibraryParameter parameter) {
        if (parameter.name().equals("handle")) {
            return "cublasContext";
        }
        if (parameter instanceof LibraryParameter.Array array) {
            return pointer(array.element());
        }
        if (parameter instanceof LibraryParameter.Numbers numbers) {
            return pointer(numbers.element());
        }
        return parameter.type().equals("i64") ? "long" : "int";
    }

    private static String pointer(String element) {
        return switch (element) {
            case "float" -> "FloatPointer";
            case "double" -> "DoublePointer";
            case "{ float, float }" -> "float2";
            case "{ double, double }" -> "double2";
            case "half" -> "__half";
            case "ptr" -> "PointerPointer";
            case "i32" -> "IntPointer";
            case "i8" -> "Pointer";
            default -> throw new IllegalStateException(element);
        };
    }
}
