/* Two modules with an image each, in which everything has the same names. */
#include "scenario.h"

void run_first(int32_t *out);
void run_second(int32_t *out);

SCENARIO(equal_names_in_two_images_are_different_things) {
    int32_t before[2], after[2];
    run_first(&before[0]);
    run_second(&before[1]);
    run_first(&after[0]);
    run_second(&after[1]);
    CHECK_INTEGER(before[0] % 10, 1);
    CHECK_INTEGER(before[1] % 10, 2);
    CHECK_INTEGER(after[0], before[0] + 10);
    CHECK_INTEGER(after[1], before[1] + 10);
}
