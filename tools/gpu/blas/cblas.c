/* Calls every routine of CBLAS in the catalogue against plain C, with matrices by columns and by rows. The entries are those
 * of the cuBLAS check: the functions here take cuBLAS's parameters. By rows, a matrix is the transpose of the one by columns. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TRIALS = 40, ROWS = 101, COLUMNS = 102, NONE = 111, TRANSPOSE = 112 };

static void *handle;
static int device;
static int failures;
static int by_rows;

#include "rows.h"

#define ADAPT(P, REAL)                                                                                                 \
  void run_##P##axpy(int n, REAL alpha, const REAL *x, int incx, REAL *y, int incy);                                   \
  void run_##P##scal(int n, REAL alpha, REAL *x, int incx);                                                            \
  REAL run_##P##dot(int n, const REAL *x, int incx, const REAL *y, int incy);                                          \
  REAL run_##P##nrm2(int n, const REAL *x, int incx);                                                                  \
  REAL run_##P##asum(int n, const REAL *x, int incx);                                                                  \
  void run_##P##gemv(int layout, int trans, int m, int n, REAL alpha, const REAL *A, int lda, const REAL *x, int incx, \
                     REAL beta, REAL *y, int incy);                                                                    \
  void run_##P##gemm(int layout, int ta, int tb, int m, int n, int k, REAL alpha, const REAL *A, int lda,              \
                     const REAL *B, int ldb, REAL beta, REAL *C, int ldc);                                             \
  static int P##axpy(void *h, int n, REAL *alpha, REAL *x, int ix, REAL *y, int iy, int d) {                           \
    return run_##P##axpy(n, *alpha, x, ix, y, iy), (void)h, d;                                                         \
  }                                                                                                                    \
  static int P##scal(void *h, int n, REAL *alpha, REAL *x, int ix, int d) {                                            \
    return run_##P##scal(n, *alpha, x, ix), (void)h, d;                                                                \
  }                                                                                                                    \
  static int P##dot(void *h, int n, REAL *x, int ix, REAL *y, int iy, REAL *result, int d) {                           \
    return *result = run_##P##dot(n, x, ix, y, iy), (void)h, d;                                                        \
  }                                                                                                                    \
  static int P##nrm2(void *h, int n, REAL *x, int ix, REAL *result, int d) {                                           \
    return *result = run_##P##nrm2(n, x, ix), (void)h, d;                                                              \
  }                                                                                                                    \
  static int P##asum(void *h, int n, REAL *x, int ix, REAL *result, int d) {                                           \
    return *result = run_##P##asum(n, x, ix), (void)h, d;                                                              \
  }                                                                                                                    \
  static int P##gemv(void *h, int trans, int m, int n, REAL *alpha, REAL *A, int lda, REAL *x, int ix, REAL *beta,     \
                     REAL *y, int iy, int d) {                                                                         \
    if (by_rows)                                                                                                       \
      run_##P##gemv(ROWS, trans ? NONE : TRANSPOSE, n, m, *alpha, A, lda, x, ix, *beta, y, iy);                        \
    else                                                                                                               \
      run_##P##gemv(COLUMNS, NONE + trans, m, n, *alpha, A, lda, x, ix, *beta, y, iy);                                 \
    return (void)h, d;                                                                                                 \
  }                                                                                                                    \
  static int P##gemm(void *h, int ta, int tb, int m, int n, int k, REAL *alpha, REAL *A, int lda, REAL *B, int ldb,    \
                     REAL *beta, REAL *C, int ldc, int d) {                                                            \
    if (by_rows)                                                                                                       \
      run_##P##gemm(ROWS, NONE + tb, NONE + ta, n, m, k, *alpha, B, ldb, A, lda, *beta, C, ldc);                       \
    else                                                                                                               \
      run_##P##gemm(COLUMNS, NONE + ta, NONE + tb, m, n, k, *alpha, A, lda, B, ldb, *beta, C, ldc);                    \
    return (void)h, d;                                                                                                 \
  }
ADAPT(s, float)
ADAPT(d, double)

#define REAL float
#define PREFIX "s"
#define F(name) test_s##name
#define R(name) s##name
#include "entries.h"
#undef REAL
#undef PREFIX
#undef F
#undef R
#define REAL double
#define PREFIX "d"
#define F(name) test_d##name
#define R(name) d##name
#include "entries.h"

int main(void) {
  srand(20240611);
  for (by_rows = 0; by_rows <= 1; by_rows++) {
    test_sentries();
    test_dentries();
  }
  return failures != 0;
}
