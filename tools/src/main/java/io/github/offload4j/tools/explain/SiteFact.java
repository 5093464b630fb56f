package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.site.HostCall;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.Spawners;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that is true of a site as a whole.
 *
 * @param about a word that says what it is about
 * @param text what is true
 */
record SiteFact(String about, String text) {
    /** Returns the facts about a site, in the order in which they are shown. */
    static List<SiteFact> of(OffloadSite site, List<ArgumentView> arguments) {
        List<SiteFact> facts = new ArrayList<>();
        facts.add(new SiteFact("device", Words.device(site.first().device())));
        if (site.isConditional()) {
            facts.add(new SiteFact(
                    "runs", "on some paths through " + site.function().name() + ", not on all"));
        }
        List<String> spawners = Spawners.names(site.function());
        if (!spawners.isEmpty()) {
            facts.add(new SiteFact(
                    "task", "spawned by " + String.join(", ", spawners) + ", which goes on until it waits"));
        } else if (site.isAsynchronous()) {
            facts.add(new SiteFact("waits", "unless a task of OpenMP runs it"));
        }
        site.launches().forEach(launch -> add(facts, launch));
        site.hostCalls().forEach(call -> facts.add(new SiteFact("passes", passed(call, arguments))));
        if (arguments.isEmpty()) {
            facts.add(new SiteFact(
                    "passes", site.first().count().is(0) ? "no arguments" : "arguments that cannot be told"));
        }
        return facts;
    }

    private static void add(List<SiteFact> facts, Launch launch) {
        String skipped = launch.skippedWhenEmpty() ? ", and nothing when that is empty" : "";
        facts.add(new SiteFact("grid", Words.sizes(launch.grid(), "blocks", launch) + skipped));
        facts.add(new SiteFact("block", Words.sizes(launch.block(), "threads", launch)));
        if (!launch.shared().is(0)) {
            facts.add(new SiteFact("shared", Words.bytes(launch.shared())));
        }
        Words.runtime(launch).ifPresent(words -> facts.add(new SiteFact("runtime", words)));
        facts.add(new SiteFact("refused", Words.refusal(launch.refusal())));
    }

    private static String passed(HostCall call, List<ArgumentView> arguments) {
        String pointers = call.devicePointers().entrySet().stream()
                .map(e -> arguments.get(e.getValue()).label() + " as argument " + (e.getKey() + 1))
                .collect(Collectors.joining(", "));
        return pointers + call.callee().map(f -> " of " + f.name()).orElse("");
    }
}
