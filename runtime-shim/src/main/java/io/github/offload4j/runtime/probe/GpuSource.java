package io.github.offload4j.runtime.probe;

import java.util.List;

/** A driver, or a tool of its, that can be asked which GPUs there are. */
public interface GpuSource {
    /** Returns what is asked. */
    String name();

    /** Returns the GPUs; none when there is no such driver. */
    List<Gpu> gpus();

    /** Returns the sources that need nothing but the system. */
    static List<GpuSource> ofSystem() {
        return List.of(new NvidiaSource());
    }
}
