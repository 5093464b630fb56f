/* Runs every kernel of the GPU check against plain C, and prints one line of a table for each. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "variables.h"

int omp_get_num_devices(void);
void run_saxpy(int64_t n, float a, const float *x, float *y);
void run_on_device(int64_t n, int64_t *v, int32_t where);
void run_pipeline(int64_t n, int64_t *v);
void run_stencil(int32_t width, int32_t height, const int32_t *in, int32_t *out);
void run_reduce(int64_t n, const int64_t *v, int64_t *sum);
void run_indices(int32_t *count);
void run_scalars(bool a, int8_t b, int16_t c, int32_t d, int64_t e, _Float16 f, float g, double h, void *out);

enum { WIDTH = 219, HEIGHT = 113, POINTS = WIDTH * HEIGHT, BLOCKS = 3 * 5 * 7, THREADS = 11 * 3 * 2 };

static int failures;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static void row(const char *what, const char *shape, long wrong, double microseconds) {
  printf("| %s | %s | %ld | %.1f |\n", what, shape, wrong, microseconds);
  failures += wrong != 0;
}

static void saxpy(long n, int times, const char *what) {
  float *x = malloc(n * sizeof *x), *y = malloc(n * sizeof *y), *expected = malloc(n * sizeof *y);
  for (long i = 0; i < n; i++) {
    x[i] = (float)(rand() % 1000) / 8;
    y[i] = expected[i] = (float)(rand() % 1000) / 8;
  }
  double total = 0;
  for (int k = 0; k < times; k++) {
    double start = now();
    run_saxpy(n, 0.5f, x, y);
    total += now() - start;
    for (long i = 0; i < n; i++)
      expected[i] = 0.5f * x[i] + expected[i];
  }
  long wrong = 0;
  for (long i = 0; i < n; i++)
    wrong += y[i] != expected[i];
  char shape[64];
  snprintf(shape, sizeof shape, "%ld x 256, %d times", (n + 255) / 256, times);
  row(what, shape, wrong, total / times);
  free(x), free(y), free(expected);
}

static void stencil(void) {
  static int32_t in[POINTS], out[POINTS];
  for (int i = 0; i < POINTS; i++)
    in[i] = rand() % 1000, out[i] = -1;
  double start = now();
  run_stencil(WIDTH, HEIGHT, in, out);
  double took = now() - start;
  long wrong = 0;
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++) {
      int c = y * WIDTH + x, inner = x > 0 && y > 0 && x < WIDTH - 1 && y < HEIGHT - 1;
      wrong += out[c] != (inner ? in[c - 1] + in[c + 1] + in[c - WIDTH] + in[c + WIDTH] : -1);
    }
  row("2-D stencil", "14 x 15 of 16 x 8", wrong, took);
}

static void reduce(void) {
  enum { N = 100003 };
  static int64_t v[N];
  int64_t sum = 7, expected = 7;
  for (int i = 0; i < N; i++)
    expected += v[i] = rand() - RAND_MAX / 2;
  double start = now();
  run_reduce(N, v, &sum);
  double took = now() - start;
  row("reduction by atomics", "782 x 128", sum != expected, took);
}

static void indices(void) {
  static int32_t count[BLOCKS * THREADS];
  double start = now();
  run_indices(count);
  double took = now() - start;
  long wrong = 0;
  for (int i = 0; i < BLOCKS * THREADS; i++)
    wrong += count[i] != 1;
  row("3-D indices, each once", "3 x 5 x 7 of 11 x 3 x 2", wrong, took);
}

static void scalars(void) {
  unsigned char out[64] = {0};
  double start = now();
  run_scalars(true, INT8_MIN, INT16_MIN, INT32_MIN, INT64_MIN, (_Float16)-65504, -3.4028235e38f, 1.7976931348623157e308,
              out);
  double took = now() - start;
  int8_t b;
  int16_t c;
  int32_t d;
  int64_t e;
  _Float16 f;
  float g;
  double h;
  memcpy(&b, out + 8, 1), memcpy(&c, out + 16, 2), memcpy(&d, out + 24, 4), memcpy(&e, out + 32, 8);
  memcpy(&f, out + 40, 2), memcpy(&g, out + 48, 4), memcpy(&h, out + 56, 8);
  long wrong = (out[0] != 1) + (b != INT8_MIN) + (c != INT16_MIN) + (d != INT32_MIN) + (e != INT64_MIN) +
               (f != (_Float16)-65504) + (g != -3.4028235e38f) + (h != 1.7976931348623157e308);
  row("scalars at their limits", "1 x 1", wrong, took);
}

/* Another module of the program; its two kernels must see each other's results. */
static void pipeline(void) {
  enum { N = 10007 };
  static int64_t v[N];
  for (int i = 0; i < N; i++)
    v[i] = i - N / 2;
  double start = now();
  run_pipeline(N, v);
  double took = now() - start;
  long wrong = 0;
  for (int i = 0; i < N; i++)
    wrong += v[i] != (i - N / 2 + 3) * 10;
  row("two kernels on the same data, second module", "79 x 128, twice", wrong, took);
}

static void every_device(void) {
  enum { N = 1003 };
  static int64_t v[N];
  for (int d = 0; d < omp_get_num_devices(); d++) {
    for (int i = 0; i < N; i++)
      v[i] = i * (d + 1);
    double start = now();
    run_on_device(N, v, d);
    double took = now() - start;
    long wrong = 0;
    for (int i = 0; i < N; i++)
      wrong += v[i] != 5 * i * (d + 1) + d;
    char what[32];
    snprintf(what, sizeof what, "data of its own on device %d", d);
    row(what, "4 x 256", wrong, took);
  }
}

/* The host version has the host's own variables, which all devices share where there are none. */
static void variables(void) {
  enum { N = 100003 };
  static double y[N];
  int devices = omp_get_num_devices() > 0 ? omp_get_num_devices() : 1;
  for (int d = 0; d < devices; d++) {
    long wrong = 0;
    double start = now();
    for (int round = 0; round < 3; round++) {
      double factor = round == 0 ? 0 : round + 0.5 + d;
      int64_t counted = run_variables(N, y, 10 * round + d, factor, omp_get_num_devices() > 0 ? d : -1);
      wrong += counted != (int64_t)N * (round + 1);
      for (int i = 0; i < N; i++)
        wrong += y[i] != (10 * round + d + i % ENTRIES) * (round == 0 ? 2.0 : factor) + 1;
    }
    double took = now() - start;
    char what[48];
    snprintf(what, sizeof what, "device variables of device %d", d);
    row(what, "391 x 256, 3 times", wrong, took / 3);
  }
}

int main(int count, char **arguments) {
  if (count == 2 && strcmp(arguments[1], "devices") == 0) {
    printf("%d\n", omp_get_num_devices());
    return 0;
  }
  printf("devices: %d\n", omp_get_num_devices());
  printf("| program | blocks of threads | wrong results | microseconds a call |\n| --- | --- | --- | --- |\n");
  saxpy(1000, 1, "saxpy, first call");
  saxpy(1000, 1000, "saxpy in a loop");
  saxpy(25600000, 3, "saxpy, 25.6 million");
  stencil();
  reduce();
  indices();
  scalars();
  pipeline();
  every_device();
  variables();
  return failures != 0;
}
