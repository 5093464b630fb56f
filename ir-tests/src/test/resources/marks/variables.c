/* Variables that host and device both have: filled, changed by a kernel, and read back. */
#include "offload.h"
#include <stdio.h>

OFFLOAD_DEVICE double table[4];
OFFLOAD_DEVICE static long count = 40;

OFFLOAD_KERNEL void look_up(double *y, long n) {
    long i = (long)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        y[i] = table[i % 4];
        if (i == 0)
            count += 1;
    }
}

static void update(const double *values) {
    for (int i = 0; i < 4; i++)
        table[i] = values[i];
    offload_map_pointer(table, sizeof table, OFFLOAD_TO | OFFLOAD_PRESENT);
    offload_update(-1);
}

int main(void) {
    double y[6] = {0};
    for (int round = 0; round < 2; round++) {
        const double values[4] = {round, 2, 3, 4 + round};
        update(values);
        offload_kernel(-1);
        offload_grid(2, 1, 1);
        offload_block(3, 1, 1);
        offload_map_pointer(y, sizeof y, OFFLOAD_FROM);
        look_up(y, 6);
        table[0] = -1; /* the host's own, which no device sees */
    }
    offload_map_pointer(&count, sizeof count, OFFLOAD_FROM);
    offload_update(-1);
    printf("%g %g %g %g %ld\n", y[0], y[3], y[4], table[0], count);
    return 0;
}
