package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.ir.ModuleParts;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Debug information as {@code ptxas} takes it beside optimisation: line numbers and nothing else. LLVM's interface for C has
 * no such kind of a compile unit, so it is changed in the text.
 */
final class DebugDirectives {
    private static final Pattern UNIT = Pattern.compile("(?m)^!\\d+ = distinct !DICompileUnit\\(.*$");
    private static final Pattern KIND = Pattern.compile("emissionKind: (?:FullDebug|LineTablesOnly)(?=[,)])");
    private static final String DIRECTIVES = "emissionKind: DebugDirectivesOnly";

    private DebugDirectives() {}

    /** Returns a copy of a module with line numbers alone; nothing when there is nothing to change. */
    static Optional<OwnedModule> reduced(OwnedModule owned, String name) {
        if (!ModuleParts.hasDebugInformation(owned.module())) {
            return Optional.empty();
        }
        String text = ModuleWriter.text(owned.module().raw());
        StringBuilder reduced = new StringBuilder(text.length());
        Matcher units = UNIT.matcher(text);
        boolean found = false;
        while (units.find()) {
            String unit = units.group();
            String changed = KIND.matcher(unit).replaceAll(DIRECTIVES);
            found |= !changed.equals(unit);
            units.appendReplacement(reduced, Matcher.quoteReplacement(changed));
        }
        units.appendTail(reduced);
        return found ? Optional.of(OwnedModule.parse(reduced.toString().getBytes(UTF_8), name)) : Optional.empty();
    }
}
