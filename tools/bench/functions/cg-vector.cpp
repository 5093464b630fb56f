// Conjugate gradient with std::vector, as in a textbook.
#include "offload.h"
#include <cmath>
#include <cstdio>
#include <vector>

using field = std::vector<double>;

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

__attribute__((always_inline)) static inline void grid(size_t n) {
  offload_kernel(-1);
  offload_grid(int((n + 127) / 128), 1, 1);
  offload_block(128, 1, 1);
}

static void apply(const field &p, field &q) {
  grid(p.size());
  offload_map_pointer(p.data(), p.size() * sizeof(double), OFFLOAD_TO);
  offload_map_pointer(q.data(), q.size() * sizeof(double), OFFLOAD_FROM);
  kernel_apply(int(p.size()), p.data(), q.data());
}

static void axpy(double s, const field &x, field &y) {
  grid(x.size());
  offload_map_pointer(x.data(), x.size() * sizeof(double), OFFLOAD_TO);
  offload_map_pointer(y.data(), y.size() * sizeof(double), OFFLOAD_TOFROM);
  kernel_axpy(int(x.size()), s, x.data(), y.data());
}

static void xpby(const field &x, double s, field &y) {
  grid(x.size());
  offload_map_pointer(x.data(), x.size() * sizeof(double), OFFLOAD_TO);
  offload_map_pointer(y.data(), y.size() * sizeof(double), OFFLOAD_TOFROM);
  kernel_xpby(int(x.size()), x.data(), s, y.data());
}

static double dot(const field &x, const field &y) {
  std::vector<double> sums(32);
  offload_kernel(-1);
  offload_grid(32, 1, 1);
  offload_block(1, 1, 1);
  offload_map_pointer(x.data(), x.size() * sizeof(double), OFFLOAD_TO);
  offload_map_pointer(y.data(), y.size() * sizeof(double), OFFLOAD_TO);
  offload_map_pointer(sums.data(), sums.size() * sizeof(double), OFFLOAD_FROM);
  kernel_dot(int(x.size()), x.data(), y.data(), sums.data());
  double sum = 0;
  for (double s : sums) sum += s;
  return sum;
}

static int solve(const field &b, field &x, int most) {
  field r = b, p = b, q(b.size());
  double old = dot(r, r);
  int k = 0;
  while (k < most && std::sqrt(old) > 1e-9) {
    apply(p, q);
    double alpha = old / dot(p, q);
    axpy(alpha, p, x);
    axpy(-alpha, q, r);
    double now = dot(r, r);
    xpby(r, now / old, p);
    old = now;
    k++;
  }
  return k;
}

int main() {
  field b(4096), x(4096);
  for (size_t i = 0; i < b.size(); i++) b[i] = i % 7;
  int k = solve(b, x, 100);
  std::printf("%d %.9f %.9f\n", k, x[0], x[x.size() / 2]);
}
