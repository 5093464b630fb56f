/* Plans of FFTW and of cuFFT for the check, and what irgen has made of their functions. */
#pragma once
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef enum { C2C, R2C, C2R } Kind;

/* A transform of lines of n numbers each; rows of them make one of two dimensions, and batch are done at once. */
typedef struct {
  Kind kind;
  int wide, in_place, n, rows, batch, inverse;
} Shape;

static int half(const Shape *s) { return s->n / 2 + 1; }

/* How many real numbers an array has: a side that is real has no imaginary parts, and is padded where it shares memory. */
static long numbers(const Shape *s, int output) {
  int real = s->kind == (output ? C2R : R2C);
  long line = s->kind == C2C ? 2 * s->n : real && !s->in_place ? s->n : 2 * half(s);
  return line * s->rows * s->batch;
}

#ifdef CUFFT
typedef int Plan;
#define DECLARE(name, REAL) int name(Plan, int n, int lines, REAL *in, REAL *out)
#define DECLARE_COMPLEX(name, REAL) int name(Plan, int n, int batch, REAL *in, REAL *out, int direction)
int cufftPlanMany(Plan *, int rank, int *n, int *inembed, int istride, int idist, int *onembed, int ostride, int odist,
                  int type, int batch);
int cufftDestroy(Plan);
#else
typedef void *Plan;
#define DECLARE(name, REAL) void name(Plan, int n, int lines, REAL *in, REAL *out)
#define DECLARE_COMPLEX(name, REAL) void name(Plan, int n, int batch, REAL *in, REAL *out)
#include <fftw3.h>
#endif

DECLARE_COMPLEX(run_c2c, float);
DECLARE_COMPLEX(run_z2z, double);
DECLARE(run_r2c, float);
DECLARE(run_d2z, double);
DECLARE(run_c2r, float);
DECLARE(run_z2d, double);
DECLARE(run_r2c_in_place, float);
DECLARE(run_d2z_in_place, double);
DECLARE(run_c2r_in_place, float);
DECLARE(run_z2d_in_place, double);

#ifdef CUFFT
int know_plan(Plan, int n, int lines);
int forget_plan(Plan);
#else
void know_plan(Plan, int n, int lines);
void forget_plan(Plan);
#endif

/* What generated code is told of a plan. */
static void tell(const Shape *s, Plan plan) {
  if (s->kind == C2C)
    know_plan(plan, s->n * s->rows, s->batch);
  else
    know_plan(plan, s->n, s->rows * s->batch);
}

static void run(const Shape *s, Plan plan, void *in, void *out) {
  int lines = s->rows * s->batch, all = s->n * s->rows;
#ifdef CUFFT
#define DIRECTION , s->inverse ? 1 : -1
#else
#define DIRECTION
#endif
  if (s->kind == C2C && s->wide)
    run_z2z(plan, all, s->batch, in, out DIRECTION);
  else if (s->kind == C2C)
    run_c2c(plan, all, s->batch, in, out DIRECTION);
  else if (s->kind == R2C && s->wide)
    (s->in_place ? run_d2z_in_place : run_d2z)(plan, s->n, lines, in, out);
  else if (s->kind == R2C)
    (s->in_place ? run_r2c_in_place : run_r2c)(plan, s->n, lines, in, out);
  else if (s->wide)
    (s->in_place ? run_z2d_in_place : run_z2d)(plan, s->n, lines, in, out);
  else
    (s->in_place ? run_c2r_in_place : run_c2r)(plan, s->n, lines, in, out);
}

/* Arrays without gaps but for the padding. */
typedef struct {
  int rank, sizes[2], in[2], out[2], in_distance, out_distance;
} Layout;

static Layout layout(const Shape *s) {
  int complex_line = s->kind == C2C ? s->n : half(s), real_line = s->in_place ? 2 * half(s) : s->n;
  int in = s->kind == R2C ? real_line : complex_line, out = s->kind == C2R ? real_line : complex_line;
  int flat = s->rows == 1;
  return (Layout){.rank = flat ? 1 : 2,
                  .sizes = {flat ? s->n : s->rows, s->n},
                  .in = {flat ? in : s->rows, in},
                  .out = {flat ? out : s->rows, out},
                  .in_distance = in * s->rows,
                  .out_distance = out * s->rows};
}

#ifdef CUFFT
static Plan make_plan(const Shape *s, void *in, void *out) {
  static const int types[] = {0x29, 0x2a, 0x2c};
  Layout l = layout(s);
  Plan plan;
  (void)in, (void)out;
  int status = cufftPlanMany(&plan, l.rank, l.sizes, l.in, 1, l.in_distance, l.out, 1, l.out_distance,
                             types[s->kind] | (s->wide ? 0x40 : 0), s->batch);
  if (status != 0)
    fprintf(stderr, "check: cufftPlanMany returned %d\n", status), exit(3);
  return plan;
}

static void drop_plan(const Shape *s, Plan plan) { (void)s, cufftDestroy(plan); }
#else
/* The device's arrays may be aligned in another way than those that the plan is made for. */
static Plan make_plan(const Shape *s, void *in, void *out) {
  Layout l = layout(s);
  unsigned flags = FFTW_ESTIMATE | FFTW_UNALIGNED;
  int sign = s->inverse ? FFTW_BACKWARD : FFTW_FORWARD;
#define PLAN(P)                                                                                                        \
  switch (s->kind) {                                                                                                   \
  case C2C:                                                                                                            \
    return P##_plan_many_dft(l.rank, l.sizes, s->batch, in, l.in, 1, l.in_distance, out, l.out, 1, l.out_distance,     \
                             sign, flags);                                                                             \
  case R2C:                                                                                                            \
    return P##_plan_many_dft_r2c(l.rank, l.sizes, s->batch, in, l.in, 1, l.in_distance, out, l.out, 1, l.out_distance, \
                                 flags);                                                                               \
  case C2R:                                                                                                            \
    return P##_plan_many_dft_c2r(l.rank, l.sizes, s->batch, in, l.in, 1, l.in_distance, out, l.out, 1, l.out_distance, \
                                 flags);                                                                               \
  }
  if (s->wide) {
    PLAN(fftw)
  } else {
    PLAN(fftwf)
  }
  return NULL;
}

static void drop_plan(const Shape *s, Plan plan) {
  if (s->wide)
    fftw_destroy_plan(plan);
  else
    fftwf_destroy_plan(plan);
}
#endif
