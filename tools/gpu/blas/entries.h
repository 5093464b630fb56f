/* Every routine of the catalogue for one type of elements, against plain C. The including file defines REAL, the routine's
 * name R(name) and what it is called in the table. Every number is a small multiple of 1/8, so that no order of the sums
 * rounds; only the square root of nrm2 does. */

static REAL *F(array)(long elements) {
  REAL *a = malloc((elements + 1) * sizeof *a);
  for (long i = 0; i <= elements; i++)
    a[i] = (REAL)(rand() % 17 - 8) / 8;
  return a;
}

static REAL *F(copy)(const REAL *a, long elements) {
  REAL *c = malloc((elements + 1) * sizeof *c);
  memcpy(c, a, (elements + 1) * sizeof *c);
  return c;
}

static long F(differences)(const REAL *a, const REAL *b, long elements) {
  long wrong = 0;
  for (long i = 0; i <= elements; i++)
    wrong += !(a[i] == b[i]);
  return wrong;
}

/* The element i of a vector, which begins at its pointer whichever way it runs. */
static long F(at)(long i, long n, int inc) { return inc > 0 ? i * inc : (n - 1 - i) * -inc; }

static long F(length)(long n, int inc) { return n < 1 ? 0 : 1 + (n - 1) * labs(inc); }

static int F(increment)(void) {
  int inc = rand() % 7 - 3;
  return inc == 0 ? 1 : inc;
}

static void F(axpy)(Row *row) {
  int n = rand() % 300, ix = F(increment)(), iy = F(increment)();
  long xs = F(length)(n, ix), ys = F(length)(n, iy);
  REAL alpha = 0.5, *x = F(array)(xs), *y = F(array)(ys), *e = F(copy)(y, ys);
  for (int i = 0; i < n; i++)
    e[F(at)(i, n, iy)] += alpha * x[F(at)(i, n, ix)];
  row->status |= R(axpy)(handle, n, &alpha, x, ix, y, iy, device);
  row->wrong += F(differences)(y, e, ys);
  free(x), free(y), free(e);
}

static void F(scal)(Row *row) {
  int n = rand() % 300, ix = abs(F(increment)());
  long xs = F(length)(n, ix);
  REAL alpha = -1.5, *x = F(array)(xs), *e = F(copy)(x, xs);
  for (int i = 0; i < n; i++)
    e[i * ix] *= alpha;
  row->status |= R(scal)(handle, n, &alpha, x, ix, device);
  row->wrong += F(differences)(x, e, xs);
  free(x), free(e);
}

static void F(dot)(Row *row) {
  int n = rand() % 300, ix = F(increment)(), iy = F(increment)();
  long xs = F(length)(n, ix), ys = F(length)(n, iy);
  REAL *x = F(array)(xs), *y = F(array)(ys), e = 0, result = -777;
  for (int i = 0; i < n; i++)
    e += x[F(at)(i, n, ix)] * y[F(at)(i, n, iy)];
  row->status |= R(dot)(handle, n, x, ix, y, iy, &result, device);
  row->wrong += result != e;
  free(x), free(y);
}

static void F(nrm2)(Row *row) {
  int n = rand() % 300, ix = abs(F(increment)());
  REAL *x = F(array)(F(length)(n, ix)), result = -777;
  double squares = 0;
  for (int i = 0; i < n; i++)
    squares += (double)x[i * ix] * x[i * ix];
  row->status |= R(nrm2)(handle, n, x, ix, &result, device);
  row->wrong += !(fabs(result - sqrt(squares)) <= 1e-5 * sqrt(squares));
  free(x);
}

static void F(asum)(Row *row) {
  int n = rand() % 300, ix = abs(F(increment)());
  REAL *x = F(array)(F(length)(n, ix)), e = 0, result = -777;
  for (int i = 0; i < n; i++)
    e += fabs(x[i * ix]);
  row->status |= R(asum)(handle, n, x, ix, &result, device);
  row->wrong += result != e;
  free(x);
}

static void F(gemv)(Row *row) {
  int m = 1 + rand() % 60, n = 1 + rand() % 60, trans = rand() % 3, lda = m + rand() % 5;
  int ix = F(increment)(), iy = F(increment)(), nx = trans ? m : n, ny = trans ? n : m;
  long as = (long)lda * (n - 1) + m, xs = F(length)(nx, ix), ys = F(length)(ny, iy);
  REAL alpha = 0.5, beta = -2, *A = F(array)(as), *x = F(array)(xs), *y = F(array)(ys), *e = F(copy)(y, ys);
  for (int i = 0; i < ny; i++) {
    REAL sum = 0;
    for (int j = 0; j < nx; j++)
      sum += (trans ? A[j + (long)lda * i] : A[i + (long)lda * j]) * x[F(at)(j, nx, ix)];
    e[F(at)(i, ny, iy)] = alpha * sum + beta * e[F(at)(i, ny, iy)];
  }
  row->status |= R(gemv)(handle, trans, m, n, &alpha, A, lda, x, ix, &beta, y, iy, device);
  row->wrong += F(differences)(y, e, ys);
  free(A), free(x), free(y), free(e);
}

static void F(gemm)(Row *row) {
  int m = 1 + rand() % 60, n = 1 + rand() % 60, k = 1 + rand() % 60, ta = rand() % 3, tb = rand() % 3;
  int lda = (ta ? k : m) + rand() % 5, ldb = (tb ? n : k) + rand() % 5, ldc = m + rand() % 5;
  long as = (long)lda * ((ta ? m : k) - 1) + (ta ? k : m), bs = (long)ldb * ((tb ? k : n) - 1) + (tb ? n : k);
  long cs = (long)ldc * (n - 1) + m;
  REAL alpha = 0.5, beta = -2, *A = F(array)(as), *B = F(array)(bs), *C = F(array)(cs), *e = F(copy)(C, cs);
  for (int i = 0; i < m; i++)
    for (int j = 0; j < n; j++) {
      REAL sum = 0;
      for (int l = 0; l < k; l++)
        sum += (ta ? A[l + (long)lda * i] : A[i + (long)lda * l]) * (tb ? B[j + (long)ldb * l] : B[l + (long)ldb * j]);
      e[i + (long)ldc * j] = alpha * sum + beta * e[i + (long)ldc * j];
    }
  row->status |= R(gemm)(handle, ta, tb, m, n, k, &alpha, A, lda, B, ldb, &beta, C, ldc, device);
  row->wrong += F(differences)(C, e, cs);
  free(A), free(B), free(C), free(e);
}

static void F(entries)(void) {
  struct {
    const char *name;
    void (*test)(Row *);
  } all[] = {{"axpy", F(axpy)}, {"scal", F(scal)}, {"dot", F(dot)},  {"nrm2", F(nrm2)},
             {"asum", F(asum)}, {"gemv", F(gemv)}, {"gemm", F(gemm)}};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    char what[32];
    snprintf(what, sizeof what, "%s%s", PREFIX, all[i].name);
    Row row = begin_row(what);
    for (int trial = 0; trial < TRIALS; trial++)
      all[i].test(&row);
    end_row(&row, "40 random shapes");
  }
}
