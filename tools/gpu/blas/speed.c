/* A batch of products and a product of bfloat16 against the same calls by hand, what a call's own work takes, and a vector
 * that is scaled by its own length without either leaving the device. */
#include <cuda_runtime_api.h>
#include <dlfcn.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int omp_get_default_device(void);
static int failures;
#include "region.h"
#include "rows.h"

int cublasCreate_v2(void **handle);
int cublasGemmEx(void *, int, int, int, int, int, const void *, const void *, int, int, const void *, int, int,
                 const void *, void *, int, int, int, int);
int cublasSgemmStridedBatched(void *, int, int, int, int, int, const float *, const float *, int, long, const float *, int,
                              long, const float *, float *, int, long, int);
int run_batch(void *handle, const float *alpha, const float *A, const float *B, const float *beta, float *C);
int run_mixed(void *handle, const void *alpha, const void *A, const void *B, const void *beta, void *C);
int hasty_batch(void *handle, const float *alpha, const float *A, const float *B, const float *beta, float *C);
int hasty_mixed(void *handle, const void *alpha, const void *A, const void *B, const void *beta, void *C);
int there_batch(void *handle, const float *alpha, const float *A, const float *B, const float *beta, float *C);
int there_mixed(void *handle, const void *alpha, const void *A, const void *B, const void *beta, void *C);
int run_norm(void *handle, int n, const float *x, int incx, float *result);
int run_scale(void *handle, int n, const float *alpha, float *x, int incx);

enum { TIMES = 25, SIDE = 128, EACH = SIDE * SIDE, BATCH = 2048, MANY = 10, SQUARE = 4096, BFLOAT16 = 14, FLOAT = 68 };
static void *handle;

static void must(int status, const char *what) {
  if (status != 0)
    fprintf(stderr, "speed: %s returned %d\n", what, status), exit(3);
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *times) {
  qsort(times, TIMES, sizeof *times, by_size);
  return times[TIMES / 2];
}

typedef int Ours(const void *A, const void *B, void *C);
static const float one = 1, zero = 0;

static int our_batch(const void *A, const void *B, void *C) { return run_batch(handle, &one, A, B, &zero, C); }
static int our_mixed(const void *A, const void *B, void *C) { return run_mixed(handle, &one, A, B, &zero, C); }
static int our_hasty_batch(const void *A, const void *B, void *C) { return hasty_batch(handle, &one, A, B, &zero, C); }
static int our_hasty_mixed(const void *A, const void *B, void *C) { return hasty_mixed(handle, &one, A, B, &zero, C); }
static int our_batch_there(const void *A, const void *B, void *C) { return there_batch(handle, &one, A, B, &zero, C); }
static int our_mixed_there(const void *A, const void *B, void *C) { return there_mixed(handle, &one, A, B, &zero, C); }
static int their_batch(const void *A, const void *B, void *C) {
  return cublasSgemmStridedBatched(handle, 0, 0, SIDE, SIDE, SIDE, &one, A, SIDE, EACH, B, SIDE, EACH, &zero, C, SIDE,
                                   EACH, BATCH);
}
static int their_mixed(const void *A, const void *B, void *C) {
  return cublasGemmEx(handle, 0, 0, SQUARE, SQUARE, SQUARE, &one, A, BFLOAT16, SQUARE, B, BFLOAT16, SQUARE, &zero, C,
                      BFLOAT16, SQUARE, FLOAT, -1);
}

/* Keeps the processor busy for 200 microseconds. A wait puts it to sleep, and what comes next pays for its waking up. */
static void wake_up(void) {
  for (double until = now() + 0.2; now() < until;)
    ;
}

static double our_time(const char *what, int calls, Ours *hasty, Ours *ours, const void *A, const void *B, void *C) {
  wake_up();
  double start = now();
  for (int call = 1; call < calls; call++)
    must(hasty(A, B, C), what);
  must(ours(A, B, C), what);
  return now() - start;
}

