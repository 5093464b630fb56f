package io.github.offload4j.codegen.dialect;

import java.util.List;
import java.util.Map;

/** The languages of debug information, which came with their edition in one word before; a dialect has no such word. */
final class SourceLanguages implements Rule {
    private static final String NEWER = "DW_LNAME_";
    private static final String OLDER = "DW_LANG_";

    /** @param last the last version of an edition, as the newer field counts it */
    private record Edition(int last, String name) {}

    private static final Map<String, List<Edition>> EDITIONS = Map.of(
            "Ada",
            List.of(
                    new Edition(1983, "Ada83"),
                    new Edition(1995, "Ada95"),
                    new Edition(2005, "Ada2005"),
                    new Edition(2012, "Ada2012")),
            "C",
            List.of(
                    new Edition(0, "C"),
                    new Edition(198912, "C89"),
                    new Edition(199901, "C99"),
                    new Edition(201112, "C11"),
                    new Edition(201710, "C17")),
            "C_plus_plus",
            List.of(
                    new Edition(199711, "C_plus_plus"),
                    new Edition(200310, "C_plus_plus_03"),
                    new Edition(201103, "C_plus_plus_11"),
                    new Edition(201402, "C_plus_plus_14"),
                    new Edition(201703, "C_plus_plus_17"),
                    new Edition(202002, "C_plus_plus_20")),
            "Cobol",
            List.of(new Edition(1974, "Cobol74"), new Edition(1985, "Cobol85")),
            "Fortran",
            List.of(
                    new Edition(1977, "Fortran77"),
                    new Edition(1990, "Fortran90"),
                    new Edition(1995, "Fortran95"),
                    new Edition(2003, "Fortran03"),
                    new Edition(2008, "Fortran08"),
                    new Edition(2018, "Fortran18")),
            "OpenCL_C",
            List.of(new Edition(0, "OpenCL")),
            "Pascal",
            List.of(new Edition(0, "Pascal83")));

    private static final String NAME = "sourceLanguageName";
    private static final String VERSION = "sourceLanguageVersion";
    private static final String DIALECT = "dialect";

    @Override
    public List<String> words() {
        return List.of(NAME, DIALECT);
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        if (source.at(token.end()) != ':' || !DroppedFields.isField(token.start(), source)) {
            return token.end();
        }
        if (source.isWord(token.start(), DIALECT)) {
            edits.refuse(token.start(), "'" + DIALECT + "'", "");
            return token.end();
        }
        int value = source.skipBlank(token.end() + 1);
        int end = source.endOfWord(value);
        String older = older(source.text(value, end), version(Node.at(token.node(), source)));
        edits.replace(new Span(token.start(), end), "language: " + older);
        edits.count(Rewriting.SOURCE_LANGUAGE);
        return end;
    }

    private static int version(Node node) {
        return node.fields().stream()
                .filter(field -> field.name().equals(VERSION) && field.value().matches("\\d{1,9}"))
                .mapToInt(field -> Integer.parseInt(field.value()))
                .findFirst()
                .orElse(0);
    }

    /**
     * Returns the older word.
     *
     * @param name the newer one
     * @param version of the language; what is newer than every edition that has a word gets the last
     */
    private static String older(String name, int version) {
        if (!name.startsWith(NEWER)) {
            return name; // a number, or a mistake
        }
        String language = name.substring(NEWER.length());
        List<Edition> editions = EDITIONS.getOrDefault(language, List.of(new Edition(0, language)));
        return OLDER
                + editions.stream()
                        .filter(edition -> version <= edition.last())
                        .findFirst()
                        .orElse(editions.get(editions.size() - 1))
                        .name();
    }
}
