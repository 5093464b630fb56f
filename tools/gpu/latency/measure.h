/* How the programs of the latency benchmark check and time one way of running saxpy, y = a * x + y. */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCHES = 5, LARGEST = 4194304, THREADS = 256 };

/* One way: runs saxpy `times` times on the data and returns how long that took, in microseconds. */
typedef double (*Way)(int64_t n, float a, const float *x, float *y, long times);

static const char *mode = "default";

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static void die(const char *what, long value) {
  fprintf(stderr, "error: %s: %ld\n", what, value);
  exit(1);
}

/* Multiples of 1/2 below 16: with a = 1/2 every result is exact, also after many calls. */
static void fill(int64_t n, float *values) {
  for (int64_t i = 0; i < n; i++)
    values[i] = (float)(rand() % 32) / 2;
}

static void check(Way way, const char *name, int64_t n, long times, float *x, float *y, float *before) {
  fill(n, x);
  fill(n, before);
  memcpy(y, before, n * sizeof *y);
  way(n, 0.5f, x, y, times);
  for (int64_t i = 0; i < n; i++)
    if (y[i] != before[i] + (float)times * 0.5f * x[i]) {
      fprintf(stderr, "error: %s (%s), %ld floats, %ld calls: element %ld is %g, not %g\n", name, mode, (long)n, times,
              (long)i, y[i], before[i] + (float)times * 0.5f * x[i]);
      exit(1);
    }
}

/* Checks results before and after, and prints the best of five means: name, mode, floats, microseconds a call. */
static void measure(const char *name, Way way) {
  static const struct {
    int64_t floats;
    long times;
  } sizes[] = {{256, 2000}, {65536, 300}, {LARGEST, 10}};
  for (unsigned s = 0; s < sizeof sizes / sizeof *sizes; s++) {
    int64_t n = sizes[s].floats;
    long times = getenv("QUICK") ? 3 : sizes[s].times;
    float *x = malloc(n * sizeof *x), *y = malloc(n * sizeof *y), *before = malloc(n * sizeof *y);
    if (!x || !y || !before)
      die("no memory for floats", n);
    check(way, name, n, 1, x, y, before);
    check(way, name, n, 7, x, y, before);
    double best = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      double mean = way(n, 0.5f, x, y, times) / times;
      best = batch == 0 || mean < best ? mean : best;
    }
    check(way, name, n, 3, x, y, before);
    printf("%s\t%s\t%ld\t%.2f\n", name, mode, (long)n, best);
    fflush(stdout);
    free(x), free(y), free(before);
  }
}

#endif
