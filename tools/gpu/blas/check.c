/* Calls every routine of the catalogue and the programs around them against plain C and hand-written CUDA, and prints one
 * line of a table for each. With an argument it does one thing that is to fail. */
#include "cublas.h"
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

int omp_get_num_devices(void);
int omp_get_default_device(void);
enum { TRIALS = 40, SQUARE = 4096 };

static Handle handle;
static int device;
static int failures;

#include "region.h"
#include "rows.h"

static void must(int status, const char *what) {
  if (status != 0) {
    fprintf(stderr, "check: %s returned %d\n", what, status);
    exit(3);
  }
}

#define REAL float
#define PREFIX "s"
#define F(name) s_##name
#define R(name) run_s##name
#include "entries.h"
#undef REAL
#undef PREFIX
#undef F
#undef R
#define REAL double
#define PREFIX "d"
#define F(name) d_##name
#define R(name) run_d##name
#include "entries.h"

/* The example of rustc's pull request: ten products of a matrix of 2 rows and 3 columns. */
int run_ten(Handle, const float *A, const float *x, float *y, const float *alpha, const float *beta);

/* The same loop inside generated code with resident transfers; the runtime reports the bytes. */
static int ten_resident(void) {
  float A[6], x[3] = {1, 2, 3}, y[2] = {4, -8}, e[2] = {4, -8}, alpha = 0.5f, beta = 0.5f;
  for (int i = 0; i < 6; i++)
    A[i] = i - 2;
  for (int k = 0; k < 10; k++)
    for (int i = 0; i < 2; i++)
      e[i] = alpha * (A[i] * x[0] + A[i + 2] * x[1] + A[i + 4] * x[2]) + beta * e[i];
  int status = run_ten(handle, A, x, y, &alpha, &beta);
  printf(status == 0 && y[0] == e[0] && y[1] == e[1] ? "ten: right\n" : "ten: wrong, status %d\n", status);
  return status;
}

static void ten_sgemv(int in_a_region) {
  float A[6], x[3], y[2], e[2], alpha = 0.5f, beta = 0.5f;
  for (int i = 0; i < 6; i++)
    A[i] = i - 2;
  for (int i = 0; i < 3; i++)
    x[i] = i + 1;
  e[0] = y[0] = 4, e[1] = y[1] = -8;
  Row row = begin_row(in_a_region ? "ten sgemv in a region" : "ten sgemv");
  Region region = {.device = device};
  map(&region, A, sizeof A, TO), map(&region, x, sizeof x, TO), map(&region, y, sizeof y, TOFROM);
  if (in_a_region)
    begin_region(&region);
  for (int k = 0; k < 10; k++) {
    row.status |= run_sgemv(handle, 0, 2, 3, &alpha, A, 2, x, 1, &beta, y, 1, device);
    for (int i = 0; i < 2; i++)
      e[i] = alpha * (A[i] * x[0] + A[i + 2] * x[1] + A[i + 4] * x[2]) + beta * e[i];
  }
  if (in_a_region)
    end_region(&region);
  row.wrong = (y[0] != e[0]) + (y[1] != e[1]);
  end_row(&row, "2 x 3");
}

static float *matrix(int n) {
  float *a = malloc(sizeof(float) * n * n);
  for (long i = 0; i < (long)n * n; i++)
    a[i] = (float)(rand() % 17 - 8) / 8;
  return a;
}

/* How many of some elements of C differ from half of A * B times two factors. */
static long spot_check(int n, const float *A, const float *B, const float *C, float factor, int from, int to) {
  long wrong = 0;
  for (int t = 0; t < 400; t++) {
    int i = rand() % n, j = from + rand() % (to - from);
    float sum = 0;
    for (int l = 0; l < n; l++)
      sum += A[i + (long)n * l] * B[l + (long)n * j];
    wrong += C[i + (long)n * j] != factor * sum;
  }
  return wrong;
}

static void poison(float *C, int n) {
  for (long i = 0; i < (long)n * n; i++)
    C[i] = -777;
}

