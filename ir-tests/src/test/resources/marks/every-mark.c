/* Every mark of C, with numbers that go wrong when one of them is lost. */
#include "offload.h"

#include <stdio.h>
#include <stdlib.h>

void *omp_target_alloc(size_t bytes, int device);
void omp_target_free(void *memory, int device);
int omp_get_default_device(void);

/* A kernel that the host calls too. */
OFFLOAD_KERNEL static void scale(int64_t n, double factor, double *x) {
    for (int64_t i = 0; i < n; i++) {
        x[i] *= factor;
    }
}

OFFLOAD_KERNEL static void copy(int64_t n, const double *from, double *to) {
    for (int64_t i = 0; i < n; i++) {
        to[i] = from[i];
    }
}

static void copy_on_host(int64_t n, const double *from, double *to) {
    for (int64_t i = 0; i < n; i++) {
        to[i] = from[i];
    }
}

double library_sum(const double *values, int64_t n);

static int64_t checked(int64_t n) {
    if (n <= 0) {
        abort();
    }
    return n;
}

static double sum(const double *values, int64_t n) {
    double total = 0;
    for (int64_t i = 0; i < n; i++) {
        total += values[i];
    }
    return total;
}

int main(void) {
    enum { N = 100 };
    double x[N];
    double y[N];
    for (int i = 0; i < N; i++) {
        x[i] = i;
        y[i] = 0;
    }
    int64_t bytes = sizeof x;
    int64_t both = OFFLOAD_TO;
    both |= OFFLOAD_FROM;

    /* by pointer, with calls in between, and a device that is computed */
    offload_kernel(omp_get_default_device());
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_shared(0);
    offload_map_pointer(x, checked(bytes), both);
    scale(checked(N), 2, x);
    printf("%.1f\n", sum(x, N));

    /* the same kernel on the host */
    scale(N, 0.5, x);
    printf("%.1f\n", sum(x, N));

    /* by number, named, from memory of the device's own */
    double *memory = omp_target_alloc(sizeof x, omp_get_default_device());
    offload_kernel(-1);
    offload_for(copy);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map(1, bytes, OFFLOAD_TO | OFFLOAD_ALWAYS);
    offload_device(2);
    copy(N, x, memory);
    offload_kernel(-1);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_device_pointer(memory);
    offload_map_pointer(y, bytes, OFFLOAD_FROM);
    offload_fallback(copy_on_host);
    copy(N, memory, y);
    omp_target_free(memory, omp_get_default_device());
    printf("%.1f\n", sum(y, N));

    /* host mode: on the ways of a branch, in a loop */
    double total = 0;
    for (int i = 0; i < 3; i++) {
        offload_host(-1);
        offload_for(library_sum);
        if (i == 1) {
            offload_map_pointer(y, bytes, OFFLOAD_TO);
        } else {
            offload_map_pointer(y, bytes, OFFLOAD_TO);
        }
        total += library_sum(y, checked(N));
    }
    printf("%.1f\n", total);
    return 0;
}
