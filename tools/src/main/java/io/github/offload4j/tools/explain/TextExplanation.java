package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.site.HostCall;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadEntry;
import io.github.offload4j.codegen.analysis.site.OffloadImage;
import io.github.offload4j.codegen.analysis.site.OffloadInventory;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.Spawners;
import io.github.offload4j.codegen.fact.KnownBits;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes offload sites for people. */
final class TextExplanation {
    private final String name;
    private final StringBuilder out = new StringBuilder();

    TextExplanation(String name) {
        this.name = name;
    }

    String write(OffloadInventory inventory) {
        line(name + ": " + count(inventory.sites().size(), "offload site") + ", "
                + count(inventory.entries().size(), "offload entry", "offload entries") + ", "
                + count(inventory.images().size(), "device image"));
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
        line(place + site.function().name() + " " + deed(site));
        fact("device", Words.device(site.first().device()));
        if (site.isConditional()) {
            fact("runs", "on some paths through " + site.function().name() + ", not on all");
        }
        List<String> spawners = Spawners.names(site.function());
        if (!spawners.isEmpty()) {
            fact("task", "spawned by " + String.join(", ", spawners) + ", which goes on until it waits");
        } else if (site.isAsynchronous()) {
            fact("waits", "unless a task of OpenMP runs it");
        }
        site.launches().forEach(this::launch);
        List<ArgumentView> arguments = ArgumentView.of(site);
        site.hostCalls().forEach(call -> hostCall(call, arguments));
        arguments(site, arguments);
    }

    private static String deed(OffloadSite site) {
        return switch (site.mode()) {
            case KERNEL ->
                "launches "
                        + site.launches().stream()
                                .map(l -> l.kernel().map(k -> "kernel " + k).orElse("an unknown kernel"))
                                .collect(Collectors.joining(", "));
            case HOST ->
                "calls "
                        + site.hostCalls().stream()
                                .map(c -> c.callee().map(f -> f.name()).orElse("a computed function"))
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + " with device pointers";
            case REGION -> "maps data for the code up to the end of the region";
            case ENTER -> "maps data";
            case EXIT -> "unmaps data";
            case UPDATE -> "copies mapped data";
        };
    }

    private void launch(Launch launch) {
        String skipped = launch.skippedWhenEmpty() ? ", and nothing when that is empty" : "";
        fact("grid", Words.sizes(launch.grid(), "blocks", launch) + skipped);
        fact("block", Words.sizes(launch.block(), "threads", launch));
        if (!launch.shared().is(0)) {
            fact("shared", Words.bytes(launch.shared()));
        }
        Words.runtime(launch).ifPresent(words -> fact("runtime", words));
        fact("refused", Words.refusal(launch.refusal()));
    }

    private void hostCall(HostCall call, List<ArgumentView> arguments) {
        String pointers = call.devicePointers().entrySet().stream()
                .map(e -> arguments.get(e.getValue()).label() + " as argument " + (e.getKey() + 1))
                .collect(Collectors.joining(", "));
        fact("passes", pointers + call.callee().map(f -> " of " + f.name()).orElse(""));
    }

    private void arguments(OffloadSite site, List<ArgumentView> arguments) {
        if (arguments.isEmpty()) {
            fact("passes", site.first().count().is(0) ? "no arguments" : "arguments that cannot be told");
            return;
        }
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
        String what = switch (entry.kind()) {
            case KERNEL -> "kernel " + entry.symbol();
            case VARIABLE -> "variable " + entry.symbol() + " of " + entry.bytes() + " bytes";
            case REQUIREMENT -> "a requirement";
        };
        line("  " + what
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

    private void fact(String what, String text) {
        line("  " + pad(what, 9) + text);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String count(int number, String thing) {
        return count(number, thing, thing + "s");
    }

    private static String count(int number, String one, String many) {
        return number == 0 ? "no " + one : number == 1 ? "1 " + one : number + " " + many;
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
