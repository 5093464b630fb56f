/* What docs/devices.md shows of C. */
#include "offload.h"

OFFLOAD_DEVICE float table[256];

OFFLOAD_KERNEL void look_up(int n, float *y) {
    int i = offload_thread_id(0);
    if (i < n) {
        y[i] = table[i % 256];
    }
}

void update(void) {
    table[0] = 1;
    offload_map_pointer(table, sizeof table, OFFLOAD_TO);
    offload_update(-1);
}
