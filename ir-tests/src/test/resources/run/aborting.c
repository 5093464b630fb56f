/* Launches whose refusal ends the program; run one at a time. */
#include "scenario.h"

#include <stdio.h>

void run_located(float *y, int64_t n);
void run_without_location(float *y, int64_t n);

SCENARIO(refused_at_a_known_place) {
    float y[2] = {3, 4};
    run_located(y, 2);
    puts("not reached");
}

SCENARIO(refused_at_an_unknown_place) {
    float y[2] = {3, 4};
    run_without_location(y, 2);
    puts("not reached");
}
