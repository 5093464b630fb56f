package io.github.offload4j.runtime.cuda;

import static org.bytedeco.cuda.global.cudart.CU_CTX_SCHED_AUTO;
import static org.bytedeco.cuda.global.cudart.CU_CTX_SCHED_BLOCKING_SYNC;
import static org.bytedeco.cuda.global.cudart.CU_CTX_SCHED_SPIN;
import static org.bytedeco.cuda.global.cudart.CU_CTX_SCHED_YIELD;

/** How a thread waits for a GPU. */
public enum Scheduling {
    /** As the driver sees fit. */
    AUTO(CU_CTX_SCHED_AUTO),
    /** Asking all the time: the shortest wait, at the price of a busy processor core. */
    SPIN(CU_CTX_SCHED_SPIN),
    /** Asking all the time, and letting other threads run in between. */
    YIELD(CU_CTX_SCHED_YIELD),
    /** Sleeping until the GPU is done. */
    BLOCK(CU_CTX_SCHED_BLOCKING_SYNC);

    private final int flag;

    Scheduling(int flag) {
        this.flag = flag;
    }

    int flag() {
        return flag;
    }
}
