// Heat in a plate of which some is drained in each tenth step, by a function that knows when: functions that are not
// noexcept, in a program that catches, on arrays that have to be freed whatever happens.
#include "offload.h"
#include <cstdio>
#include <stdexcept>
#include <vector>

OFFLOAD_KERNEL void kernel_spread(int n, const double *old, double *now) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) now[i] = i < 64 || i >= n - 64 ? old[i] : 0.25 * (old[i - 1] + old[i + 1] + old[i - 64] + old[i + 64]);
}

OFFLOAD_KERNEL void kernel_drain(int n, double *now) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) now[i] *= 0.75;
}

__attribute__((noinline)) static void spread(int n, const double *old, double *now) {
  offload_kernel(-1);
  offload_grid((n + 127) / 128, 1, 1);
  offload_block(128, 1, 1);
  offload_map_pointer(old, n * sizeof(double), OFFLOAD_TO);
  offload_map_pointer(now, n * sizeof(double), OFFLOAD_TOFROM);
  kernel_spread(n, old, now);
}

__attribute__((noinline)) static void drain(int step, int n, double *now) {
  if (step % 10 != 0) return;
  offload_kernel(-1);
  offload_grid((n + 127) / 128, 1, 1);
  offload_block(128, 1, 1);
  offload_map_pointer(now, n * sizeof(double), OFFLOAD_TOFROM);
  kernel_drain(n, now);
}

static double run(int steps) {
  std::vector<double> a(4096), b(4096);
  for (int i = 0; i < 64; i++) a[i] = b[i] = i;
  for (int step = 0; step < steps; step++) {
    spread(4096, a.data(), b.data());
    drain(step, 4096, b.data());
    spread(4096, b.data(), a.data());
  }
  if (a[2000] < 0) throw std::runtime_error("colder than nothing");
  double sum = 0;
  for (double x : a) sum += x;
  return sum;
}

int main() {
  try {
    std::printf("%.9f\n", run(100));
  } catch (const std::exception &e) {
    std::printf("%s\n", e.what());
  }
}
