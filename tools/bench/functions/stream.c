/* BabelStream's five kernels in its order, on arrays that STREAM would have. */
#include "offload.h"
#include <stdio.h>

#define INDEX() (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0))

enum { SUMS = 64, LENGTH = 8192 };

static const double scalar = 0.4;
static double a[LENGTH], b[LENGTH], c[LENGTH];

OFFLOAD_KERNEL void kernel_copy(int n, const double *from, double *to) {
  int i = INDEX();
  if (i < n) to[i] = from[i];
}

OFFLOAD_KERNEL void kernel_mul(int n, double s, const double *from, double *to) {
  int i = INDEX();
  if (i < n) to[i] = s * from[i];
}

OFFLOAD_KERNEL void kernel_add(int n, const double *one, const double *two, double *to) {
  int i = INDEX();
  if (i < n) to[i] = one[i] + two[i];
}

OFFLOAD_KERNEL void kernel_triad(int n, double s, const double *one, const double *two, double *to) {
  int i = INDEX();
  if (i < n) to[i] = one[i] + s * two[i];
}

OFFLOAD_KERNEL void kernel_dot(int n, const double *one, const double *two, double *part) {
  double sum = 0;
  for (int i = offload_block_id(0); i < n; i += SUMS) sum += one[i] * two[i];
  part[offload_block_id(0)] = sum;
}

__attribute__((always_inline)) static inline void grid(void) {
  offload_kernel(-1);
  offload_grid((LENGTH + 255) / 256, 1, 1);
  offload_block(256, 1, 1);
}

static void copy(const double *from, double *to) {
  grid();
  offload_map_pointer(from, LENGTH * sizeof *from, OFFLOAD_TO);
  offload_map_pointer(to, LENGTH * sizeof *to, OFFLOAD_FROM);
  kernel_copy(LENGTH, from, to);
}

static void mul(const double *from, double *to) {
  grid();
  offload_map_pointer(from, LENGTH * sizeof *from, OFFLOAD_TO);
  offload_map_pointer(to, LENGTH * sizeof *to, OFFLOAD_FROM);
  kernel_mul(LENGTH, scalar, from, to);
}

static void add(const double *one, const double *two, double *to) {
  grid();
  offload_map_pointer(one, LENGTH * sizeof *one, OFFLOAD_TO);
  offload_map_pointer(two, LENGTH * sizeof *two, OFFLOAD_TO);
  offload_map_pointer(to, LENGTH * sizeof *to, OFFLOAD_FROM);
  kernel_add(LENGTH, one, two, to);
}

static void triad(const double *one, const double *two, double *to) {
  grid();
  offload_map_pointer(one, LENGTH * sizeof *one, OFFLOAD_TO);
  offload_map_pointer(two, LENGTH * sizeof *two, OFFLOAD_TO);
  offload_map_pointer(to, LENGTH * sizeof *to, OFFLOAD_FROM);
  kernel_triad(LENGTH, scalar, one, two, to);
}

static double dot(const double *one, const double *two) {
  double sums[SUMS], sum = 0;
  offload_kernel(-1);
  offload_grid(SUMS, 1, 1);
  offload_block(1, 1, 1);
  offload_map_pointer(one, LENGTH * sizeof *one, OFFLOAD_TO);
  offload_map_pointer(two, LENGTH * sizeof *two, OFFLOAD_TO);
  offload_map_pointer(sums, sizeof sums, OFFLOAD_FROM);
  kernel_dot(LENGTH, one, two, sums);
  for (int i = 0; i < SUMS; i++) sum += sums[i];
  return sum;
}

int main(void) {
  double sum = 0;
  for (int i = 0; i < LENGTH; i++) a[i] = 0.1, b[i] = 0.2, c[i] = 0;
  for (int round = 0; round < 100; round++) {
    copy(a, c);
    mul(c, b);
    add(a, b, c);
    triad(b, c, a);
    sum = dot(a, b);
  }
  printf("%.6e %.6e\n", sum, a[0]);
  return 0;
}
