package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.site.OffloadImage;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every check of a run sees, and where it puts what it finds. */
final class CheckContext implements AutoCloseable {
    private final CheckedCode host;
    private final Optional<CheckedCode> kernels;
    private final List<OffloadImage> images;
    private final CheckOptions options;
    private final Map<Check, Set<Finding>> findings = new EnumMap<>(Check.class);

    /** What several checks ask about the sites of the function that is looked at. */
    private final IdentityHashMap<OffloadSite, List<MappedEntry>> mapped = new IdentityHashMap<>();

    private final Map<String, Optional<IrFunction>> functions = new HashMap<>();
    private final BlockRuns blocks = new BlockRuns(this);

    CheckContext(CheckedCode host, Optional<CheckedCode> kernels, List<OffloadImage> images, CheckOptions options) {
        this.host = host;
        this.kernels = kernels;
        this.images = images;
        this.options = options;
    }

    /** Returns what the threads of launched blocks do. */
    BlockRuns blocks() {
        return blocks;
    }

    @Override
    public void close() {
        blocks.close();
    }

    CheckedCode host() {
        return host;
    }

    Optional<CheckedCode> kernels() {
        return kernels;
    }

    List<OffloadImage> images() {
        return images;
    }

    CheckOptions options() {
        return options;
    }

    FunctionFacts facts(OffloadSite site) {
        return host.facts().of(site.function());
    }

    /** Returns what a site maps; see {@link MappedEntry#of}. */
    List<MappedEntry> mapped(OffloadSite site) {
        return mapped.computeIfAbsent(site, MappedEntry::of);
    }

    /** Forgets what belongs to the sites of one function. */
    void next() {
        mapped.clear();
    }

    /** Returns a function of the host module that has a body, by its symbol. */
    Optional<IrFunction> hostFunction(String symbol) {
        return functions.computeIfAbsent(
                symbol, s -> host.facts().module().findFunction(s).filter(f -> !f.isDeclaration()));
    }

    /** Reports something about a runtime call. */
    void report(Check check, Severity severity, RuntimeCall at, String message) {
        report(new Finding(check, severity, message, at.function().name(), at.location(), List.of()));
    }

    void report(Finding finding) {
        findings.computeIfAbsent(finding.check(), c -> new LinkedHashSet<>())
                .add(finding.with(options.severity(finding)));
    }

    /** Returns what was found, each thing once: check by check, in the order in which they found it. */
    List<Finding> findings() {
        return findings.values().stream().flatMap(Set::stream).toList();
    }

    static String quote(IrFunction function) {
        return "'" + function.name() + "'";
    }

    /** Returns how a message names an entry of a call. */
    static String argument(RuntimeCall call, int entry) {
        String name = call.entries().get(entry).name();
        return new ArgumentLabel(name, TableEntry.number(call.entries(), entry)).inMessage();
    }
}
