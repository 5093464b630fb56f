#include "offload.h"
#include <stdio.h>
#include <math.h>
enum { N = 1000, B = 64, G = (N + B - 1) / B };
OFFLOAD_DEVICE float table[4] = {1, 2, 3, 4};
OFFLOAD_KERNEL void saxpy(int n, float a, const float *x, float *y) {
    int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) y[i] += a * x[i] + table[i & 3];
}
OFFLOAD_KERNEL void sums(int n, const float *x, float *out) {
    static OFFLOAD_SHARED float part[B];
    int t = offload_thread_id(0), i = offload_block_id(0) * B + t;
    part[t] = i < n ? sqrtf(x[i]) + (float) sin((double) x[i]) : 0;
    offload_barrier();
    for (int s = B / 2; s > 0; s /= 2) { if (t < s) part[t] += part[t + s]; offload_barrier(); }
    if (t == 0) out[offload_block_id(0)] = part[0];
}
int main(void) {
    static float x[N], y[N], out[G];
    for (int i = 0; i < N; i++) { x[i] = i; y[i] = 1; }
    table[1] = 10;
    offload_kernel(-1); offload_grid(G, 1, 1); offload_block(B, 1, 1);
    offload_map_pointer(x, sizeof x, OFFLOAD_TO);
    offload_map_pointer(y, sizeof y, OFFLOAD_TOFROM);
    saxpy(N, 0.5f, x, y);
    offload_kernel(-1); offload_grid(G, 1, 1); offload_block(B, 1, 1);
    offload_map_pointer(x, sizeof x, OFFLOAD_TO);
    offload_map_pointer(out, sizeof out, OFFLOAD_FROM);
    sums(N, x, out);
    double total = 0; for (int i = 0; i < G; i++) total += out[i];
    printf("%.1f %.1f %.1f %.4f\n", y[0], y[1], y[N - 1], total);
    return 0;
}