/* Slow kernel on A, product, slow kernel on C, reduction of C: all in one region. */
static void mixed(int n, int rounds) {
  float *A = matrix(n), *B = matrix(n), *C = matrix(n), one = 1, zero = 0;
  float *original = malloc(sizeof(float) * n * n);
  memcpy(original, A, sizeof(float) * n * n);
  poison(C, n);
  long elements = (long)n * n;
  double sum = -777;
  Row row = begin_row("slow scale, sgemm, slow scale, sum");
  Region region = {.device = device};
  map(&region, A, elements * 4, TO), map(&region, B, elements * 4, TO), map(&region, C, elements * 4, TOFROM);
  begin_region(&region);
  run_scale(elements, 2, rounds, A, device);
  row.status = run_sgemm(handle, 0, 0, n, n, n, &one, A, n, B, n, &zero, C, n, device);
  run_scale(elements, 0.25f, rounds, C, device);
  run_sum(elements, C, &sum);
  end_region(&region);
  double expected = 0;
  for (long i = 0; i < elements; i++)
    expected += C[i];
  row.wrong = spot_check(n, original, B, C, 0.5f, 0, n) + (sum != expected);
  char detail[64];
  snprintf(detail, sizeof detail, "%d x %d in one region", n, n);
  end_row(&row, detail);
  free(A), free(B), free(C), free(original);
}

