package io.github.offload4j.tools.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.offload4j.codegen.analysis.site.HostCall;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadEntry;
import io.github.offload4j.codegen.analysis.site.OffloadImage;
import io.github.offload4j.codegen.analysis.site.OffloadInventory;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.Spawners;
import io.github.offload4j.codegen.analysis.site.TableEntry.Mapper;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.fact.KnownBits;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.ir.IrValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes offload sites as JSON. A number that is known now is a number; one that the program computes is an object with
 * the expression; one of which nothing is known is null.
 */
final class JsonExplanation {
    private final String name;
    private final StringWriter out = new StringWriter();

    JsonExplanation(String name) {
        this.name = name;
    }

    /** Writes one part of the output. */
    @FunctionalInterface
    private interface Part {
        void write() throws IOException;
    }

    String write(OffloadInventory inventory) {
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        layout.indentArraysWith(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(out).setPrettyPrinter(layout)) {
            object(json, () -> {
                json.writeStringField("module", name);
                list(json, "sites", inventory.sites(), site -> site(json, site));
                list(json, "entries", inventory.entries(), entry -> entry(json, entry));
                list(json, "images", inventory.images(), image -> image(json, image));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out + "\n";
    }

    private static void site(JsonGenerator json, OffloadSite site) throws IOException {
        object(json, () -> {
            json.writeStringField("mode", lower(site.mode()));
            json.writeStringField("function", site.function().name());
            location(json, site.location());
            device(json, site.first().device());
            if (site.isConditional()) {
                json.writeBooleanField("conditional", true);
            }
            List<String> spawners = Spawners.names(site.function());
            if (!spawners.isEmpty()) {
                json.writeArrayFieldStart("spawnedBy");
                for (String spawner : spawners) {
                    json.writeString(spawner);
                }
                json.writeEndArray();
            }
            if (site.isAsynchronous()) {
                json.writeBooleanField("nowait", true);
            }
            list(json, "launches", site.launches(), launch -> launch(json, launch));
            List<ArgumentView> arguments = ArgumentView.of(site);
            list(json, "hostCalls", site.hostCalls(), call -> hostCall(json, call, arguments));
            list(json, "arguments", arguments, argument -> argument(json, argument));
        });
    }

    private static void device(JsonGenerator json, Quantity device) throws IOException {
        json.writeFieldName("device");
        if (device instanceof Quantity.Computed) {
            object(json, () -> json.writeStringField("computed", Words.device(device)));
        } else {
            quantity(json, device);
        }
    }

    private static void launch(JsonGenerator json, Launch launch) throws IOException {
        object(json, () -> {
            text(json, "kernel", launch.kernel());
            quantities(json, "grid", Words.dimensions(launch.grid()));
            quantities(json, "block", Words.dimensions(launch.block()));
            quantity(json, "shared", launch.shared());
            json.writeBooleanField("skippedWhenEmpty", launch.skippedWhenEmpty());
            json.writeStringField("refused", Words.refusal(launch.refusal()));
        });
    }

    private static void hostCall(JsonGenerator json, HostCall call, List<ArgumentView> arguments) throws IOException {
        object(json, () -> {
            text(json, "callee", call.callee().map(f -> f.name()));
            list(
                    json,
                    "devicePointers",
                    List.copyOf(call.devicePointers().entrySet()),
                    pointer -> object(json, () -> {
                        json.writeNumberField("parameter", pointer.getKey() + 1);
                        json.writeNumberField(
                                "argument", arguments.get(pointer.getValue()).number());
                    }));
        });
    }

    private static void argument(JsonGenerator json, ArgumentView argument) throws IOException {
        object(json, () -> {
            if (argument.number() > 0) {
                json.writeNumberField("number", argument.number());
            }
            text(json, "name", Optional.of(argument.name()).filter(n -> !n.isEmpty()));
            json.writeStringField("direction", argument.direction());
            quantity(json, argument.strided() ? "dimensions" : "bytes", argument.bytes());
            mapper(json, argument.mapper());
            json.writeFieldName("flags");
            object(json, () -> {
                for (Map.Entry<String, KnownBits> flags : argument.flags().entrySet()) {
                    json.writeFieldName(flags.getKey());
                    flags(json, flags.getValue());
                }
            });
        });
    }

    /** One that cannot be told is null; none is left out. */
    private static void mapper(JsonGenerator json, Mapper mapper) throws IOException {
        if (mapper instanceof Mapper.Named named) {
            json.writeStringField("mapper", named.symbol());
        } else if (mapper instanceof Mapper.Unknown) {
            json.writeNullField("mapper");
        }
    }

    private static void flags(JsonGenerator json, KnownBits flags) throws IOException {
        if (flags.isUnknown()) {
            json.writeNull();
            return;
        }
        object(json, () -> {
            json.writeStringField("value", "0x" + Long.toHexString(flags.certain()));
            names(json, "names", flags.certain());
            if (!flags.isExact()) {
                names(json, "perhaps", flags.possible() & ~flags.certain());
            }
        });
    }

    private static void names(JsonGenerator json, String field, long bits) throws IOException {
        list(json, field, Words.nameList(bits), json::writeString);
    }

    private static void entry(JsonGenerator json, OffloadEntry entry) throws IOException {
        object(json, () -> {
            json.writeStringField("kind", lower(entry.kind()));
            json.writeStringField("symbol", entry.symbol());
            text(json, "address", entry.address().map(IrValue::name));
            json.writeNumberField("bytes", entry.bytes());
            json.writeBooleanField("legacy", entry.legacy());
            json.writeStringField("placement", Words.placement(entry.placement()));
        });
    }

    private static void image(JsonGenerator json, OffloadImage image) throws IOException {
        object(json, () -> {
            json.writeStringField("variable", image.variable());
            json.writeFieldName("bytes");
            if (image.bytes().isPresent()) {
                json.writeNumber(image.bytes().getAsLong());
            } else {
                json.writeNull();
            }
            json.writeStringField("format", image.format().toString());
            json.writeBooleanField("registered", image.registered());
        });
    }

    private static void location(JsonGenerator json, Optional<SourceLocation> location) throws IOException {
        json.writeFieldName("location");
        if (location.isEmpty()) {
            json.writeNull();
            return;
        }
        object(json, () -> {
            json.writeStringField("file", location.get().file());
            json.writeNumberField("line", location.get().line());
            json.writeNumberField("column", location.get().column());
        });
    }

    private static void quantities(JsonGenerator json, String field, List<Quantity> quantities) throws IOException {
        list(json, field, quantities, quantity -> quantity(json, quantity));
    }

    private static void quantity(JsonGenerator json, String field, Quantity quantity) throws IOException {
        json.writeFieldName(field);
        quantity(json, quantity);
    }

    private static void quantity(JsonGenerator json, Quantity quantity) throws IOException {
        if (quantity.known().isPresent()) {
            json.writeNumber(quantity.known().getAsLong());
        } else if (quantity instanceof Quantity.Unknown) {
            json.writeNull();
        } else {
            object(json, () -> json.writeStringField("computed", Words.quantity(quantity)));
        }
    }

    private static void text(JsonGenerator json, String field, Optional<String> text) throws IOException {
        json.writeFieldName(field);
        if (text.isPresent()) {
            json.writeString(text.get());
        } else {
            json.writeNull();
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void object(JsonGenerator json, Part content) throws IOException {
        json.writeStartObject();
        content.write();
        json.writeEndObject();
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    private interface Element<T> {
        void write(T element) throws IOException;
    }

    private static <T> void list(JsonGenerator json, String field, List<T> elements, Element<T> writer)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (T element : elements) {
            writer.write(element);
        }
        json.writeEndArray();
    }
}
