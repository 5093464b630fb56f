// BabelStream's kernels as members of a class that has the vectors.
#include "offload.h"
#include <cstdio>
#include <vector>

OFFLOAD_KERNEL void kernel_copy(int n, const double *from, double *to) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) to[i] = from[i];
}

OFFLOAD_KERNEL void kernel_mul(int n, double s, const double *from, double *to) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) to[i] = s * from[i];
}

OFFLOAD_KERNEL void kernel_triad(int n, double s, const double *one, const double *two, double *to) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) to[i] = one[i] + s * two[i];
}

class Stream {
  std::vector<double> a, b, c;

  __attribute__((always_inline)) void grid() const {
    offload_kernel(-1);
    offload_grid(int((a.size() + 255) / 256), 1, 1);
    offload_block(256, 1, 1);
  }

  long bytes() const { return long(a.size() * sizeof(double)); }

public:
  explicit Stream(size_t n) : a(n, 0.1), b(n, 0.2), c(n) {}

  void copy() {
    grid();
    offload_map_pointer(a.data(), bytes(), OFFLOAD_TO);
    offload_map_pointer(c.data(), bytes(), OFFLOAD_FROM);
    kernel_copy(int(a.size()), a.data(), c.data());
  }

  void mul() {
    grid();
    offload_map_pointer(c.data(), bytes(), OFFLOAD_TO);
    offload_map_pointer(b.data(), bytes(), OFFLOAD_FROM);
    kernel_mul(int(a.size()), 0.4, c.data(), b.data());
  }

  void triad() {
    grid();
    offload_map_pointer(b.data(), bytes(), OFFLOAD_TO);
    offload_map_pointer(c.data(), bytes(), OFFLOAD_TO);
    offload_map_pointer(a.data(), bytes(), OFFLOAD_FROM);
    kernel_triad(int(a.size()), 0.4, b.data(), c.data(), a.data());
  }

  double sum() const {
    double sum = 0;
    for (double x : a) sum += x;
    return sum;
  }
};

int main() {
  Stream stream(8192);
  for (int round = 0; round < 100; round++) {
    stream.copy();
    stream.mul();
    stream.triad();
  }
  std::printf("%.6e\n", stream.sum());
}
