package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.ConstantReader;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;
import java.util.Optional;

/** Finds results that are copied back into memory which the program cannot write: that of constants and functions. */
final class ConstantResults {
    private final CheckContext context;

    ConstantResults(CheckContext context) {
        this.context = context;
    }

    /** Looks at every call that copies to the host. */
    void check(OffloadSite site) {
        for (RuntimeCall call : site.allCalls()) {
            List<TableEntry> entries = call.entries();
            for (int i = 0; i < entries.size(); i++) {
                if (call.kind() != RuntimeCall.Kind.BEGIN && isCopied(entries.get(i))) {
                    check(site, call, i);
                }
            }
        }
    }

    private static boolean isCopied(TableEntry entry) {
        return entry.mayHave(MapFlag.FROM)
                && !entry.flags().isUnknown()
                && !entry.mayHave(MapFlag.LITERAL)
                && !entry.mayHave(MapFlag.PRIVATE)
                && !entry.mayHave(MapFlag.NON_CONTIGUOUS)
                && !entry.bytes().is(0);
    }

    private void check(OffloadSite site, RuntimeCall call, int index) {
        TableEntry entry = call.entries().get(index);
        Optional<IrValue> object = entry.pointer()
                .map(p -> context.facts(site).pointers().address(p).base());
        if (object.filter(o -> ConstantReader.isReadOnly(o) || o.asFunction().isPresent())
                .isEmpty()) {
            return;
        }
        // another module may define what is only declared here without 'constant'
        boolean certain = entry.has(MapFlag.FROM)
                && (ConstantFacts.initialValue(object.get()).isPresent()
                        || object.get().asFunction().isPresent());
        String what = object.get().asFunction().isPresent() ? "function" : "constant";
        context.report(
                Check.DIRECTION,
                certain ? Severity.ERROR : Severity.WARNING,
                call,
                CheckContext.argument(call, index) + " is copied back into " + what + " '"
                        + object.get().name() + "', which the program cannot write; map it 'to'");
    }
}
