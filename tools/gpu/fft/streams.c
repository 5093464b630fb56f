/* Twenty products of 256 by 256 in one region, on one stream of cuBLAS: with a wait behind each, and with one behind the last;
 * beside the same calls written by hand. Prints one line of a table for each. */
#include <cuda_runtime_api.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { N = 256, NUMBERS = N * N, PRODUCTS = 20, TIMES = 200 };

typedef void Run(void *handle, int n, const float *one, const float *zero, float *A, float *B, float *C);
Run run_waiting, run_streamed;
void put(int n, float *A, float *B, float *C);
void take(int n, float *A, float *B, float *C);
int cublasCreate_v2(void **handle);
int cublasSgemm_v2(void *, int, int, int, int, int, const float *, const float *, int, const float *, int, const float *,
                   float *, int);
void *omp_get_mapped_ptr(const void *, int);
int omp_get_default_device(void);

static const float one = 1, zero = 0;
static void *handle;
static float A[NUMBERS], B[NUMBERS], C[NUMBERS];
static int failures;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

/* By hand: every second product goes back. */
static void by_hand(void *unused, int n, const float *o, const float *z, float *a, float *b, float *c) {
  (void)unused;
  int device = omp_get_default_device();
  float *da = omp_get_mapped_ptr(a, device), *x = omp_get_mapped_ptr(b, device), *y = omp_get_mapped_ptr(c, device);
  for (int i = 0; i < PRODUCTS; i++) {
    if (cublasSgemm_v2(handle, 0, 0, n, n, n, o, da, n, x, n, z, y, n) != 0)
      exit(3);
    float *other = x;
    x = y, y = other;
  }
  cudaDeviceSynchronize();
}

static void fill(void) {
  for (int i = 0; i < NUMBERS; i++) /* a permutation, so that nothing rounds */
    A[i] = i % N == (i / N + 7) % N, B[i] = (float)(i % 17), C[i] = 0;
}

static int compare(const void *a, const void *b) { return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b); }

static double median(Run *run, float *result) {
  static double took[TIMES];
  fill();
  put(N, A, B, C);
  run(handle, N, &one, &zero, A, B, C);
  take(N, A, B, C);
  memcpy(result, B, sizeof B);
  fill();
  put(N, A, B, C);
  for (int i = 0; i < TIMES; i++) {
    double start = now();
    run(handle, N, &one, &zero, A, B, C);
    took[i] = now() - start;
  }
  take(N, A, B, C);
  qsort(took, TIMES, sizeof *took, compare);
  return took[TIMES / 2];
}

int main(void) {
  static float waited[NUMBERS], streamed[NUMBERS], hand[NUMBERS];
  fill();
  put(N, A, B, C);
  take(N, A, B, C);
  if (cublasCreate_v2(&handle) != 0)
    return 3;
  for (int round = 0; round < 2; round++) {
    double waits = median(run_waiting, waited), streams = median(run_streamed, streamed), own = median(by_hand, hand);
    failures += memcmp(waited, hand, sizeof hand) != 0 || memcmp(streamed, hand, sizeof hand) != 0;
    if (round > 0)
      printf("| 20 sgemm of 256 in a region | waits between %.1f us, one at the end %.1f us, hand-written %.1f us | %d | | |\n",
             waits, streams, own, failures);
  }
  return failures != 0;
}
