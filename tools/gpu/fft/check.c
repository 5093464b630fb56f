/* Calls every transform of the catalogue, 40 random shapes each, against the sums that define them, and prints one line of a
 * table for each. Arrays end where a page begins that nobody may touch: what is mapped too much of is seen too. */
#define _GNU_SOURCE
#include "plans.h"
#include <complex.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

enum { TRIALS = 40, PAGE = 4096 };
static int failures;
#include "../blas/rows.h"

static int below(int bound) { return rand() % bound; }

typedef struct {
  char *begin;
  size_t whole;
  void *memory;
} Array;

static Array array(long bytes) {
  size_t whole = (bytes + PAGE - 1) / PAGE * PAGE;
  char *begin = mmap(NULL, whole + PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (begin == MAP_FAILED || mprotect(begin + whole, PAGE, PROT_NONE) != 0)
    perror("mmap"), exit(3);
  return (Array){begin, whole, begin + whole - bytes};
}

static void drop(Array a) { munmap(a.begin, a.whole + PAGE); }

static double get(const Shape *s, const void *memory, long i) {
  return s->wide ? ((const double *)memory)[i] : ((const float *)memory)[i];
}

static void put(const Shape *s, void *memory, long i, double value) {
  if (s->wide)
    ((double *)memory)[i] = value;
  else
    ((float *)memory)[i] = (float)value;
}

/* The sums of one direction: count numbers, stride apart. */
static void transform(double complex *x, int count, int stride, int sign) {
  double complex sums[count];
  for (int k = 0; k < count; k++) {
    sums[k] = 0;
    for (int j = 0; j < count; j++)
      sums[k] += x[j * stride] * cexp(sign * 2 * M_PI * I * ((long)j * k % count) / count);
  }
  for (int k = 0; k < count; k++)
    x[k * stride] = sums[k];
}

/* All of one transform, as complex numbers: what a half of it is mirrored to where the other side is real. */
static void define(const Shape *s, double complex *x) {
  int sign = s->kind == R2C ? -1 : s->kind == C2R || s->inverse ? 1 : -1;
  for (int row = 0; row < s->rows; row++)
    transform(x + row * s->n, s->n, 1, sign);
  for (int column = 0; column < s->n; column++)
    transform(x + column, s->rows, s->n, sign);
}

/* Where the real part of a number is; the imaginary one follows it. */
static long place(const Shape *s, int output, int transform, int row, int column) {
  int real = s->kind == (output ? C2R : R2C);
  long line = numbers(s, output) / (s->rows * s->batch);
  return ((long)transform * s->rows + row) * line + (real ? column : 2 * column);
}

static void fill(const Shape *s, double complex *all, void *in) {
  for (int b = 0; b < s->batch; b++)
    for (int row = 0; row < s->rows; row++)
      for (int column = 0; column < s->n; column++) {
        double complex *x = all + ((long)b * s->rows + row) * s->n + column;
        *x = (below(17) - 8) / 8.0 + (s->kind == R2C ? 0 : I * (below(17) - 8) / 8.0);
      }
  if (s->kind == C2R) /* the spectrum of real numbers */
    for (int b = 0; b < s->batch; b++) {
      double complex *x = all + (long)b * s->rows * s->n;
      for (int row = 0; row < s->rows; row++)
        for (int column = 0; column < s->n; column++) {
          double complex *mirrored = x + (s->rows - row) % s->rows * s->n + (s->n - column) % s->n;
          double complex *own = x + row * s->n + column;
          if (own == mirrored)
            *own = creal(*own);
          else
            *mirrored = conj(*own);
        }
    }
  for (int b = 0; b < s->batch; b++)
    for (int row = 0; row < s->rows; row++)
      for (int column = 0; column < (s->kind == C2R ? half(s) : s->n); column++) {
        double complex x = all[((long)b * s->rows + row) * s->n + column];
        long at = place(s, 0, b, row, column);
        put(s, in, at, creal(x));
        if (s->kind != R2C)
          put(s, in, at + 1, cimag(x));
      }
}

static long compare(const Shape *s, const double complex *all, const void *out, double *largest) {
  long wrong = 0;
  double bound = (s->wide ? 1e-13 : 1e-5) * s->n * s->rows;
  for (int b = 0; b < s->batch; b++)
    for (int row = 0; row < s->rows; row++)
      for (int column = 0; column < (s->kind == R2C ? half(s) : s->n); column++) {
        double complex x = all[((long)b * s->rows + row) * s->n + column];
        long at = place(s, 1, b, row, column);
        double difference = cabs(x - get(s, out, at) - (s->kind == C2R ? 0 : I * get(s, out, at + 1)));
        wrong += !(difference <= bound);
        *largest = fmax(*largest, difference);
      }
  return wrong;
}

static void check(const char *what, Kind kind, int wide, int in_place) {
  Shape s = {.kind = kind, .wide = wide, .in_place = in_place};
  Row row = begin_row(what);
  double largest = 0;
  for (int trial = 0; trial < TRIALS; trial++) {
    s.n = 1 + below(trial < 20 ? 12 : 60), s.rows = trial % 2 ? 1 + below(8) : 1, s.batch = 1 + below(4);
    s.inverse = below(2);
    long size = s.wide ? sizeof(double) : sizeof(float);
    Array in = array(numbers(&s, 0) * size), out = s.in_place ? in : array(numbers(&s, 1) * size);
    double complex *all = malloc(sizeof *all * s.n * s.rows * s.batch);
    Plan plan = make_plan(&s, in.memory, out.memory);
    tell(&s, plan);
    fill(&s, all, in.memory);
    run(&s, plan, in.memory, out.memory);
    forget_plan(plan);
    drop_plan(&s, plan);
    for (int b = 0; b < s.batch; b++)
      define(&s, all + (long)b * s.rows * s.n);
    row.wrong += compare(&s, all, out.memory, &largest);
    free(all), drop(in);
    if (!s.in_place)
      drop(out);
  }
  char detail[64];
  snprintf(detail, sizeof detail, "%d shapes, largest difference %.1e", TRIALS, largest);
  end_row(&row, detail);
}

/* Gives a transform other sizes than its plan has, which must be told, or forgotten before. */
static void wrong_plan(int forgotten) {
  Shape right = {.kind = C2C, .n = 8, .rows = 1, .batch = 2}, wrong = right;
  float memory[2 * 8 * 2] = {0};
  Plan plan = make_plan(&right, memory, memory);
  tell(&right, plan);
  if (forgotten)
    forget_plan(plan);
  wrong.batch = 1;
  run(&wrong, plan, memory, memory);
  printf("not stopped\n");
}

int main(int argc, char **argv) {
  if (argc > 1)
    return wrong_plan(strcmp(argv[1], "forgotten") == 0), 0;
  printf("| what | detail | status | wrong | ms |\n| --- | --- | ---: | ---: | ---: |\n");
  check("c2c", C2C, 0, 0);
  check("z2z", C2C, 1, 0);
  check("c2c in place", C2C, 0, 1);
  check("z2z in place", C2C, 1, 1);
  check("r2c", R2C, 0, 0);
  check("d2z", R2C, 1, 0);
  check("c2r", C2R, 0, 0);
  check("z2d", C2R, 1, 0);
  check("r2c in place", R2C, 0, 1);
  check("d2z in place", R2C, 1, 1);
  check("c2r in place", C2R, 0, 1);
  check("z2d in place", C2R, 1, 1);
  if (failures == 0)
    printf("all right\n");
  return failures != 0;
}
