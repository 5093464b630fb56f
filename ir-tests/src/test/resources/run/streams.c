/* A loop in a region: steps of a library on streams, and in one round something of the host that has to see them. */
#include "scenario.h"

int lib_waits(void);
void run_rounds(void *handle, void *other, int32_t n, double *x, int32_t times, int32_t look, int32_t swap);
void run_nested(void *handle, int32_t n, double *x, double *y);

/* What a function of the host does with device memory at once. */
void look(int32_t n, double *x) {
    for (int i = 0; i < n; i++)
        x[i] *= 2;
}

static void rounds(int32_t look_in, int32_t swap, int waits) {
    double x[3] = {1, 2, 3}, expected[3] = {1, 2, 3};
    for (int round = 0; round < 6; round++) {
        for (int i = 0; i < 3; i++) {
            expected[i] = 3 * ((round == look_in ? 2 : 1) * expected[i]) + 1;
        }
    }
    lib_waits();
    run_rounds((void *)1, (void *)2, 3, x, 6, look_in, swap);
    CHECK_INTEGER(lib_waits(), waits);
    for (int i = 0; i < 3; i++) {
        CHECK_REAL(x[i], expected[i]);
    }
}

SCENARIO(one_stream_is_waited_for_once) {
    rounds(-1, -1, 1);
}

SCENARIO(what_follows_in_another_round_waits) {
    rounds(0, -1, 1);
    rounds(3, -1, 2);
    rounds(5, -1, 2);
}

SCENARIO(another_stream_waits) {
    rounds(-1, 0, 2);
    rounds(-1, 3, 3);
    rounds(-1, 5, 2);
    rounds(3, 3, 3);
}

SCENARIO(regions_wait_for_each_other) {
    double x[2] = {1, 2}, y[2] = {3, 4};
    lib_waits();
    run_nested((void *)1, 2, x, y);
    /* in front of the inner region's begin, its end and the outer one's */
    CHECK_INTEGER(lib_waits(), 3);
    CHECK_REAL(x[1], 3 * (3 * 2 + 1) + 1);
    CHECK_REAL(y[1], 3 * 4 + 1);
}
