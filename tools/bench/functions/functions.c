/* A loop of rounds over three functions with a site each. */
#include "offload.h"
#include <stdio.h>
#include <stdlib.h>

OFFLOAD_KERNEL void kernel_mul(int64_t n, const double *a, const double *b, double *c) {
  int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) c[i] = 0.5 * a[i] * b[i];
}

OFFLOAD_KERNEL void kernel_add(int64_t n, const double *a, double *c) {
  int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) c[i] += a[i];
}

OFFLOAD_KERNEL void kernel_dot(int64_t n, const double *a, const double *b, double *sums) {
  double sum = 0;
  if (offload_thread_id(0) > 0) return;
  for (int64_t i = offload_block_id(0); i < n; i += 16) sum += a[i] * b[i];
  sums[offload_block_id(0)] = sum;
}

__attribute__((always_inline)) static inline void grid(int64_t n) {
  offload_kernel(-1);
  offload_grid((int)((n + 255) / 256), 1, 1);
  offload_block(256, 1, 1);
}

__attribute__((noinline)) void mul(const double *a, const double *b, double *c, int64_t n) {
  grid(n);
  offload_map_pointer(a, n * 8, OFFLOAD_TO);
  offload_map_pointer(b, n * 8, OFFLOAD_TO);
  offload_map_pointer(c, n * 8, OFFLOAD_FROM);
  kernel_mul(n, a, b, c);
}

__attribute__((noinline)) void add(const double *a, double *c, int64_t n) {
  grid(n);
  offload_map_pointer(a, n * 8, OFFLOAD_TO);
  offload_map_pointer(c, n * 8, OFFLOAD_TOFROM);
  kernel_add(n, a, c);
}

__attribute__((noinline)) double dot(const double *a, const double *b, int64_t n) {
  double sums[16], sum = 0;
  offload_kernel(-1);
  offload_grid(16, 1, 1);
  offload_block(1, 1, 1);
  offload_map_pointer(a, n * 8, OFFLOAD_TO);
  offload_map_pointer(b, n * 8, OFFLOAD_TO);
  offload_map_pointer(sums, sizeof sums, OFFLOAD_FROM);
  kernel_dot(n, a, b, sums);
  for (int i = 0; i < 16; i++) sum += sums[i];
  return sum;
}

int main(void) {
  int64_t n = 4096;
  double a[4096], b[4096], c[4096], sum = 0;
  for (int64_t i = 0; i < n; i++) a[i] = b[i] = 1, c[i] = 0;
  for (int round = 0; round < 100; round++) {
    mul(a, b, c, n);
    add(a, c, n);
    sum += dot(b, c, n);
  }
  printf("%g %g\n", sum, c[7]);
  return 0;
}
