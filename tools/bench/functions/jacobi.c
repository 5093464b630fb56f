/* Heat in a plate by Jacobi's method: two fields that change places after each sweep. */
#include "offload.h"
#include <stdio.h>
#include <stdlib.h>

OFFLOAD_KERNEL void kernel_sweep(int n, const double *old, double *now) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  int row = i / n, column = i % n;
  if (i >= n * n) return;
  now[i] = row == 0 || column == 0 || row == n - 1 || column == n - 1
      ? old[i]
      : 0.25 * (old[i - 1] + old[i + 1] + old[i - n] + old[i + n]);
}

static void sweep(int n, const double *old, double *now) {
  offload_kernel(-1);
  offload_grid((n * n + 127) / 128, 1, 1);
  offload_block(128, 1, 1);
  offload_map_pointer(old, n * n * sizeof *old, OFFLOAD_TO);
  offload_map_pointer(now, n * n * sizeof *now, OFFLOAD_FROM);
  kernel_sweep(n, old, now);
}

static double *heat(int n, int rounds, double *old, double *now) {
  for (int k = 0; k < rounds; k++) {
    sweep(n, old, now);
    double *other = old;
    old = now;
    now = other;
  }
  return old;
}

int main(void) {
  int n = 64;
  double *a = malloc(n * n * sizeof *a), *b = malloc(n * n * sizeof *b), sum = 0;
  for (int i = 0; i < n * n; i++) a[i] = i < n;
  double *end = heat(n, 100, a, b);
  for (int i = 0; i < n * n; i++) sum += end[i];
  printf("%.9f\n", sum);
  free(a);
  free(b);
  return 0;
}