/* The same product with and without the wait. Without it the numbers may be wrong, which is what the row is to show. */
static void ordering(int n) {
  float *A = matrix(n), *B = matrix(n), *C = matrix(n), one = 1, zero = 0;
  poison(C, n);
  Row hasty = begin_row("sgemm that does not wait (wrong is expected)");
  hasty.status = hasty_sgemm(handle, 0, 0, n, n, n, &one, A, n, B, n, &zero, C, n);
  hasty.wrong = spot_check(n, A, B, C, 1, 0, n);
  int before = failures;
  end_row(&hasty, "of 400 elements");
  failures = before;
  cudaDeviceSynchronize();
  poison(C, n);
  Row row = begin_row("sgemm that waits");
  row.status = run_sgemm(handle, 0, 0, n, n, n, &one, A, n, B, n, &zero, C, n, device);
  row.wrong = spot_check(n, A, B, C, 1, 0, n);
  end_row(&row, "of 400 elements");
  free(A), free(B), free(C);
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

enum { TIMES = 9 };
static double median(double *times) {
  qsort(times, TIMES, sizeof *times, by_size);
  return times[TIMES / 2];
}

static void ratio_row(const char *what, double ours, double theirs, double most) {
  printf("| %s | ours %.3f ms, hand-written %.3f ms, ratio %.3f, at most %.3f | | %d | |\n", what, ours, theirs,
         ours / theirs, most, ours / theirs > most);
  failures += ours / theirs > most;
}

static float *on_device(long bytes) {
  void *pointer;
  must(cudaMalloc(&pointer, bytes), "cudaMalloc");
  return pointer;
}

/* Ours and the hand-written program take turns, so that both see the same machine. */
static void speed(void) {
  int n = SQUARE;
  long bytes = sizeof(float) * n * n;
  float *A = matrix(n), *B = matrix(n), *C = matrix(n), one = 1, zero = 0;
  double ours[TIMES], theirs[TIMES];
  float *a = on_device(bytes), *b = on_device(bytes), *c = on_device(bytes);
  must(cudaMemcpy(a, A, bytes, cudaMemcpyHostToDevice), "cudaMemcpy");
  must(cudaMemcpy(b, B, bytes, cudaMemcpyHostToDevice), "cudaMemcpy");
  Region region = {.device = device};
  map(&region, A, bytes, TO), map(&region, B, bytes, TO), map(&region, C, bytes, TOFROM);
  begin_region(&region);
  for (int i = -2; i < TIMES; i++) {
    double start = now();
    must(run_square(handle, &one, A, B, &zero, C), "run_square");
    double middle = now();
    must(cublasSgemm_v2(handle, 0, 0, n, n, n, &one, a, n, b, n, &zero, c, n), "cublasSgemm_v2");
    must(cudaDeviceSynchronize(), "cudaDeviceSynchronize");
    double end = now();
    if (i >= 0)
      ours[i] = middle - start, theirs[i] = end - middle;
  }
  end_region(&region);
  long wrong = spot_check(n, A, B, C, 1, 0, n);
  printf("| sgemm 4096, resident: results | 400 elements | 0 | %ld | |\n", wrong);
  failures += wrong != 0;
  ratio_row("sgemm 4096, data resident", median(ours), median(theirs), 1 / 0.95);
  must(cudaFree(a), "cudaFree"), must(cudaFree(b), "cudaFree"), must(cudaFree(c), "cudaFree");
  float *D = matrix(n);
  for (int i = -2; i < TIMES; i++) {
    poison(C, n);
    poison(D, n);
    double start = now();
    must(run_square(handle, &one, A, B, &zero, C), "run_square");
    double middle = now();
    a = on_device(bytes), b = on_device(bytes), c = on_device(bytes);
    must(cudaMemcpy(a, A, bytes, cudaMemcpyHostToDevice), "cudaMemcpy");
    must(cudaMemcpy(b, B, bytes, cudaMemcpyHostToDevice), "cudaMemcpy");
    must(cudaMemcpy(c, D, bytes, cudaMemcpyHostToDevice), "cudaMemcpy");
    must(cublasSgemm_v2(handle, 0, 0, n, n, n, &one, a, n, b, n, &zero, c, n), "cublasSgemm_v2");
    must(cudaMemcpy(D, c, bytes, cudaMemcpyDeviceToHost), "cudaMemcpy");
    must(cudaFree(a), "cudaFree"), must(cudaFree(b), "cudaFree"), must(cudaFree(c), "cudaFree");
    double end = now();
    if (i >= 0)
      ours[i] = middle - start, theirs[i] = end - middle;
  }
  wrong = memcmp(C, D, bytes) != 0;
  printf("| sgemm 4096, mapped: same bytes as hand-written | whole matrix | 0 | %ld | |\n", wrong);
  failures += wrong != 0;
  ratio_row("sgemm 4096, copies and call", median(ours), median(theirs), 1.1);
  free(A), free(B), free(C), free(D);
}

/* One half of the columns of a product, on one device, again and again. */
typedef struct {
  int device, n, from, to, times, status;
  const float *A, *B;
  float *C;
  double took;
} Half;

static void *half(void *argument) {
  Half *h = argument;
  float one = 1, zero = 0;
  Handle own;
  must(cudaSetDevice(h->device), "cudaSetDevice");
  must(cublasCreate_v2(&own), "cublasCreate_v2");
  must(cudaSetDevice(0), "cudaSetDevice");
  long columns = h->to - h->from, n = h->n;
  const float *B = h->B + n * h->from;
  float *C = h->C + n * h->from;
  Region region = {.device = h->device};
  map(&region, (void *)h->A, n * n * 4, TO), map(&region, (void *)B, n * columns * 4, TO);
  map(&region, C, n * columns * 4, TOFROM);
  begin_region(&region);
  h->status |= run_sgemm(own, 0, 0, n, columns, n, &one, h->A, n, B, n, &zero, C, n, h->device);
  int before = -1, after = -1;
  must(cudaGetDevice(&before), "cudaGetDevice"); /* libomptarget leaves the device of its last call current */
  double start = now();
  for (int i = 0; i < h->times; i++)
    h->status |= run_sgemm(own, 0, 0, n, columns, n, &one, h->A, n, B, n, &zero, C, n, h->device);
  h->took = now() - start;
  must(cudaGetDevice(&after), "cudaGetDevice");
  h->status |= after != before;
  end_region(&region);
  must(cublasDestroy_v2(own), "cublasDestroy_v2");
  return NULL;
}

static void two_devices(void) {
  int n = SQUARE;
  float *A = matrix(n), *B = matrix(n), *C = matrix(n);
  for (int threads = 1; threads <= 2; threads++) {
    poison(C, n);
    Half halves[2] = {{0, n, 0, n / 2, 40, 0, A, B, C, 0}, {1, n, n / 2, n, 40, 0, A, B, C, 0}};
    Row row = begin_row(threads == 1 ? "halves on two devices, one thread" : "halves on two devices, two threads");
    pthread_t thread;
    if (threads == 2) {
      pthread_create(&thread, NULL, half, &halves[1]);
      half(&halves[0]);
      pthread_join(thread, NULL);
    } else {
      half(&halves[0]);
      half(&halves[1]);
    }
    row.status = halves[0].status | halves[1].status;
    row.wrong = spot_check(n, A, B, C, 1, 0, n / 2) + spot_check(n, A, B, C, 1, n / 2, n);
    char detail[96];
    snprintf(detail, sizeof detail, "40 products: %.1f ms on device 0, %.1f ms on device 1", halves[0].took,
             halves[1].took);
    end_row(&row, detail);
    static double alone;
    double longest = fmax(halves[0].took, halves[1].took);
    if (threads == 1) {
      alone = longest;
    } else {
      printf("| both busy | two at once take %.2f times one alone, less than 1.5 | | %d | |\n", longest / alone,
             longest / alone > 1.5);
      failures += longest / alone > 1.5;
    }
  }
  must(cudaSetDevice(0), "cudaSetDevice");
  free(A), free(B), free(C);
}

/* Runs this program with an argument, and looks for words in what it says before it stops. */
static void must_fail(const char *program, const char *what, const char *environment, const char *words) {
  char command[4096], output[8192];
  snprintf(command, sizeof command, "%s '%s' %s 2>&1", environment, program, what);
  FILE *pipe = popen(command, "r");
  size_t length = fread(output, 1, sizeof output - 1, pipe);
  output[length] = 0;
  int status = pclose(pipe);
  int wrong = status == 0 || strstr(output, words) == NULL;
  char *line = strtok(output, "\n");
  while (line != NULL && strstr(line, words) == NULL) {
    char *next = strtok(NULL, "\n");
    if (next == NULL)
      break;
    line = next;
  }
  printf("| %s | stops: %s | | %d | |\n", what, line == NULL ? "(nothing)" : line, wrong);
  failures += wrong;
}

static int fail(const char *how) {
  float A[16] = {0}, B[16] = {0}, C[16] = {0}, one = 1;
  if (strcmp(how, "wrong-handle") == 0)
    return stop_sgemm(NULL, 0, 0, 4, 4, 4, &one, A, 4, B, 4, &one, C, 4);
  if (strcmp(how, "wrong-size") == 0)
    return stop_sgemm(handle, 0, 0, 4, 4, 4, &one, A, 3, B, 4, &one, C, 4);
  if (strcmp(how, "device-out-of-range") == 0)
    return run_sgemm(handle, 0, 0, 4, 4, 4, &one, A, 4, B, 4, &one, C, 4, 77);
  if (strcmp(how, "device-of-the-host") == 0) /* the host's devices come behind the GPUs */
    return run_sgemm(handle, 0, 0, 4, 4, 4, &one, A, 4, B, 4, &one, C, 4, omp_get_num_devices() - 1);
  if (strcmp(how, "no-gpu") == 0)
    return run_sgemm(handle, 0, 0, 4, 4, 4, &one, A, 4, B, 4, &one, C, 4, omp_get_default_device());
  fprintf(stderr, "check: there is nothing called %s\n", how);
  return 2;
}

int main(int argc, char **argv) {
  int gpus = 0;
  if (cudaGetDeviceCount(&gpus) != cudaSuccess)
    gpus = 0;
  device = omp_get_default_device();
  /* A handle belongs to the device that is current, and with several GPUs the runtime leaves the last one current. */
  if (gpus > 0)
    must(cudaSetDevice(device < gpus ? device : 0), "cudaSetDevice");
  int created = cublasCreate_v2(&handle);
  if (argc > 1 && strcmp(argv[1], "ten") == 0)
    return ten_resident();
  if (argc > 1) {
    int status = fail(argv[1]);
    return status == 0 ? 0 : 2;
  }
  if (created != 0) {
    fprintf(stderr, "check: cublasCreate_v2 returned %d\n", created);
    return 3;
  }
  setvbuf(stdout, NULL, _IOLBF, 0);
  int quick = gpus == 0; /* with the stand-in for cuBLAS, on the host's processor */
  srand(20240611);
  printf("%d CUDA devices, %d devices of the runtime%s\n", gpus, omp_get_num_devices(),
         quick ? ", a stand-in for cuBLAS" : "");
  printf("| what | how | status | wrong | ms |\n| --- | --- | --- | --- | --- |\n");
  setenv("STANDIN_NEEDS_CONTEXT", "1", 1);
  s_entries();
  d_entries();
  unsetenv("STANDIN_NEEDS_CONTEXT");
  ten_sgemv(0);
  ten_sgemv(1);
  mixed(quick ? 96 : 1024, quick ? 10 : 200000);
  ordering(quick ? 96 : SQUARE);
  float A[16] = {0}, B[16] = {0}, C[16] = {0}, one = 1;
  Row row = begin_row("wrong handle, returned");
  row.status = run_sgemm(NULL, 0, 0, 4, 4, 4, &one, A, 4, B, 4, &one, C, 4, device) == 0;
  end_row(&row, "a status that is not 0");
  row = begin_row("wrong leading dimension, returned");
  row.status = run_sgemm(handle, 0, 0, 4, 4, 4, &one, A, 3, B, 4, &one, C, 4, device) == 0;
  end_row(&row, "a status that is not 0");
  must_fail(argv[0], "wrong-handle", "", "blas.yaml:");
  must_fail(argv[0], "wrong-size", "", "blas.yaml:");
  must_fail(argv[0], "device-out-of-range", "", "device number '77' out of range");
  must_fail(argv[0], "no-gpu", "OMP_TARGET_OFFLOAD=DISABLED STANDIN_NO_DEVICE=1", "blas.yaml:");
  if (!quick)
    must_fail(argv[0], "device-of-the-host", "", "blas.yaml:");
  if (!quick)
    speed();
  if (gpus > 1)
    two_devices();
  must(cublasDestroy_v2(handle), "cublasDestroy_v2");
  printf(failures == 0 ? "all right\n" : "%d wrong\n", failures);
  return failures != 0;
}
