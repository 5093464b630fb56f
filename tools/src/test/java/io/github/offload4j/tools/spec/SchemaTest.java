package io.github.offload4j.tools.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.tools.TestSpecs;
import io.github.offload4j.tools.spec.ParameterSpec.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema says the same as the reader, as far as a schema can. */
class SchemaTest {
    private static final JsonNode SCHEMA = readSchema();
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMA);

    private static JsonNode readSchema() {
        try {
            return new ObjectMapper().readTree(Files.readString(Path.of("examples/offload-spec.schema.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String text) throws IOException {
        return new YAMLMapper().readTree(text);
    }

    static Stream<Path> examples() {
        return TestSpecs.examples();
    }

    static Stream<Path> badStructure() {
        return TestSpecs.bad("structure");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void acceptsEveryExample(Path file) throws IOException {
        assertThat(VALIDATOR.validate(yaml(Files.readString(file)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badStructure")
    void refusesEverySpecOfWrongStructure(Path file) throws IOException {
        assertThat(VALIDATOR.validate(yaml(Files.readString(file)))).isNotEmpty();
    }

    @Test
    void acceptsRoutinesAmongCalls() throws IOException {
        assertThat(VALIDATOR.validate(yaml("""
            offloads:
              - name: run
                parameters:
                  - {name: n, type: i32}
                  - {name: x, type: slice, map: tofrom, element: float}
                  - {name: handle, type: ptr, pass: host}
                calls:
                  - library: cublas
                    callee: sscal
                    stream: handle
                    pointer-mode: host
                    constants: {incx: 1}
                    arguments: {handle: handle, n: {value: n, type: i32}, alpha: handle, x: x}
                  - library: cblas
                    callee: isamax
                    host: true
                    arguments: {n: x.length - n, x: x, incx: 1}
            """))).isEmpty();
    }

    @Test
    void hasTheReadersKeys() {
        assertThat(names("/properties")).isEqualTo(Key.OF_SPEC);
        assertThat(names("/$defs/offload/properties")).isEqualTo(Key.OF_OFFLOAD);
        assertThat(names("/$defs/call/properties")).isEqualTo(Key.OF_CALL);
        assertThat(names("/$defs/argument/properties")).isEqualTo(Key.OF_ARGUMENT);
        assertThat(names("/$defs/data/properties")).isEqualTo(Key.OF_DATA);
        assertThat(names("/$defs/variable/properties")).isEqualTo(Key.OF_VARIABLE);
        assertThat(names("/$defs/parameter/properties")).isEqualTo(Key.OF_PARAMETER);
        assertThat(names("/$defs/range/properties")).isEqualTo(Key.OF_RANGE);
        assertThat(names("/$defs/member/properties")).isEqualTo(Key.OF_MEMBER);
        assertThat(names("/$defs/member/properties/count/anyOf/1/properties")).isEqualTo(Key.OF_COUNT);
    }

    @Test
    void hasTheReadersChoices() {
        String parameter = "/$defs/parameter/properties";
        assertThat(texts("/$defs/offload/properties/parameters/items/allOf/1/properties/map/enum"))
                .isEqualTo(List.copyOf(MapChoices.OF_CALLS.accesses().keySet()));
        assertThat(texts(parameter + "/map/enum"))
                .containsAll(MapChoices.OF_CALLS.accesses().keySet());
        assertThat(texts(parameter + "/modifiers/items/enum")).isEqualTo(choices(MapModifier.class));
        assertThat(texts(parameter + "/pass/enum")).isEqualTo(choices(Side.class));
        String offload = "/$defs/offload/properties";
        assertThat(texts(offload + "/library/enum")).isEqualTo(choices(Library.class));
        assertThat(texts(offload + "/pointer-mode/enum")).isEqualTo(List.copyOf(LibraryReader.POINTER_MODES.keySet()));
        assertThat(texts(offload + "/pass/enum")).isEqualTo(List.copyOf(LibraryReader.PASSED_ARRAYS.keySet()));
        assertThat(texts(offload + "/on-status/enum")).isEqualTo(choices(OnStatus.class));
        assertThat(texts("/$defs/call/properties/on-status/enum")).isEqualTo(choices(OnStatus.class));
        assertThat(texts("/$defs/argument/properties/type/enum")).isEqualTo(Types.COUNTS);
        assertThat(texts(offload + "/synchronize/anyOf/0/enum")).isEqualTo(OffloadReader.SYNCHRONIZATIONS);
        assertThat(texts(offload + "/constants/additionalProperties/anyOf/1/enum"))
                .isEqualTo(LibraryReader.words());
    }

    @ParameterizedTest
    @EnumSource(DataAction.class)
    void hasTheReadersChoicesOfEachAction(DataAction action) {
        MapChoices choices = MapChoices.of(action);
        List<String> actions = new ArrayList<>(choices(DataAction.class));
        actions.add("wait");
        assertThat(texts("/$defs/data/properties/action/enum")).isEqualTo(actions);
        String parameter = "/$defs/data/allOf/" + List.of(DataAction.values()).indexOf(action)
                + "/then/properties/parameters/items/properties";
        assertThat(texts(parameter + "/map/enum"))
                .isEqualTo(List.copyOf(choices.accesses().keySet()));
        assertThat(texts("/$defs/parameter/properties/map/enum"))
                .containsAll(choices.accesses().keySet());
        List<String> modifiers = texts(parameter + "/modifiers/items/enum");
        assertThat(modifiers.isEmpty() ? choices(MapModifier.class) : modifiers)
                .isEqualTo(List.copyOf(choices.modifiers().keySet()));
    }

    @Test
    void hasTheReadersLimit() {
        assertThat(SCHEMA.at("/$defs/offload/properties/parameters/maxItems").asInt())
                .isEqualTo(OffloadReader.MOST_PARAMETERS);
    }

    @Test
    void hasTheReadersNames() {
        assertThat(SCHEMA.at("/$defs/identifier/pattern").asText()).isEqualTo("^" + ParameterReader.NAME + "$");
    }

    @Test
    void hasTheReadersScalars() throws IOException {
        List<String> types = new ArrayList<>(List.of("half", "bfloat", "float", "double", "x86_fp80", "fp128", "void"));
        IntStream.rangeClosed(0, 200).mapToObj(bits -> "i" + bits).forEach(types::add);
        for (String type : types) {
            assertThat(acceptsParameter(type, true))
                    .as("host function with %s", type)
                    .isEqualTo(Types.isScalar(type, true));
            assertThat(acceptsParameter(type, false)).as("kernel with %s", type).isEqualTo(Types.isScalar(type, false));
        }
    }

    private static boolean acceptsParameter(String type, boolean host) throws IOException {
        String rest = host ? "host: true" : "grid: 1, block: 1";
        String spec = "offloads: [{name: r, callee: c, parameters: [{name: p, type: " + type + "}], " + rest + "}]";
        return VALIDATOR.validate(yaml(spec)).isEmpty();
    }

    private static List<String> choices(Class<? extends Enum<?>> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private static List<String> names(String pointer) {
        List<String> names = new ArrayList<>();
        SCHEMA.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        SCHEMA.at(pointer).forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
