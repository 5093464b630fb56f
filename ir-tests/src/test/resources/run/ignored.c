/* A refused launch that nobody minds. */
#include "scenario.h"

void run_ignored(float *y, int64_t n);

SCENARIO(ignored_refusal_leaves_the_data_alone) {
    float y[2] = {3, 4};
    run_ignored(y, 2);
    CHECK_REAL(y[0], 3);
    CHECK_REAL(y[1], 4);
}
