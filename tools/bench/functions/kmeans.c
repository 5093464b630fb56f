/* k-means: the points stay as they are, the centres are computed anew in each round. */
#include "offload.h"
#include <stdio.h>
#include <stdlib.h>

enum { K = 8, PARTS = 16 };

OFFLOAD_KERNEL void kernel_assign(int n, const float *points, const float *centres, int *nearest) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0), best = 0;
  float least = 1e30f;
  if (i >= n) return;
  for (int k = 0; k < K; k++) {
    float x = points[2 * i] - centres[2 * k], y = points[2 * i + 1] - centres[2 * k + 1];
    if (x * x + y * y < least) least = x * x + y * y, best = k;
  }
  nearest[i] = best;
}

OFFLOAD_KERNEL void kernel_sums(int n, const float *points, const int *nearest, float *sums) {
  int part = offload_block_id(0);
  float own[3 * K] = {0};
  for (int i = part; i < n; i += PARTS) {
    own[3 * nearest[i]] += points[2 * i];
    own[3 * nearest[i] + 1] += points[2 * i + 1];
    own[3 * nearest[i] + 2] += 1;
  }
  for (int k = 0; k < 3 * K; k++) sums[3 * K * part + k] = own[k];
}

static void assign(const float *points, int n, const float *centres, int *nearest) {
  offload_kernel(-1);
  offload_grid((n + 127) / 128, 1, 1);
  offload_block(128, 1, 1);
  offload_map_pointer(points, 2 * n * sizeof *points, OFFLOAD_TO);
  offload_map_pointer(centres, 2 * K * sizeof *centres, OFFLOAD_TO);
  offload_map_pointer(nearest, n * sizeof *nearest, OFFLOAD_FROM);
  kernel_assign(n, points, centres, nearest);
}

static void update(const float *points, int n, const int *nearest, float *centres) {
  float sums[3 * K * PARTS];
  offload_kernel(-1);
  offload_grid(PARTS, 1, 1);
  offload_block(1, 1, 1);
  offload_map_pointer(points, 2 * n * sizeof *points, OFFLOAD_TO);
  offload_map_pointer(nearest, n * sizeof *nearest, OFFLOAD_TO);
  offload_map_pointer(sums, sizeof sums, OFFLOAD_FROM);
  kernel_sums(n, points, nearest, sums);
  for (int k = 0; k < K; k++) {
    float x = 0, y = 0, count = 0;
    for (int part = 0; part < PARTS; part++) {
      x += sums[3 * (K * part + k)];
      y += sums[3 * (K * part + k) + 1];
      count += sums[3 * (K * part + k) + 2];
    }
    if (count > 0) centres[2 * k] = x / count, centres[2 * k + 1] = y / count;
  }
}

int main(void) {
  int n = 4096;
  float *points = malloc(2 * n * sizeof *points), centres[2 * K];
  int *nearest = malloc(n * sizeof *nearest), count = 0;
  for (int i = 0; i < 2 * n; i++) points[i] = (i * 7919 % 1000) / 1000.f + i % K;
  for (int k = 0; k < 2 * K; k++) centres[k] = points[k];
  for (int round = 0; round < 20; round++) {
    assign(points, n, centres, nearest);
    update(points, n, nearest, centres);
  }
  for (int i = 0; i < n; i++) count += nearest[i] == 3;
  printf("%d %.6f %.6f\n", count, centres[0], centres[2 * K - 1]);
  free(points);
  free(nearest);
  return 0;
}
