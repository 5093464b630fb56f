package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RecordedSites;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.lower.LoweredFunction;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sites as the lowering tells them that has emitted them. What it cannot know for certain is read back. */
final class ToldSites implements SiteSource {
    private final ModuleFacts facts;
    private final List<LoweredFunction> functions;
    private @Nullable SiteReader reader;

    ToldSites(ModuleFacts facts, List<LoweredFunction> functions) {
        this.facts = facts;
        this.functions = functions;
    }

    @Override
    public void forEachFunction(Consumer<List<OffloadSite>> check) {
        functions.forEach(function -> check.accept(sites(function)));
    }

    private List<OffloadSite> sites(LoweredFunction function) {
        if (function.unknown() || !function.sites().stream().allMatch(RecordedSites::isTold)) {
            return reader().sites(function.function());
        }
        RecordedSites told = new RecordedSites(facts.of(function.function()));
        return function.sites().stream().map(told::site).toList();
    }

    private SiteReader reader() {
        SiteReader known = reader;
        if (known == null) {
            known = new SiteReader(facts);
            reader = known;
        }
        return known;
    }
}
