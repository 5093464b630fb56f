package io.github.offload4j.irtests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path where it is, from the repository's root
 */
record Page(String path) {
    static final Path ROOT = Path.of("..");

    private static final Pattern FENCE = Pattern.compile(" *(`{3,})(.*)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
    private static final Pattern NO_ANCHOR = Pattern.compile("[^\\p{L}\\p{N}\\p{M}_\\- ]");

    /** Code in a page: the language behind its fence, if any, and the line that it begins in. */
    record Block(Page page, int line, String language, String text) {
        @Override
        public String toString() {
            return page.path + ":" + line;
        }
    }

    /** Returns what all pages show in a language. */
    static List<Block> blocks(String language) {
        return all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** Returns the pages for users: the README, what stands beside it, all of {@code docs}, those of the examples. */
    static List<Page> all() {
        List<Page> pages = new ArrayList<>();
        for (String folder : List.of(".", "docs", "tools/examples")) {
            int depth = folder.equals("tools/examples") ? 5 : 1;
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder), depth)) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .map(file -> ROOT.relativize(file).normalize().toString())
                        .sorted()
                        .map(Page::new)
                        .forEach(pages::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return pages;
    }

    String text() {
        try {
            return Files.readString(ROOT.resolve(path)).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        read(new ArrayList<>(), blocks);
        return blocks;
    }

    /** Returns the targets of links, in the order of the page. */
    List<String> links() {
        List<String> prose = new ArrayList<>();
        read(prose, new ArrayList<>());
        return prose.stream()
                .flatMap(line ->
                        LINK.matcher(line.replaceAll("`[^`]*`", "`code`")).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** Returns the anchors of headings, as the usual hosts make them, and the site too. */
    List<String> anchors() {
        List<String> prose = new ArrayList<>();
        read(prose, new ArrayList<>());
        return prose.stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").replaceAll("\\]\\([^)]*\\)", ""))
                .map(line -> NO_ANCHOR
                        .matcher(line.strip().toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .replace(' ', '-'))
                .toList();
    }

    private void read(List<String> prose, List<Block> blocks) {
        String fence = null;
        String language = "";
        StringBuilder code = new StringBuilder();
        int number = 0;
        int begin = 0;
        for (String line : text().split("\n", -1)) {
            number++;
            var mark = FENCE.matcher(line);
            if (fence == null && mark.matches()) {
                fence = mark.group(1);
                language = mark.group(2).strip();
                begin = number + 1;
                code.setLength(0);
            } else if (fence != null && line.strip().equals(fence)) {
                blocks.add(new Block(this, begin, language, code.toString()));
                fence = null;
            } else if (fence != null) {
                code.append(line).append('\n');
            } else {
                prose.add(line);
            }
        }
    }
}
