/* Ten columns of a matrix that stays on the device are changed there and copied back, each by an update. Prints what the
   updates take, beside what copying the whole matrix takes. */
#include "offload.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { N = 4096 };

OFFLOAD_KERNEL void step(double *m, long j) {
  long i = (long)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < N) m[i * N + j] += 1;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

int main(void) {
  double *m = calloc((size_t)N * N, sizeof *m);
  offload_map_pointer(m, (int64_t)N * N * 8, OFFLOAD_TO);
  offload_enter(0);
  for (long j = 0; j < 10; j++) {
    offload_kernel(0);
    offload_grid(N / 256, 1, 1);
    offload_block(256, 1, 1);
    offload_map_pointer(m, (int64_t)N * N * 8, OFFLOAD_ALLOC);
    step(m, j);
  }
  double begin = now();
  for (long j = 0; j < 10; j++) {
    offload_map_pointer(m, 0, OFFLOAD_FROM);
    offload_section(8, 0, N, N);
    offload_section(8, j, 1, 1);
    offload_update(0);
  }
  double columns = now() - begin;
  long changed = 0;
  for (long i = 0; i < (long)N * N; i++) changed += m[i] != 0;
  begin = now();
  offload_map_pointer(m, (int64_t)N * N * 8, OFFLOAD_FROM);
  offload_update(0);
  double whole = now() - begin;
  offload_map_pointer(m, (int64_t)N * N * 8, OFFLOAD_DELETE);
  offload_exit(0);
  printf("%ld elements changed; ten columns %.2f ms, the whole matrix once %.2f ms\n", changed, columns, whole);
  free(m);
  return 0;
}
