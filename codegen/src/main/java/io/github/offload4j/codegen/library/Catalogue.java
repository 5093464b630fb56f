package io.github.offload4j.codegen.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of one library.
 *
 * @param conventions how it names its functions and passes their arguments
 * @param enumerations what the numbers of its parameters mean
 * @param functions in the catalogue's order
 */
record Catalogue(Conventions conventions, List<LibraryEnumeration> enumerations, List<LibraryFunction> functions) {
    private static final Map<String, Map<Library, Catalogue>> FAMILIES = new ConcurrentHashMap<>();

    Catalogue {
        enumerations = List.copyOf(enumerations);
        functions = List.copyOf(functions);
    }

    static Catalogue of(Library library) {
        Catalogue catalogue =
                FAMILIES.computeIfAbsent(library.family(), Catalogue::family).get(library);
        if (catalogue == null) {
            throw new IllegalStateException("the catalogue '" + library.family() + "' does not know " + library);
        }
        return catalogue;
    }

    private static Map<Library, Catalogue> family(String name) {
        String file = name + ".catalogue";
        try (InputStream resource = Catalogue.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException("there is no " + file);
            }
            return CatalogueReader.read(file, new String(resource.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
