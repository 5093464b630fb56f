/* Every routine of the catalogue in plain C, for all types of elements at once: they are read as complex numbers of double
 * precision and written back. Arguments have the names of the catalogue, and choices are counted from 0 in its order. */
#include <complex.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef double complex Z;

/* A number that is no array. */
typedef union {
  float f;
  double d;
  float c[2];
  double z[2];
  int i;
  unsigned short h;
} Number;

typedef struct {
  char letter; /* the type of elements: s, d, c, z, h for half, b for bfloat16, i for 8-bit and w for 32-bit integers */
  char lettera, letterb, letterc; /* those of matrices, where they may differ */
  int layout, trans, transa, transb, uplo, diag, side, algorithm, compute, atype, btype, ctype;
  int m, n, k, kl, ku, lda, ldb, ldc, incx, incy, batch;
  long stridea, strideb, stridec, stridex, stridey, index;
  Number alpha, beta, a, b, c, s, d1, d2, x1, y1, result;
  void *A, *B, *C, *AP, *x, *y, *param;
} Args;

enum { ROWS, COLUMNS };
enum { NONE, TRANSPOSE, CONJUGATE };
enum { UPPER, LOWER };
enum { NONUNIT, UNIT };
enum { LEFT, RIGHT };
enum { FULL, BAND, SIDE_BAND, PACKED };

static size_t size_of(char letter) {
  return letter == 's' || letter == 'w' ? 4 : letter == 'd' || letter == 'c' ? 8 : letter == 'z' ? 16 : letter == 'i' ? 1 : 2;
}

static int is_complex(char letter) { return letter == 'c' || letter == 'z'; }

static Z get(char letter, const void *array, long i) {
  float wide;
  unsigned int bits;
  switch (letter) {
  case 's':
    return ((const float *)array)[i];
  case 'd':
    return ((const double *)array)[i];
  case 'c':
    return CMPLX(((const float *)array)[2 * i], ((const float *)array)[2 * i + 1]);
  case 'z':
    return CMPLX(((const double *)array)[2 * i], ((const double *)array)[2 * i + 1]);
  case 'h':
    return (float)((const _Float16 *)array)[i];
  case 'b':
    bits = (unsigned int)((const unsigned short *)array)[i] << 16;
    memcpy(&wide, &bits, sizeof wide);
    return wide;
  case 'i':
    return ((const signed char *)array)[i];
  default:
    return ((const int *)array)[i];
  }
}

