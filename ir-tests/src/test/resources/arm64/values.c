#include "offload.h"
#include <stdio.h>
#include <stdarg.h>
typedef struct { float a, b, c, d; } four;
typedef struct { long n; int m; } pair;
typedef struct { long n[2]; } two;
typedef struct { double x, y, z; } hfa3;
enum { N = 64 };
OFFLOAD_KERNEL void values(four f, pair p, two t, hfa3 h, char c, signed char s, unsigned char u, short w, _Bool flag, double *out) {
  int i = offload_thread_id(0);
  out[i] = i * f.d + f.a * 2 + p.n + p.m * 3 + t.n[1] + h.z + h.x + (c > 0 ? 1000 : 2000) + s + u + w + flag;
}
OFFLOAD_KERNEL void lanes(const int *x, int *out) {
  int i = offload_thread_id(0);
  int v = x[i];
  for (int s = 16; s > 0; s /= 2) v += offload_shuffle_down_i32(v, s);
  if (i % 32 == 0) out[i / 32] = v;
}
OFFLOAD_KERNEL void divergent(int n, const int *x, int *out) {
  int *dynamic = offload_shared_dynamic();
  int t = offload_thread_id(0), b = offload_block_id(0);
  dynamic[t] = x[t] * (b + 1);
  if (x[0] > n) offload_barrier();
  offload_barrier();
  if (t == 0) { printf("block %d sees %d\n", b, dynamic[N - 1]); }
  __atomic_fetch_add(out, dynamic[(t + 1) % N], __ATOMIC_RELAXED);
}
int main(void) {
  static double out[N]; static int x[N], sums[2], total;
  four f = {1, 2, 3, 4}; pair p = {100, 7}; two t = {{5, 50}}; hfa3 h = {0.25, 0.5, 0.125};
  char c = (char) 0xf0; 
  offload_kernel(-1); offload_grid(1, 1, 1); offload_block(N, 1, 1);
  offload_map_pointer(out, sizeof out, OFFLOAD_FROM);
  values(f, p, t, h, c, -3, 250, -300, 1, out);
  for (int i = 0; i < N; i++) x[i] = i;
  offload_kernel(-1); offload_grid(1, 1, 1); offload_block(N, 1, 1);
  offload_map_pointer(x, sizeof x, OFFLOAD_TO);
  offload_map_pointer(sums, sizeof sums, OFFLOAD_FROM);
  lanes(x, sums);
  offload_kernel(-1); offload_grid(2, 1, 1); offload_block(N, 1, 1); offload_shared(sizeof x);
  offload_map_pointer(x, sizeof x, OFFLOAD_TO);
  offload_map_pointer(&total, sizeof total, OFFLOAD_TOFROM);
  divergent(5, x, &total);
  printf("%.3f %.3f %d %d %d\n", out[0], out[N - 1], sums[0], sums[1], total);
  return 0;
}
