/* A launch as rustc emits it, of a kernel in an image for the host that was linked in by hand. */
#include "scenario.h"

#include <stdio.h>

void run_fill(int32_t *out);

SCENARIO(launch_without_bounds) {
    int32_t out[1] = {0};
    run_fill(out);
    printf("not reached\n");
}
