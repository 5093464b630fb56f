package io.github.offload4j.tools.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.tools.cli.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zeros:3:f32       | [0.0, 0.0, 0.0]",
                "ones:2:i8         | [1, 1]",
                "iota:4:i64        | [0, 1, 2, 3]",
                "iota:0:i16        | []",
                "1,2.5,-3e2:f64    | [1.0, 2.5, -300.0]",
                "1,0.1,-3e2:f16    | [1.0, 0.099975586, -300.0]",
                "-128,127:i8       | [-128, 127]",
                "7:i32             | [7]"
            })
    void elements(String text, String elements) {
        assertThat(values(read(text))).hasToString(elements);
    }

    @Test
    void theProgramTellsTheElementTypeAndTheCount() {
        HostArray array =
                new ArrayText(given("iota"), Optional.of(ElementType.F32), OptionalInt.of(3), streams()).read();
        assertThat(values(array)).hasToString("[0.0, 1.0, 2.0]");
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        assertThat(read("random:100:7:f32").bytes())
                .isEqualTo(read("random:100:7:f32").bytes());
        assertThat(read("random:100:7:f32").bytes())
                .isNotEqualTo(read("random:100:8:f32").bytes());
    }

    @Test
    void randomNumbersAreInTheirRange() {
        assertThat(values(read("random:1000:1:f64")))
                .allSatisfy(value -> assertThat(value.doubleValue()).isBetween(0.0, 1.0));
        assertThat(values(read("random:1000:1:i32")))
                .allSatisfy(value -> assertThat(value.intValue()).isBetween(0, 99));
    }

    @Test
    void aFileHasTheTypeOfItsExtension(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("x.i16");
        Files.write(file, new byte[] {1, 0, 0, 1});
        assertThat(values(read("@" + file))).hasToString("[1, 256]");
    }

    @Test
    void aFileOfAnotherLengthIsRefused(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("x.f32");
        Files.write(file, new byte[6]);
        assertThatThrownBy(() -> read("@" + file))
                .hasMessage("argument 'x': '" + file + "' has 6 bytes, no whole number of elements of 4 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iota:3          | the program does not tell the type of its elements; add one of i8, i16, i32, i64, f16,"
                        + " f32 or f64, for example x=iota:1000:f32",
                "zero:3:f32      | 'zero:3:f32' is no array; did you mean 'zeros'?; write zeros:COUNT, ones:COUNT,"
                        + " iota:COUNT, random:COUNT:SEED, @FILE or the elements",
                "zeros:f32       | the program does not tell how many elements it has; write x=zeros:COUNT",
                "zeros:-1:f32    | '-1' is no number of elements",
                "zeros:3:7:f32   | '7' is too much; expected zeros:COUNT",
                "random:3:x:f32  | 'x' is neither a seed nor an element type",
                "iota:129:i8     | i8 cannot hold numbers up to 128",
                "1,2.5:i32       | '2.5' does not fit into i32",
                "1,1e999999999:i64 | '1e999999999' does not fit into i64",
                "1,,2:f32        | '' is no number",
                "zeros:9999999999:f64 | an array can have at most 268435454 elements of f64"
            })
    void whatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> read(text)).hasMessage("argument 'x': " + problem);
    }

    @Test
    void anotherTypeThanTheProgramsIsRefused() {
        ArrayText text =
                new ArrayText(given("ones:3:f64"), Optional.of(ElementType.F32), OptionalInt.empty(), streams());
        assertThatThrownBy(text::read).hasMessage("argument 'x': its elements are f32, not f64");
    }

    private static HostArray read(String text) {
        return new ArrayText(given(text), Optional.empty(), OptionalInt.empty(), streams()).read();
    }

    private static List<Number> values(HostArray array) {
        List<Number> values = new ArrayList<>();
        for (int i = 0; i < array.count(); i++) {
            values.add(array.get(i));
        }
        return values;
    }

    private static GivenArgument given(String text) {
        return new GivenArgument("x", text);
    }

    private static StandardStreams streams() {
        return new StandardStreams(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                false,
                false);
    }
}
