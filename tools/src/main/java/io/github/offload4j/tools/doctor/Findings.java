package io.github.offload4j.tools.doctor;

import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeSearch;
import io.github.offload4j.runtime.probe.Gpu;
import io.github.offload4j.runtime.probe.ProbeResult;
import java.util.List;
import java.util.Optional;

/**
 * What was found.
 *
 * @param search the search for a libomptarget
 * @param probe what the chosen one answered; nothing when none is chosen
 * @param gpus the GPUs that drivers tell of
 */
record Findings(RuntimeSearch search, Optional<ProbeResult> probe, List<Gpu> gpus) {
    /** Copies the list. */
    Findings {
        gpus = List.copyOf(gpus);
    }

    /** Returns whether emitted programs can run. */
    boolean canRun() {
        return search.chosen().flatMap(RuntimeLibrary::libomp).isPresent()
                && probe.filter(ProbeResult.Answered.class::isInstance).isPresent();
    }
}