static double their_time(const char *what, int calls, Ours *theirs, const void *A, const void *B, void *C) {
  wake_up();
  double start = now();
  for (int call = 0; call < calls; call++)
    must(theirs(A, B, C), what);
  must(cudaDeviceSynchronize(), "cudaDeviceSynchronize");
  return now() - start;
}

/* Some calls in a row, of which the last waits. Both begin awake, take turns, and take turns in going first, so that both see
 * the same machine; the results are the same bytes. Ours gets the host's arrays, which are mapped already, or those that the
 * program has allocated on the device. */
static void compare(const char *what, int calls, Ours *hasty, Ours *ours, Ours *theirs, int there, long bytes, double least) {
  unsigned short *A = malloc(bytes), *B = malloc(bytes), *C = malloc(bytes), *D = malloc(bytes);
  for (long i = 0; i < bytes / 2; i++)
    A[i] = B[i] = C[i] = 0;
  for (long i = 1; i < bytes / 2; i += 2) /* the upper half of a float, or a bfloat16: small multiples of 1/8 */
    A[i] = (unsigned short)(0x3e00 + 0x80 * (rand() % 4)), B[i] = (unsigned short)(0x3e00 + 0x80 * (rand() % 4));
  void *a, *b, *c;
  must(cudaMalloc(&a, bytes) | cudaMalloc(&b, bytes) | cudaMalloc(&c, bytes), "cudaMalloc");
  must(cudaMemcpy(a, A, bytes, cudaMemcpyHostToDevice) | cudaMemcpy(b, B, bytes, cudaMemcpyHostToDevice), "cudaMemcpy");
  double our_times[TIMES], their_times[TIMES];
  Region region = {.device = omp_get_default_device()};
  map(&region, A, bytes, TO), map(&region, B, bytes, TO), map(&region, C, bytes, TOFROM);
  begin_region(&region);
  void *d = NULL;
  if (there)
    must(cudaMalloc(&d, bytes) | cudaMemset(d, 0, bytes), "cudaMalloc");
  const void *x = there ? a : A, *y = there ? b : B;
  void *z = there ? d : C;
  for (int i = -3; i < TIMES; i++) {
    double first = i % 2 ? our_time(what, calls, hasty, ours, x, y, z) : 0;
    double by_hand = their_time(what, calls, theirs, a, b, c);
    double generated = i % 2 ? first : our_time(what, calls, hasty, ours, x, y, z);
    if (i >= 0)
      our_times[i] = generated, their_times[i] = by_hand;
  }
  end_region(&region);
  if (there)
    must(cudaMemcpy(C, d, bytes, cudaMemcpyDeviceToHost) | cudaFree(d), "cudaMemcpy");
  must(cudaMemcpy(D, c, bytes, cudaMemcpyDeviceToHost), "cudaMemcpy");
  int differ = memcmp(C, D, bytes) != 0 || C[1] == 0;
  double ours_took = median(our_times), theirs_took = median(their_times), speed = theirs_took / ours_took;
  int wrong = differ || speed < least;
  printf("| %s | ours %.4f ms, hand-written %.4f ms: %.3f of its speed, at least %.2f; results %s | | %d | |\n", what,
         ours_took, theirs_took, speed, least, differ ? "differ" : "are the same bytes", wrong);
  failures += wrong;
  must(cudaFree(a) | cudaFree(b) | cudaFree(c), "cudaFree");
  free(A), free(B), free(C), free(D);
}

/* What of a call's time the runtime takes to find three arrays that are mapped already and to leave them, over and over and
 * behind a wait that slept; and what the driver takes to say where memory is and to make its context current and another
 * again. */
