package io.github.offload4j.codegen.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.codegen.library.LibraryParameter.Array;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a catalogue says, and what is said about one that is malformed. */
final class CatalogueReaderTest {
    private static final String HEAD = """
        library cublas
            symbol cublas{Name} handle handle status yes scalars reference
        library cblas
            symbol cblas_{name} scalars value complex reference index i64
        enumeration trans: none, transpose
            cublas 0, 1
            cblas 111, 112
        enumeration layout: rows, columns
            cblas 101, 102
        enumeration type: half 2, float 4
            cublas 2, 0
            cblas 0, 1
        """;

    private static List<LibraryFunction> functions(Library library, String text) {
        return CatalogueReader.read("a.catalogue", HEAD + text).get(library).functions();
    }

    private static LibraryFunction only(Library library, String text) {
        List<LibraryFunction> functions = functions(library, text);
        assertThat(functions).hasSize(1);
        return functions.get(0);
    }

    private static List<String> types(LibraryFunction function) {
        return function.parameters().stream()
                .map(parameter -> parameter.name() + " " + parameter.type())
                .toList();
    }

    private static LibraryShape shape(LibraryFunction function, String parameter) {
        return ((Array) function.parameter(parameter).orElseThrow()).shape();
    }

    @Test
    void aLineIsAFunctionOfEveryLibraryAndLetter() {
        String text = "{t}{r}scal cz: n size, x tofrom vector(n, incx), incx increment";
        assertThat(functions(Library.CUBLAS, text)).hasToString("[cublasCsscal, cublasZdscal]");
        assertThat(functions(Library.CBLAS, text)).hasToString("[cblas_csscal, cblas_zdscal]");
    }

    @Test
    void numbersStandForVariables() {
        LibraryFunction function = only(Library.CUBLAS, """
            enumeration sort: int8 1, int32 4
                cublas type_int8, type_int32
            copy only cublas: n size, x to array(n) of what, what sort
            """);
        LibraryParameter.Choice what =
                (LibraryParameter.Choice) function.parameter("what").orElseThrow();

        assertThat(what.type()).isEqualTo("i32");
        assertThat(what.passedType()).isEqualTo("ptr");
        assertThat(what.enumeration().word(1))
                .hasValueSatisfying(word -> assertThat(word.symbol()).contains("type_int32"));
    }

    @Test
    void differencesOfALibraryAreClauses() {
        String text = """
            f only cublas: n size
            g except cublas: n size
            h symbol cublas cublas{Name}Ex: n size
            """;
        assertThat(functions(Library.CUBLAS, text)).hasToString("[cublasF, cublasHEx]");
        assertThat(functions(Library.CBLAS, text)).hasToString("[cblas_g, cblas_h]");
    }

    @Test
    void anExtraSizeMayBeTheRanksOfACommunicator() {
        LibraryFunction function = only(Library.CBLAS, "f count c asks n only cblas: c host, n extra");
        assertThat(function.checks().count()).contains(new LibraryFunction.Count("c", "asks", "n"));
        assertThat(only(Library.CBLAS, "f: c host, n extra").checks()).isEqualTo(LibraryFunction.Checks.NONE);
    }

    @Test
    void eachLibraryPassesByItsConventions() {
        String text = "{t}dot c: alpha scalar, n size, beta scalar R -> T";
        LibraryFunction gpu = only(Library.CUBLAS, text);
        assertThat(types(gpu)).containsExactly("handle ptr", "alpha ptr", "n i32", "beta ptr", "result ptr");
        assertThat(gpu.returnType()).isEqualTo("i32");
        LibraryFunction host = only(Library.CBLAS, text);
        assertThat(types(host)).containsExactly("alpha ptr", "n i32", "beta float", "result ptr");
        assertThat(host.returnType()).isEqualTo("void");
        LibraryFunction real = only(Library.CBLAS, "i{t}amax s: n size -> index");
        assertThat(types(real)).containsExactly("n i32");
        assertThat(real.returnType()).isEqualTo("i64");
    }

    @Test
    void aKindIsSaidOnceOrAtTheParameter() {
        String text = "kind size64: n m\nf: n, m size, k extra -> i32\n";
        assertThat(types(only(Library.CBLAS, text))).containsExactly("n i64", "m i32", "k i32");
        assertThat(only(Library.CBLAS, text).passedParameters()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n + 2 * m - 1 | 9",
                "(n + 2) * m - 1 | 17",
                "n * (n + 1) / 2 | 10",
                "ceildiv(n, 3) + min(n, m) + max(n, m) | 9",
                "t = none ? n : m | 3",
                "t = transpose ? n : m | 4",
                "(t = none ? n : t = transpose ? m : 7) * 2 | 6",
                "bytes(type) * n | 8"
            })
    void anExtentIsComputedFromArguments(String expression, long value) {
        String text = "f: x to array(" + expression + ") of i8, n size, m size, t trans, type type";
        LibraryShape.Flat flat = (LibraryShape.Flat) shape(only(Library.CBLAS, text), "x");
        assertThat(flat.count()).hasToString(expression);
        assertThat(flat.count().value(Map.of("n", 4L, "m", 3L, "t", 112L, "type", 0L)))
                .isEqualTo(OptionalLong.of(value));
        assertThat(flat.count().value(Map.of())).isEmpty();
    }

