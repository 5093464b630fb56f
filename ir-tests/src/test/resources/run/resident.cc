// Programs with several sites over three arrays; each prints what the arrays hold in the end, bit by bit.
extern "C" {
#include "scenario.h"
}

#include <cstdio>
#include <cstring>
#include <stdexcept>

extern "C" {
void sgemv(const float *matrix, const float *x, float *y) {
    for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 3; column++) {
            y[row] += matrix[3 * row + column] * x[column];
        }
    }
}

void tick(int32_t) {
}

void throw_at_three(float *values, int32_t i) {
    values[1] += 1;
    if (i == 3) {
        throw std::runtime_error("three");
    }
}
}

static void fill(float *values, float first, float step) {
    for (int i = 0; i < 64; i++) {
        values[i] = first + step * i;
    }
}

static void print(const float *values) {
    for (int i = 0; i < 64; i++) {
        uint32_t bits;
        memcpy(&bits, &values[i], sizeof bits);
        printf(" %x", bits);
    }
    printf("\n");
}

#define PROGRAM(name) \
    extern "C" void run_##name(float *a, float *b, float *c); \
    SCENARIO(name) { \
        static float a[64], b[64], c[64]; \
        fill(a, 3, 0); \
        fill(b, -1, 0.03125f); \
        fill(c, 0.5f, 0.25f); \
        run_##name(a, b, c); \
        CHECK(is_unmapped_everywhere(a) && is_unmapped_everywhere(b) && is_unmapped_everywhere(c)); \
        print(a); \
        print(b); \
        print(c); \
    }

PROGRAM(chain)
PROGRAM(jacobi)
PROGRAM(conjugate_gradient)
PROGRAM(read_only_inputs)
PROGRAM(write_only_outputs)
PROGRAM(nested_loops)
PROGRAM(early_exit)
PROGRAM(tested_loop)
PROGRAM(irreducible)
PROGRAM(unwinding)
PROGRAM(host_looks)
PROGRAM(host_writes)
PROGRAM(branches)
PROGRAM(library_calls)
PROGRAM(kernels_and_calls)
