/* A target region that clang compiles, beside sites that it has not. */
#include "scenario.h"

SCENARIO(region_of_the_compilers_own) {
    int32_t values[4] = {1, 2, 3, 4};
#pragma omp target map(tofrom : values)
    for (int i = 0; i < 4; i++) {
        values[i] += 10;
    }
    CHECK_INTEGER(values[0], 11);
    CHECK_INTEGER(values[3], 14);
}
