/* Conjugate gradient on a chain of points, as in a textbook. */
#include "offload.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

OFFLOAD_KERNEL void kernel_apply(int n, const double *p, double *q) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) q[i] = 4 * p[i] - (i > 0 ? p[i - 1] : 0) - (i + 1 < n ? p[i + 1] : 0);
}

OFFLOAD_KERNEL void kernel_axpy(int n, double s, const double *x, double *y) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) y[i] += s * x[i];
}

OFFLOAD_KERNEL void kernel_xpby(int n, const double *x, double s, double *y) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) y[i] = x[i] + s * y[i];
}

OFFLOAD_KERNEL void kernel_dot(int n, const double *x, const double *y, double *sums) {
  double sum = 0;
  for (int i = offload_block_id(0); i < n; i += 32) sum += x[i] * y[i];
  sums[offload_block_id(0)] = sum;
}

__attribute__((always_inline)) static inline void grid(int n) {
  offload_kernel(-1);
  offload_grid((n + 127) / 128, 1, 1);
  offload_block(128, 1, 1);
}

static void apply(int n, const double *p, double *q) {
  grid(n);
  offload_map_pointer(p, n * sizeof *p, OFFLOAD_TO);
  offload_map_pointer(q, n * sizeof *q, OFFLOAD_FROM);
  kernel_apply(n, p, q);
}

static void axpy(int n, double s, const double *x, double *y) {
  grid(n);
  offload_map_pointer(x, n * sizeof *x, OFFLOAD_TO);
  offload_map_pointer(y, n * sizeof *y, OFFLOAD_TOFROM);
  kernel_axpy(n, s, x, y);
}

static void xpby(int n, const double *x, double s, double *y) {
  grid(n);
  offload_map_pointer(x, n * sizeof *x, OFFLOAD_TO);
  offload_map_pointer(y, n * sizeof *y, OFFLOAD_TOFROM);
  kernel_xpby(n, x, s, y);
}

static double dot(int n, const double *x, const double *y) {
  double *sums = malloc(32 * sizeof *sums), sum = 0;
  offload_kernel(-1);
  offload_grid(32, 1, 1);
  offload_block(1, 1, 1);
  offload_map_pointer(x, n * sizeof *x, OFFLOAD_TO);
  offload_map_pointer(y, n * sizeof *y, OFFLOAD_TO);
  offload_map_pointer(sums, 32 * sizeof *sums, OFFLOAD_FROM);
  kernel_dot(n, x, y, sums);
  for (int i = 0; i < 32; i++) sum += sums[i];
  free(sums);
  return sum;
}

static int solve(int n, const double *b, double *x, int most) {
  double *r = malloc(n * sizeof *r), *p = malloc(n * sizeof *p), *q = malloc(n * sizeof *q);
  int k = 0;
  for (int i = 0; i < n; i++) r[i] = p[i] = b[i];
  double old = dot(n, r, r);
  while (k < most && sqrt(old) > 1e-9) {
    apply(n, p, q);
    double alpha = old / dot(n, p, q);
    axpy(n, alpha, p, x);
    axpy(n, -alpha, q, r);
    double now = dot(n, r, r);
    xpby(n, r, now / old, p);
    old = now;
    k++;
  }
  free(r);
  free(p);
  free(q);
  return k;
}

int main(void) {
  int n = 4096;
  double *b = malloc(n * sizeof *b), *x = calloc(n, sizeof *x);
  for (int i = 0; i < n; i++) b[i] = i % 7;
  int k = solve(n, b, x, 100);
  printf("%d %.9f %.9f\n", k, x[0], x[n / 2]);
  free(b);
  free(x);
  return 0;
}
