package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.site.OffloadEntry;
import io.github.offload4j.codegen.analysis.site.OffloadImage;
import io.github.offload4j.codegen.analysis.site.OffloadInventory;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.fact.KnownBits;
import java.util.List;
import java.util.Map;

/** Writes offload sites for people. */
final class TextExplanation {
    private final String name;
    private final StringBuilder out = new StringBuilder();

    TextExplanation(String name) {
        this.name = name;
    }

    String write(OffloadInventory inventory) {
        line(name + ": " + Words.counts(inventory));
        inventory.sites().forEach(this::site);
        if (!inventory.entries().isEmpty()) {
            line("");
            line("entries");
            inventory.entries().forEach(this::entry);
        }
        if (!inventory.images().isEmpty()) {
            line("");
            line("images");
            inventory.images().forEach(this::image);
        }
        return out.toString();
    }

    private void site(OffloadSite site) {
        line("");
        String place = site.location().map(location -> location + ": ").orElse("");
        line(place + site.function().name() + " " + Words.deed(site));
        List<ArgumentView> arguments = ArgumentView.of(site);
        SiteFact.of(site, arguments).forEach(fact -> line("  " + pad(fact.about(), 9) + fact.text()));
        arguments(arguments);
    }

    private void arguments(List<ArgumentView> arguments) {
        int nameWidth = width(arguments.stream().map(ArgumentView::name).toList());
        int directionWidth =
                width(arguments.stream().map(ArgumentView::direction).toList());
        for (ArgumentView argument : arguments) {
            line("  " + pad(argument.number() == 0 ? "" : String.valueOf(argument.number()), 3)
                    + pad(argument.name(), nameWidth) + pad(argument.direction(), directionWidth)
                    + Words.size(argument));
            for (Map.Entry<String, KnownBits> flags : argument.flags().entrySet()) {
                line("       " + pad(flags.getKey(), 7) + Words.flags(flags.getValue()));
            }
            Words.mapper(argument.mapper()).ifPresent(words -> line("       mapper " + words));
        }
    }

    private void entry(OffloadEntry entry) {
        line("  " + Words.what(entry)
                + entry.address().map(a -> ", known by " + a.name()).orElse("")
                + ", in " + Words.placement(entry.placement())
                + (entry.legacy() ? ", in the format of LLVM 19" : ""));
    }

    private void image(OffloadImage image) {
        line("  " + (image.variable().isEmpty() ? "unnamed" : image.variable()) + ": " + Words.size(image) + ", "
                + image.format() + (image.registered() ? ", registered by the module" : ", for the linker"));
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0) + 2;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