static void what_it_takes(void) {
  enum { ROUNDS = 1000 };
  char A[64], B[64], C[64];
  Region outer = {.device = omp_get_default_device()};
  map(&outer, A, sizeof A, TO), map(&outer, B, sizeof B, TO), map(&outer, C, sizeof C, TOFROM);
  begin_region(&outer);
  double found = 0, left = 0;
  for (int i = 0; i < ROUNDS; i++) {
    double start = now();
    begin_region(&outer);
    double middle = now();
    end_region(&outer);
    found += middle - start, left += now() - middle;
  }
  printf("| three arrays found, and left | %.2f and %.2f us | | 0 | |\n", found / ROUNDS * 1e3, left / ROUNDS * 1e3);

  long bytes = (long)BATCH * EACH * 4;
  void *a, *b;
  must(cudaMalloc(&a, bytes) | cudaMalloc(&b, bytes) | cudaMemset(a, 0, bytes), "cudaMalloc");
  double both[TIMES];
  for (int i = 0; i < TIMES; i++) {
    must(their_batch(a, a, b), "cublasSgemmStridedBatched");
    must(cudaDeviceSynchronize(), "cudaDeviceSynchronize");
    double start = now();
    begin_region(&outer), end_region(&outer);
    both[i] = now() - start;
  }
  printf("| the same behind a wait that slept | %.2f us, median | | 0 | |\n", median(both) * 1e3);
  end_region(&outer);

  void *driver = dlopen("libcuda.so.1", RTLD_NOW), *context = NULL, *owner = NULL;
  int (*attribute)(void *, int, void *) = (int (*)(void *, int, void *))dlsym(driver, "cuPointerGetAttribute");
  int (*current)(void **) = (int (*)(void **))dlsym(driver, "cuCtxGetCurrent");
  int (*make_current)(void *) = (int (*)(void *))dlsym(driver, "cuCtxSetCurrent");
  double start = now();
  for (int i = 0; i < ROUNDS; i++)
    must(attribute(&owner, 1, a) | current(&context) | make_current(owner) | make_current(context), "the driver");
  double asked = now();
  for (int i = 0; i < ROUNDS; i++)
    must(cudaDeviceSynchronize(), "cudaDeviceSynchronize");
  double waited = now();
  printf("| the driver's four calls around a call | %.2f us; a wait for nothing %.2f us | | 0 | |\n",
         (asked - start) / ROUNDS * 1e3, (waited - asked) / ROUNDS * 1e3);
  must(cudaFree(a) | cudaFree(b), "cudaFree");
}

static void resident_numbers(void) {
  enum { N = 1000 };
  float x[N], norm = -1;
  for (int i = 0; i < N; i++)
    x[i] = i % 5;
  Region region = {.device = omp_get_default_device()};
  map(&region, x, sizeof x, TOFROM), map(&region, &norm, sizeof norm, TO);
  Row row = begin_row("a norm that stays on the device and scales the vector");
  begin_region(&region);
  row.status |= run_norm(handle, N, x, 1, &norm);
  row.status |= run_scale(handle, N, &norm, x, 1);
  end_region(&region);
  double length = sqrt(6000);
  for (int i = 0; i < N; i++)
    row.wrong += fabs(x[i] - i % 5 * length) > 1e-4 * length;
  row.wrong += norm != -1;
  end_row(&row, "1000 elements, the host's number is left alone");
}

int main(void) {
  int gpus = 0;
  if (cudaGetDeviceCount(&gpus) == cudaSuccess && gpus > 0)
    must(cudaSetDevice(0), "cudaSetDevice");
  must(cublasCreate_v2(&handle), "cublasCreate_v2");
  resident_numbers();
  if (gpus > 0) {
    long batch = (long)BATCH * EACH * 4, mixed = (long)SQUARE * SQUARE * 2;
    compare("2048 products of 128 x 128 in one batch", 1, NULL, our_batch, their_batch, 0, batch, 0.9);
    compare("gemmEx of bfloat16, 4096", 1, NULL, our_mixed, their_mixed, 0, mixed, 0.9);
    compare("such a batch, arrays on the device", 1, NULL, our_batch_there, their_batch, 1, batch, 0.98);
    compare("such a gemmEx, arrays on the device", 1, NULL, our_mixed_there, their_mixed, 1, mixed, 0.98);
    compare("ten such batches, one wait", MANY, our_hasty_batch, our_batch, their_batch, 0, batch, 0.98);
    compare("ten such gemmEx, one wait", MANY, our_hasty_mixed, our_mixed, their_mixed, 0, mixed, 0.98);
    what_it_takes();
  }
  return failures != 0;
}
