/* Scalars of every width reach a host function as they are. */
#include "scenario.h"

#include <float.h>
#include <math.h>
#include <string.h>

struct scalars {
    _Bool flag;
    int8_t byte;
    int16_t word;
    int32_t integer;
    int64_t wide;
    _Float16 half;
    float single;
    double real;
};

void store_scalars(
    struct scalars *out, _Bool flag, int8_t byte, int16_t word, int32_t integer, int64_t wide, _Float16 half,
    float single, double real) {
    *out = (struct scalars){flag, byte, word, integer, wide, half, single, real};
}

void run_scalars(
    struct scalars *out, _Bool flag, int8_t byte, int16_t word, int32_t integer, int64_t wide, _Float16 half,
    float single, double real);

static void round_trip(struct scalars in) {
    struct scalars out;
    memset(&out, 0x5a, sizeof out);
    run_scalars(&out, in.flag, in.byte, in.word, in.integer, in.wide, in.half, in.single, in.real);
    CHECK_INTEGER(out.flag, in.flag);
    CHECK_INTEGER(out.byte, in.byte);
    CHECK_INTEGER(out.word, in.word);
    CHECK_INTEGER(out.integer, in.integer);
    CHECK_INTEGER(out.wide, in.wide);
    CHECK(memcmp(&out.half, &in.half, sizeof in.half) == 0);
    CHECK(memcmp(&out.single, &in.single, sizeof in.single) == 0);
    CHECK_REAL(out.real, in.real);
}

SCENARIO(least_scalars) {
    round_trip((struct scalars){0, INT8_MIN, INT16_MIN, INT32_MIN, INT64_MIN, -65504, -FLT_MAX, -DBL_MAX});
}

SCENARIO(greatest_scalars) {
    round_trip((struct scalars){1, INT8_MAX, INT16_MAX, INT32_MAX, INT64_MAX, 65504, FLT_MAX, DBL_MAX});
}

SCENARIO(negative_zero_and_minus_one) {
    round_trip((struct scalars){1, -1, -1, -1, -1, -0.0f, -0.0f, -0.0});
}

SCENARIO(smallest_reals) {
    round_trip((struct scalars){0, 1, 1, 1, 1, 5.9604645e-08f, FLT_TRUE_MIN, DBL_TRUE_MIN});
}

SCENARIO(infinity_and_not_a_number) {
    round_trip((struct scalars){1, 0, 0, 0, 0, INFINITY, -INFINITY, NAN});
}
