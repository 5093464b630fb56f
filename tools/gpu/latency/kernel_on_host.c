/* The kernel for libomptarget's host plugin, which tries the benchmark without a GPU. */
#include <stdint.h>
#include <string.h>

void saxpy(void *unused, int64_t n, int64_t bits, const float *x, float *y) {
  float a;
  memcpy(&a, &bits, sizeof a);
  (void)unused;
  for (int64_t i = 0; i < n; i++)
    y[i] = a * x[i] + y[i];
}