    @Test
    void aBandIsByRowsWhereTheLayoutSaysSo() {
        String text = "f: layout layout, m size, n size, k size, lda leading, A to band(m, n, k + 1, lda) of i8";
        assertThat(shape(only(Library.CUBLAS, text), "A")).hasToString("Matrix[rows=k + 1, columns=n, leading=lda]");
        assertThat(shape(only(Library.CBLAS, text), "A"))
                .hasToString("Matrix[rows=layout = rows ? m : k + 1, columns=layout = rows ? k + 1 : n, leading=lda]");
    }

    @Test
    void anElementMayHaveItsSizeFromAParameter() {
        String text = "f: x to array(n) of type every s times b, type type, n size, s stride, b size";
        assertThat(only(Library.CBLAS, text).parameter("x").orElseThrow())
                .hasToString("Array[name=x, access=TO, element=i8, sizedBy=Optional[bytes(type)],"
                        + " shape=Strided[each=Flat[count=n], stride=s, batch=b]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f n size | 13:3: 'n' stands where ':' is expected",
                "f: n | 13:4: 'n' has no kind",
                "f: n sizes | 13:6: there is no kind 'sizes'",
                "f: n size, n size | 13:12: 'n' is a parameter already",
                "f: n size; | 13:10: has ';' in it",
                "f: n size - | 13:11: '-' stands where the end of the statement is expected",
                "f: x to vectors(n) | 13:9: there is no shape 'vectors'",
                "f: x to array(n) of i8 | 13:15: 'n' is no integer parameter of the function",
                "f: x to array(n) | 14:1: the function has no letter that says the type",
                "f: x to array(n of i8, n size | 13:17: 'of' stands where ')' is expected",
                "f: x to array(n +) of i8, n size | 13:18: ')' stands where a number or a parameter is expected",
                "f: x to array(mid(n, 1)) of i8, n size | 13:15: there is no function 'mid'",
                "f: x to array(n = none ? 1 : 2) of i8, n size | 13:19: 'n' cannot be 'none'",
                "f: t trans, x to array(t = rows ? 1 : 2) of i8 | 13:28: 't' cannot be 'rows'",
                "f: t trans, x to array(1) of t | 13:30: 'trans' does not say how large an element is",
                "f: x to array(1) of i128 | 13:21: there is no type 'i128'",
                "f: a scalar T | 13:13: the function has no letter that says the type",
                "{t}f xy: n size | 13:6: 'xy' stands where some of s, d, c and z are expected",
                "{t}f ss: n size | 13:1: cblas has 'sf' already",
                "f only mkl: n size | 13:8: there is no library 'mkl'",
                "f only rocblas: n size | 13:8: 'rocblas' has no statement of its own above",
                "f only cblas except cblas: n size | 13:1: no library has 'f'",
                "f symbol cblas a{nom}: n size | 13:16: 'a{nom}' has something unknown in braces",
                "library rocblas handle h | 13:17: the library has no 'symbol'",
                "library rocblas symbol a colour red | 13:26: there is no convention 'colour'",
                "library rocblas symbol a status maybe | 13:33: 'maybe' stands where one of yes, no is expected",
                "enumeration e: a, b cblas 1 | 14:1: the statement ends where ',' is expected",
                "enumeration e: a, b cblas 1, x | 13:30: numbers and variables do not go together",
                "f plan kept: p host | 13:8: 'kept' stands where one of checked, remembered is expected",
                "f plan checked: p host, n extra | 13:1: 'f' has a plan to be checked, which comes first, and no two"
                        + " extra sizes",
                "f count c asks: c host, n extra | 13:15: ':' stands where the size that they are is expected",
                "f count c asks n: c value i32, n extra | 13:1: 'f' has ranks to be counted, and no 'c' of the host or"
                        + " no extra size 'n'",
                "f count c asks n: c host, n size | 13:1: 'f' has ranks to be counted, and no 'c' of the host or no"
                        + " extra size 'n'",
                "kind size n | 14:1: the statement ends where ':' is expected"
            })
    void whatIsMalformedIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> functions(Library.CBLAS, text + "\n"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("a.catalogue:" + message);
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void everyLibraryHasItsCatalogue(Library library) {
        assertThat(library.functions()).isNotEmpty().allSatisfy(function -> {
            assertThat(LibraryFunction.find(library, function.name())).contains(function);
            assertThat(LibraryFunction.find(library, function.symbol())
                            .orElseThrow()
                            .symbol())
                    .isEqualTo(function.symbol());
        });
        assertThat(library.functions().stream()
                        .filter(function -> !function.name().endsWith("_in_place"))
                        .map(LibraryFunction::symbol))
                .doesNotHaveDuplicates();
    }
}
