/* A wave on a string: steps of time, and a line of output every tenth one. */
#include "offload.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

OFFLOAD_KERNEL void kernel_speed(int n, double t, const double *u, double *v) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i > 0 && i < n - 1) v[i] += t * (u[i - 1] - 2 * u[i] + u[i + 1]);
}

OFFLOAD_KERNEL void kernel_move(int n, double t, const double *v, double *u) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) u[i] += t * v[i];
}

__attribute__((always_inline)) static inline void grid(int n) {
  offload_kernel(-1);
  offload_grid((n + 255) / 256, 1, 1);
  offload_block(256, 1, 1);
}

static void speed(int n, double t, const double *u, double *v) {
  grid(n);
  offload_map_pointer(u, n * sizeof *u, OFFLOAD_TO);
  offload_map_pointer(v, n * sizeof *v, OFFLOAD_TOFROM);
  kernel_speed(n, t, u, v);
}

static void move(int n, double t, const double *v, double *u) {
  grid(n);
  offload_map_pointer(v, n * sizeof *v, OFFLOAD_TO);
  offload_map_pointer(u, n * sizeof *u, OFFLOAD_TOFROM);
  kernel_move(n, t, v, u);
}

static void print(int step, int n, const double *u) {
  double highest = u[0];
  for (int i = 1; i < n; i++) highest = fmax(highest, u[i]);
  printf("%d %.6f %.6f\n", step, highest, u[n / 2]);
}

int main(void) {
  int n = 4096;
  double *u = malloc(n * sizeof *u), *v = calloc(n, sizeof *v);
  for (int i = 0; i < n; i++) u[i] = sin(3.14159265358979 * i / (n - 1));
  for (int step = 0; step < 100; step++) {
    speed(n, 0.1, u, v);
    move(n, 0.1, v, u);
    if (step % 10 == 0) print(step, n, u);
  }
  free(u);
  free(v);
  return 0;
}
