// Heat in a rod by Jacobi's method: two vectors that are swapped after each sweep, until little changes.
#include "offload.h"
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

OFFLOAD_KERNEL void kernel_sweep(int n, const double *old, double *now) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) now[i] = i == 0 || i == n - 1 ? old[i] : 0.5 * (old[i - 1] + old[i + 1]);
}

OFFLOAD_KERNEL void kernel_change(int n, const double *old, const double *now, double *most) {
  double change = 0;
  for (int i = offload_block_id(0); i < n; i += 16) {
    double own = now[i] > old[i] ? now[i] - old[i] : old[i] - now[i];
    if (own > change) change = own;
  }
  most[offload_block_id(0)] = change;
}

static void sweep(const std::vector<double> &old, std::vector<double> &now) {
  offload_kernel(-1);
  offload_grid(int((old.size() + 127) / 128), 1, 1);
  offload_block(128, 1, 1);
  offload_map_pointer(old.data(), old.size() * sizeof(double), OFFLOAD_TO);
  offload_map_pointer(now.data(), now.size() * sizeof(double), OFFLOAD_FROM);
  kernel_sweep(int(old.size()), old.data(), now.data());
}

static double change(const std::vector<double> &old, const std::vector<double> &now) {
  double most[16], result = 0;
  offload_kernel(-1);
  offload_grid(16, 1, 1);
  offload_block(1, 1, 1);
  offload_map_pointer(old.data(), old.size() * sizeof(double), OFFLOAD_TO);
  offload_map_pointer(now.data(), now.size() * sizeof(double), OFFLOAD_TO);
  offload_map_pointer(most, sizeof most, OFFLOAD_FROM);
  kernel_change(int(old.size()), old.data(), now.data(), most);
  for (double m : most) result = std::fmax(result, m);
  return result;
}

int main() {
  std::vector<double> old(4096), now(4096);
  old[0] = 1;
  int k = 0;
  for (; k < 200; k++) {
    sweep(old, now);
    if (change(old, now) < 1e-3) break;
    std::swap(old, now);
  }
  double sum = 0;
  for (double x : old) sum += x;
  std::printf("%d %.9f\n", k, sum);
}
