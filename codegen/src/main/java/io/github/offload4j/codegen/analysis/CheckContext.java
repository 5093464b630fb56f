package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.site.OffloadInventory;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every check of a run sees, and where it puts what it finds. */
final class CheckContext {
    private final ModuleFacts host;
    private final Optional<ModuleFacts> kernels;
    private final OffloadInventory inventory;
    private final CheckOptions options;
    private final List<Finding> findings = new ArrayList<>();

    CheckContext(ModuleFacts host, Optional<ModuleFacts> kernels, OffloadInventory inventory, CheckOptions options) {
        this.host = host;
        this.kernels = kernels;
        this.inventory = inventory;
        this.options = options;
    }

    ModuleFacts host() {
        return host;
    }

    Optional<ModuleFacts> kernels() {
        return kernels;
    }

    OffloadInventory inventory() {
        return inventory;
    }

    CheckOptions options() {
        return options;
    }

    FunctionFacts facts(OffloadSite site) {
        return host.of(site.function());
    }

    /** Reports something about a runtime call. */
    void report(Check check, Severity severity, RuntimeCall at, String message) {
        report(new Finding(check, severity, message, at.function().name(), at.location(), List.of()));
    }

    void report(Finding finding) {
        Finding weighed = finding.with(options.severity(finding));
        if (!findings.contains(weighed)) {
            findings.add(weighed);
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    static String quote(IrFunction function) {
        return "'" + function.name() + "'";
    }

    /** Returns how a message names an entry of a site. */
    static String argument(String name, int index) {
        return name.isEmpty() ? "argument " + (index + 1) : "argument '" + name + "'";
    }
}
