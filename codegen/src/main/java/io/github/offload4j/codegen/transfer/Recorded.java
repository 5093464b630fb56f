package io.github.offload4j.codegen.transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * Data that is mapped or unmapped away from its sites.
 *
 * @param plan what is to be done with it
 * @param arrays where it is kept
 * @param entry its place there
 * @param dynamic whether its state is kept too
 */
record Recorded(DataPlan plan, ResidentArrays arrays, int entry, boolean dynamic) {
    /** Returns the given data in groups that lie side by side in the same arrays and are treated alike. */
    static List<List<Recorded>> runs(List<Recorded> all) {
        List<List<Recorded>> runs = new ArrayList<>();
        for (Recorded recorded : all) {
            List<Recorded> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            Recorded before = last.isEmpty() ? null : last.get(last.size() - 1);
            if (before != null
                    && before.arrays == recorded.arrays
                    && before.entry + 1 == recorded.entry
                    && before.dynamic == recorded.dynamic) {
                last.add(recorded);
            } else {
                runs.add(new ArrayList<>(List.of(recorded)));
            }
        }
        return runs;
    }
}
