package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.flow.ModuleFacts;
import java.util.List;
import java.util.function.Consumer;

/** Sites that are read back from the IR, whoever emitted them. */
final class ReadSites implements SiteSource {
    private final SiteReader reader;

    ReadSites(ModuleFacts facts) {
        this.reader = new SiteReader(facts);
    }

    @Override
    public void forEachFunction(Consumer<List<OffloadSite>> check) {
        reader.functions().forEach(function -> check.accept(reader.sites(function)));
    }
}