static void put(char letter, void *array, long i, Z value) {
  float narrow = (float)creal(value);
  unsigned int bits;
  switch (letter) {
  case 's':
    ((float *)array)[i] = narrow;
    break;
  case 'd':
    ((double *)array)[i] = creal(value);
    break;
  case 'c':
    ((float *)array)[2 * i] = narrow, ((float *)array)[2 * i + 1] = (float)cimag(value);
    break;
  case 'z':
    ((double *)array)[2 * i] = creal(value), ((double *)array)[2 * i + 1] = cimag(value);
    break;
  case 'h':
    ((_Float16 *)array)[i] = (_Float16)narrow;
    break;
  case 'b':
    memcpy(&bits, &narrow, sizeof bits);
    ((unsigned short *)array)[i] = (unsigned short)((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
    break;
  case 'i':
    ((signed char *)array)[i] = (signed char)lrint(creal(value));
    break;
  default:
    ((int *)array)[i] = (int)lrint(creal(value));
    break;
  }
}

static char real_of(char letter) { return letter == 'c' ? 's' : letter == 'z' ? 'd' : letter; }

/* The element i of a vector, which begins at its pointer whichever way it runs. */
static long along(long i, long n, int inc) { return inc > 0 ? i * inc : (n - 1 - i) * -(long)inc; }

static Z x_at(const Args *a, long i, long n) { return get(a->letter, a->x, along(i, n, a->incx)); }
static Z y_at(const Args *a, long i, long n) { return get(a->letter, a->y, along(i, n, a->incy)); }
static void x_put(const Args *a, long i, long n, Z v) { put(a->letter, a->x, along(i, n, a->incx), v); }
static void y_put(const Args *a, long i, long n, Z v) { put(a->letter, a->y, along(i, n, a->incy), v); }

static long place(const Args *a, long i, long j, long ld) { return a->layout == ROWS ? i * ld + j : i + j * ld; }

/* Where row i, column j of a matrix of n rows is stored; -1 for elements outside of a band. */
static long stored(const Args *a, int kind, long i, long j) {
  long n = a->n, k = a->k;
  int rows = a->layout == ROWS, upper = a->uplo == UPPER;
  switch (kind) {
  case FULL:
    return place(a, i, j, a->lda);
  case BAND:
    if (j - i > a->ku || i - j > a->kl)
      return -1;
    return rows ? a->kl + j - i + i * a->lda : a->ku + i - j + j * a->lda;
  case SIDE_BAND:
    if (labs(i - j) > k)
      return -1;
    if (rows)
      return (upper ? j - i : k + j - i) + i * a->lda;
    return (upper ? k + i - j : i - j) + j * a->lda;
  default:
    if (rows)
      return upper ? j + (2 * n - i - 1) * i / 2 : j + i * (i + 1) / 2;
    return upper ? i + j * (j + 1) / 2 : i + (2 * n - j - 1) * j / 2;
  }
}

static Z stored_at(const Args *a, int kind, long i, long j) {
  long at = stored(a, kind, i, j);
  return at < 0 ? 0 : get(a->letter, kind == PACKED ? a->AP : a->A, at);
}

static int in_triangle(const Args *a, long i, long j) { return a->uplo == UPPER ? i <= j : i >= j; }

/* An element of a symmetric or Hermitian matrix, of which one triangle is stored. */
static Z mirrored(const Args *a, int kind, int hermitian, long i, long j) {
  if (i == j && hermitian)
    return creal(stored_at(a, kind, i, j));
  if (in_triangle(a, i, j))
    return stored_at(a, kind, i, j);
  return hermitian ? conj(stored_at(a, kind, j, i)) : stored_at(a, kind, j, i);
}

static Z triangular(const Args *a, int kind, long i, long j) {
  if (i == j && a->diag == UNIT)
    return 1;
  return in_triangle(a, i, j) ? stored_at(a, kind, i, j) : 0;
}

static Z transposed_triangular(const Args *a, int kind, int trans, long i, long j) {
  Z value = trans == NONE ? triangular(a, kind, i, j) : triangular(a, kind, j, i);
  return trans == CONJUGATE ? conj(value) : value;
}

/* An element of a matrix that may be transposed. */
static Z element(const Args *a, char letter, const void *M, long ld, int trans, long i, long j) {
  Z value = trans == NONE ? get(letter, M, place(a, i, j, ld)) : get(letter, M, place(a, j, i, ld));
  return trans == CONJUGATE ? conj(value) : value;
}

static Z scalar(const Args *a, const Number *number) { return get(a->letter, number, 0); }
static Z real_scalar(const Args *a, const Number *number) { return get(real_of(a->letter), number, 0); }

/* y = alpha M x + beta y */
static void times_vector(Args *a, int kind, int hermitian, int trans, long m, long n) {
  long out = trans == NONE ? m : n, in = trans == NONE ? n : m;
  for (long i = 0; i < out; i++) {
    Z sum = 0;
    for (long j = 0; j < in; j++) {
      Z value = hermitian >= 0 ? mirrored(a, kind, hermitian, i, j)
                               : trans == NONE ? stored_at(a, kind, i, j) : stored_at(a, kind, j, i);
      sum += (trans == CONJUGATE ? conj(value) : value) * x_at(a, j, in);
    }
    y_put(a, i, out, scalar(a, &a->alpha) * sum + scalar(a, &a->beta) * y_at(a, i, out));
  }
}

static void triangular_times(Args *a, int kind) {
  long n = a->n;
  Z *result = calloc(n + 1, sizeof *result);
  for (long i = 0; i < n; i++)
    for (long j = 0; j < n; j++)
      result[i] += transposed_triangular(a, kind, a->trans, i, j) * x_at(a, j, n);
  for (long i = 0; i < n; i++)
    x_put(a, i, n, result[i]);
  free(result);
}

/* Solves M x = b in place, M being triangular in one way or the other. */
static void solve(const Args *a, int kind, int trans, long n, Z *x) {
  int forward = (a->uplo == LOWER) == (trans == NONE);
  for (long s = 0; s < n; s++) {
    long i = forward ? s : n - 1 - s;
    for (long t = 0; t < s; t++) {
      long j = forward ? t : n - 1 - t;
      x[i] -= transposed_triangular(a, kind, trans, i, j) * x[j];
    }
    x[i] /= transposed_triangular(a, kind, trans, i, i);
  }
}

static void triangular_solve(Args *a, int kind) {
  long n = a->n;
  Z *x = calloc(n + 1, sizeof *x);
  for (long i = 0; i < n; i++)
    x[i] = x_at(a, i, n);
  solve(a, kind, a->trans, n, x);
  for (long i = 0; i < n; i++)
    x_put(a, i, n, x[i]);
  free(x);
}

/* A = alpha x y^T + A in one triangle, and with the places of x and y changed where it is of rank 2 */
static void update(Args *a, int kind, int hermitian, int rank) {
  Z alpha = hermitian && rank == 1 ? real_scalar(a, &a->alpha) : scalar(a, &a->alpha);
  void *M = kind == PACKED ? a->AP : a->A;
  long n = a->n;
  for (long i = 0; i < n; i++)
    for (long j = 0; j < n; j++) {
      if (!in_triangle(a, i, j))
        continue;
      long at = stored(a, kind, i, j);
      Z xi = x_at(a, i, n), xj = x_at(a, j, n), value = get(a->letter, M, at);
      if (rank == 1) {
        value += alpha * xi * (hermitian ? conj(xj) : xj);
      } else {
        Z yi = y_at(a, i, n), yj = y_at(a, j, n);
        value += alpha * xi * (hermitian ? conj(yj) : yj);
        value += (hermitian ? conj(alpha) : alpha) * yi * (hermitian ? conj(xj) : xj);
      }
      put(a->letter, M, at, hermitian && i == j ? creal(value) : value);
    }
}

static void multiply(Args *a) {
  for (long i = 0; i < a->m; i++)
    for (long j = 0; j < a->n; j++) {
      Z sum = 0;
      for (long l = 0; l < a->k; l++)
        sum += element(a, a->lettera, a->A, a->lda, a->transa, i, l) *
               element(a, a->letterb, a->B, a->ldb, a->transb, l, j);
      long at = place(a, i, j, a->ldc);
      put(a->letterc, a->C, at, scalar(a, &a->alpha) * sum + scalar(a, &a->beta) * get(a->letterc, a->C, at));
    }
}

static void symmetric_product(Args *a, int hermitian) {
  for (long i = 0; i < a->m; i++)
    for (long j = 0; j < a->n; j++) {
      Z sum = 0;
      for (long l = 0; l < (a->side == LEFT ? a->m : a->n); l++)
        sum += a->side == LEFT
                   ? mirrored(a, FULL, hermitian, i, l) * get(a->letter, a->B, place(a, l, j, a->ldb))
                   : get(a->letter, a->B, place(a, i, l, a->ldb)) * mirrored(a, FULL, hermitian, l, j);
      long at = place(a, i, j, a->ldc);
      put(a->letter, a->C, at, scalar(a, &a->alpha) * sum + scalar(a, &a->beta) * get(a->letter, a->C, at));
    }
}

/* C = alpha A B^T + beta C in one triangle; B is A for rank 1, and both products are added for rank 2. */
static void rank_update(Args *a, int hermitian, int rank) {
  const void *B = rank == 1 ? a->A : a->B;
  long ldb = rank == 1 ? a->lda : a->ldb;
  Z alpha = hermitian && rank == 1 ? real_scalar(a, &a->alpha) : scalar(a, &a->alpha);
  Z beta = hermitian ? real_scalar(a, &a->beta) : scalar(a, &a->beta);
  int trans = a->trans == NONE ? NONE : hermitian ? CONJUGATE : TRANSPOSE;
  for (long i = 0; i < a->n; i++)
    for (long j = 0; j < a->n; j++) {
      if (!in_triangle(a, i, j))
        continue;
      Z sum = 0;
      for (long l = 0; l < a->k; l++) {
        Z ai = element(a, a->letter, a->A, a->lda, trans, i, l), bj = element(a, a->letter, B, ldb, trans, j, l);
        Z bi = element(a, a->letter, B, ldb, trans, i, l), aj = element(a, a->letter, a->A, a->lda, trans, j, l);
        sum += alpha * ai * (hermitian ? conj(bj) : bj);
        if (rank == 2)
          sum += (hermitian ? conj(alpha) : alpha) * bi * (hermitian ? conj(aj) : aj);
      }
      long at = place(a, i, j, a->ldc);
      Z value = sum + beta * get(a->letter, a->C, at);
      put(a->letter, a->C, at, hermitian && i == j ? creal(value) : value);
    }
}

/* alpha A B or alpha A^-1 B, for a triangular A on one side. It goes to B, or to C where there is one. */
static void triangular_product(Args *a, int inverse) {
  long m = a->m, n = a->n, order = a->side == LEFT ? m : n, lines = a->side == LEFT ? n : m;
  void *to = a->C != NULL ? a->C : a->B;
  long ld = a->C != NULL ? a->ldc : a->ldb;
  Z *line = calloc(order + 1, sizeof *line), *result = calloc(order + 1, sizeof *result);
  for (long j = 0; j < lines; j++) {
    for (long i = 0; i < order; i++)
      line[i] = scalar(a, &a->alpha) *
                get(a->letter, a->B, a->side == LEFT ? place(a, i, j, a->ldb) : place(a, j, i, a->ldb));
    /* from the right: the transposed equation, whose conjugate is taken where that transposes too */
    int trans = a->side == LEFT ? a->transa : a->transa == NONE ? TRANSPOSE : NONE;
    int conjugates = a->side == RIGHT && a->transa == CONJUGATE;
    for (long i = 0; conjugates && i < order; i++)
      line[i] = conj(line[i]);
    if (inverse) {
      solve(a, FULL, trans, order, line);
      memcpy(result, line, order * sizeof *line);
    } else {
      for (long i = 0; i < order; i++) {
        result[i] = 0;
        for (long l = 0; l < order; l++)
          result[i] += transposed_triangular(a, FULL, trans, i, l) * line[l];
      }
    }
    for (long i = 0; i < order; i++)
      put(a->letter, to, a->side == LEFT ? place(a, i, j, ld) : place(a, j, i, ld),
          conjugates ? conj(result[i]) : result[i]);
  }
  free(line), free(result);
}

static double size_for_index(Z value) { return fabs(creal(value)) + fabs(cimag(value)); }

static long extreme(const Args *a, int largest) {
  long found = 0;
  for (long i = 1; i < a->n; i++) {
    double value = size_for_index(x_at(a, i, a->n)), best = size_for_index(x_at(a, found, a->n));
    if (largest ? value > best : value < best)
      found = i;
  }
  return found;
}

static Z inner(const Args *a, int conjugates) {
  Z sum = 0;
  for (long i = 0; i < a->n; i++)
    sum += (conjugates ? conj(x_at(a, i, a->n)) : x_at(a, i, a->n)) * y_at(a, i, a->n);
  return sum;
}

static void turn(Args *a, Z c, Z s) {
  for (long i = 0; i < a->n; i++) {
    Z x = x_at(a, i, a->n), y = y_at(a, i, a->n);
    x_put(a, i, a->n, c * x + s * y);
    y_put(a, i, a->n, c * y - conj(s) * x);
  }
}

static void modified_turn(Args *a) {
  Z flag = get(a->letter, a->param, 0), h[4];
  for (int i = 0; i < 4; i++)
    h[i] = get(a->letter, a->param, i + 1);
  if (creal(flag) == -2)
    return;
  if (creal(flag) == 0)
    h[0] = h[3] = 1;
  if (creal(flag) == 1)
    h[1] = -1, h[2] = 1;
  for (long i = 0; i < a->n; i++) {
    Z x = x_at(a, i, a->n), y = y_at(a, i, a->n);
    x_put(a, i, a->n, h[0] * x + h[2] * y);
    y_put(a, i, a->n, h[1] * x + h[3] * y);
  }
}

static void make_turn(Args *a) {
  char l = a->letter, r = real_of(l);
  Z x = get(l, &a->a, 0), y = get(l, &a->b, 0);
  double norm = sqrt(creal(x * conj(x) + y * conj(y)));
  if (is_complex(l)) {
    put(r, &a->c, 0, cabs(x) / norm);
    put(l, &a->s, 0, x / cabs(x) * conj(y) / norm);
    put(l, &a->a, 0, x / cabs(x) * norm);
    return;
  }
  double signed_norm = creal(cabs(x) > cabs(y) ? x : y) < 0 ? -norm : norm;
  double c = creal(x) / signed_norm, s = creal(y) / signed_norm;
  put(l, &a->c, 0, c), put(l, &a->s, 0, s), put(l, &a->a, 0, signed_norm);
  put(l, &a->b, 0, cabs(x) > cabs(y) ? s : c != 0 ? 1 / c : 1);
}

/* For numbers of moderate size, which need no scaling. */
static void make_modified_turn(Args *a) {
  char l = a->letter;
  double d1 = creal(get(l, &a->d1, 0)), d2 = creal(get(l, &a->d2, 0)), x1 = creal(get(l, &a->x1, 0));
  double y1 = creal(get(l, &a->y1, 0)), p1 = d1 * x1, p2 = d2 * y1, u, old = d1;
  int straight = fabs(p1 * x1) > fabs(p2 * y1);
  put(l, a->param, 0, straight ? 0 : 1);
  if (straight) {
    put(l, a->param, 2, -y1 / x1), put(l, a->param, 3, p2 / p1);
    u = 1 + p2 / p1 * y1 / x1;
    d1 /= u, d2 /= u, x1 *= u;
  } else {
    put(l, a->param, 1, p1 / p2), put(l, a->param, 4, x1 / y1);
    u = 1 + p1 / p2 * x1 / y1;
    d1 = d2 / u, d2 = old / u, x1 = y1 * u;
  }
  put(l, &a->d1, 0, d1), put(l, &a->d2, 0, d2), put(l, &a->x1, 0, x1);
}

static void batched(const char *base, Args *a);

/* Does what a routine does; base is its name without the letters of its type. */
static void reference(const char *base, Args *a) {
  long m = a->m, n = a->n;
#define IS(name) (strcmp(base, name) == 0)
  if (IS("axpy"))
    for (long i = 0; i < n; i++)
      y_put(a, i, n, scalar(a, &a->alpha) * x_at(a, i, n) + y_at(a, i, n));
  else if (IS("scal"))
    for (long i = 0; i < n; i++)
      x_put(a, i, n, scalar(a, &a->alpha) * x_at(a, i, n));
  else if (IS("realscal"))
    for (long i = 0; i < n; i++)
      x_put(a, i, n, real_scalar(a, &a->alpha) * x_at(a, i, n));
  else if (IS("copy"))
    for (long i = 0; i < n; i++)
      y_put(a, i, n, x_at(a, i, n));
  else if (IS("swap"))
    for (long i = 0; i < n; i++) {
      Z x = x_at(a, i, n);
      x_put(a, i, n, y_at(a, i, n)), y_put(a, i, n, x);
    }
  else if (IS("dot") || IS("dotu"))
    put(a->letter, &a->result, 0, inner(a, 0));
  else if (IS("dotc"))
    put(a->letter, &a->result, 0, inner(a, 1));
  else if (IS("sdsdot"))
    a->result.f = (float)(creal(inner(a, 0)) + a->alpha.f);
  else if (IS("dsdot"))
    a->result.d = creal(inner(a, 0));
  else if (IS("nrm2")) {
    double sum = 0;
    for (long i = 0; i < n; i++)
      sum += creal(x_at(a, i, n) * conj(x_at(a, i, n)));
    put(real_of(a->letter), &a->result, 0, sqrt(sum));
  } else if (IS("asum")) {
    double sum = 0;
    for (long i = 0; i < n; i++)
      sum += size_for_index(x_at(a, i, n));
    put(real_of(a->letter), &a->result, 0, sum);
  } else if (IS("amax"))
    a->index = extreme(a, 1);
  else if (IS("amin"))
    a->index = extreme(a, 0);
  else if (IS("realrot"))
    turn(a, real_scalar(a, &a->c), real_scalar(a, &a->s));
  else if (IS("rot"))
    turn(a, real_scalar(a, &a->c), scalar(a, &a->s));
  else if (IS("rotg"))
    make_turn(a);
  else if (IS("rotmg"))
    make_modified_turn(a);
  else if (IS("rotm"))
    modified_turn(a);
  else if (IS("gemv"))
    times_vector(a, FULL, -1, a->trans, m, n);
  else if (IS("gbmv"))
    times_vector(a, BAND, -1, a->trans, m, n);
  else if (IS("symv") || IS("hemv"))
    times_vector(a, FULL, IS("hemv"), NONE, n, n);
  else if (IS("sbmv") || IS("hbmv"))
    times_vector(a, SIDE_BAND, IS("hbmv"), NONE, n, n);
  else if (IS("spmv") || IS("hpmv"))
    times_vector(a, PACKED, IS("hpmv"), NONE, n, n);
  else if (IS("trmv") || IS("tbmv") || IS("tpmv"))
    triangular_times(a, IS("trmv") ? FULL : IS("tbmv") ? SIDE_BAND : PACKED);
  else if (IS("trsv") || IS("tbsv") || IS("tpsv"))
    triangular_solve(a, IS("trsv") ? FULL : IS("tbsv") ? SIDE_BAND : PACKED);
  else if (IS("ger") || IS("geru") || IS("gerc")) {
    for (long i = 0; i < m; i++)
      for (long j = 0; j < n; j++) {
        Z y = IS("gerc") ? conj(y_at(a, j, n)) : y_at(a, j, n);
        long at = place(a, i, j, a->lda);
        put(a->letter, a->A, at, get(a->letter, a->A, at) + scalar(a, &a->alpha) * x_at(a, i, m) * y);
      }
  } else if (IS("syr") || IS("her"))
    update(a, FULL, IS("her"), 1);
  else if (IS("syr2") || IS("her2"))
    update(a, FULL, IS("her2"), 2);
  else if (IS("spr") || IS("hpr"))
    update(a, PACKED, IS("hpr"), 1);
  else if (IS("spr2") || IS("hpr2"))
    update(a, PACKED, IS("hpr2"), 2);
  else if (IS("gemm") || IS("gemmEx"))
    multiply(a);
  else if (IS("symm") || IS("hemm"))
    symmetric_product(a, IS("hemm"));
  else if (IS("syrk") || IS("herk"))
    rank_update(a, IS("herk"), 1);
  else if (IS("syr2k") || IS("her2k"))
    rank_update(a, IS("her2k"), 2);
  else if (IS("syrkx") || IS("herkx"))
    rank_update(a, IS("herkx"), 3);
  else if (IS("trmm") || IS("trsm"))
    triangular_product(a, IS("trsm"));
  else if (IS("geam")) {
    for (long i = 0; i < m; i++)
      for (long j = 0; j < n; j++)
        put(a->letter, a->C, place(a, i, j, a->ldc),
            scalar(a, &a->alpha) * element(a, a->letter, a->A, a->lda, a->transa, i, j) +
                scalar(a, &a->beta) * element(a, a->letter, a->B, a->ldb, a->transb, i, j));
  } else if (IS("dgmm")) {
    for (long i = 0; i < m; i++)
      for (long j = 0; j < n; j++)
        put(a->letter, a->C, place(a, i, j, a->ldc),
            get(a->letter, a->A, place(a, i, j, a->lda)) * (a->side == LEFT ? x_at(a, i, m) : x_at(a, j, n)));
  } else
    batched(base, a);
}

static void *behind(void *array, char letter, long elements) { return (char *)array + elements * (long)size_of(letter); }

static void batched(const char *base, Args *a) {
  for (int b = 0; b < a->batch; b++) {
    Args one = *a;
    if (IS("gemvStridedBatched")) {
      one.A = behind(a->A, a->letter, b * a->stridea), one.x = behind(a->x, a->letter, b * a->stridex);
      one.y = behind(a->y, a->letter, b * a->stridey);
      times_vector(&one, FULL, -1, a->trans, a->m, a->n);
    } else if (IS("gemmStridedBatched") || IS("gemmStridedBatchedEx")) {
      one.A = behind(a->A, a->lettera, b * a->stridea), one.B = behind(a->B, a->letterb, b * a->strideb);
      one.C = behind(a->C, a->letterc, b * a->stridec);
      multiply(&one);
    } else if (IS("gemmBatched") || IS("gemmBatchedEx")) {
      one.A = ((void **)a->A)[b], one.B = ((void **)a->B)[b], one.C = ((void **)a->C)[b];
      multiply(&one);
    } else {
      fprintf(stderr, "reference: there is no %s\n", base);
      abort();
    }
  }
}
