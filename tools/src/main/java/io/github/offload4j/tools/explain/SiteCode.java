package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.site.HostCall;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.FunctionText;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.tools.diagnostic.SourceFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the code of sites: in the program's source where that can be read, else in the module. */
final class SiteCode {
    /** Marks stand in front of the call that they are for. */
    private static final int BEFORE = 6;

    private static final int AFTER = 1;

    private final SourceFiles sources;
    private final Map<IrFunction, FunctionText> printed = new HashMap<>();

    SiteCode(SourceFiles sources) {
        this.sources = sources;
    }

    Excerpt of(OffloadSite site) {
        return source(site).orElseGet(() -> module(site));
    }

    private Optional<Excerpt> source(OffloadSite site) {
        Optional<String> file = site.location().map(SourceLocation::file);
        Optional<List<String>> text = file.flatMap(sources::lines);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int last = text.get().size();
        TreeSet<Integer> lines = site.allCalls().stream()
                .flatMap(call -> call.location().stream())
                .filter(place -> place.file().equals(file.get()))
                .map(SourceLocation::line)
                .filter(line -> line >= 1 && line <= last)
                .collect(Collectors.toCollection(TreeSet::new));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Excerpt.of(file.get(), true, text.get(), lines, BEFORE, AFTER));
    }

    private Excerpt module(OffloadSite site) {
        String title = "function " + site.function().name() + " of the module";
        FunctionText text = printed.computeIfAbsent(site.function(), FunctionText::of);
        List<IrInstruction> calls = Stream.concat(
                        site.allCalls().stream().map(RuntimeCall::instruction),
                        site.hostCalls().stream().map(HostCall::instruction))
                .distinct()
                .toList();
        TreeSet<Integer> lines = calls.stream()
                .flatMap(call -> text.line(call).stream())
                .map(index -> index + 1)
                .collect(Collectors.toCollection(TreeSet::new));
        if (lines.size() == calls.size()) {
            return Excerpt.of(title, false, text.lines(), lines, 0, 0);
        }
        List<String> alone = calls.stream().map(IrInstruction::toString).toList();
        TreeSet<Integer> all =
                Stream.iterate(1, n -> n <= alone.size(), n -> n + 1).collect(Collectors.toCollection(TreeSet::new));
        return Excerpt.of(title, false, alone, all, 0, 0);
    }
}
