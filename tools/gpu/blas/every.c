/* Calls every routine of a library in the catalogue, 40 random shapes each, against plain C. glue.h has a function for each
 * that calls what irgen has made. Arrays end where a page begins that nobody may touch: what is mapped too much of is seen
 * too. Numbers are small multiples of 1/8, so that few sums round. */
#define _GNU_SOURCE
#include "reference.h"
#include <sys/mman.h>
#include <time.h>

enum { TRIALS = 40, PAGE = 4096, ARRAYS = 7 };
static int failures;
static void *handle;
#include "rows.h"
#include "glue.h"

static int below(int bound) { return rand() % bound; }

typedef struct {
  void *begin;
  size_t bytes;
} Guarded;
static Guarded guarded[2 * ARRAYS];
static int guards;

/* Memory that ends at a page that is not there. */
static void *guard(size_t bytes) {
  size_t whole = (bytes + PAGE - 1) / PAGE * PAGE;
  char *begin = mmap(NULL, whole + PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (begin == MAP_FAILED || mprotect(begin + whole, PAGE, PROT_NONE) != 0)
    perror("mmap"), exit(3);
  guarded[guards++] = (Guarded){begin, whole + PAGE};
  return begin + whole - bytes;
}

static void *array(char letter, long elements, double scale) {
  void *memory = guard(elements * size_of(letter));
  for (long i = 0; i < elements; i++) {
    double re = below(17) - 8, im = below(17) - 8;
    put(letter, memory, i, letter == 'i' || letter == 'w' ? re : CMPLX(re, is_complex(letter) ? im : 0) * scale / 8);
  }
  return memory;
}

static void *copy(char letter, const void *from, long elements) {
  if (from == NULL)
    return NULL;
  void *memory = malloc((elements + 1) * size_of(letter));
  memcpy(memory, from, elements * size_of(letter));
  return memory;
}

/* How many elements each array has. */
typedef struct {
  long A, B, C, AP, x, y, param;
} Counts;

/* How much longer a line is than what is in it: whole words of bytes, which cuBLAS wants. */
static int gap(const Args *a) { return below(4) * (a->lettera == 'i' ? 4 : 1); }

static long lines(const Args *a, long rows, long columns, int *leading) {
  long line = a->layout == ROWS ? columns : rows, count = a->layout == ROWS ? rows : columns;
  *leading = (int)(line + gap(a));
  return (count - 1) * *leading + line;
}

static long band(const Args *a, long rows, long columns, long width, int *leading) {
  *leading = (int)(width + gap(a));
  return ((a->layout == ROWS ? rows : columns) - 1) * *leading + width;
}

static long spread(long n, int inc) { return n < 1 ? 0 : 1 + (n - 1) * labs(inc); }

static long strided(const Args *a, long each, long *stride) {
  *stride = each + gap(a);
  return (a->batch - 1) * *stride + each;
}

static int starts(const char *text, const char *with) { return strncmp(text, with, strlen(with)) == 0; }
static int ends(const char *text, const char *with) {
  size_t length = strlen(text), tail = strlen(with);
  return length >= tail && strcmp(text + length - tail, with) == 0;
}

static Counts shape(const char *base, Args *a) {
  Counts counts = {0};
  long m = a->m, n = a->n, k = a->k, order = a->side == LEFT ? m : n, nx = n, ny = n;
  if (starts(base, "gemv") || IS("gbmv")) {
    nx = a->trans ? m : n, ny = a->trans ? n : m;
    counts.A = IS("gbmv") ? band(a, m, n, a->kl + a->ku + 1, &a->lda) : lines(a, m, n, &a->lda);
  } else if (starts(base, "ger")) {
    nx = m;
    counts.A = lines(a, m, n, &a->lda);
  } else if (IS("sbmv") || IS("hbmv") || starts(base, "tb")) {
    counts.A = band(a, n, n, k + 1, &a->lda);
  } else if (IS("spmv") || IS("hpmv") || starts(base, "tp") || starts(base, "spr") || starts(base, "hpr")) {
    counts.AP = n * (n + 1) / 2;
  } else if (IS("dgmm")) {
    nx = order;
    counts.A = lines(a, m, n, &a->lda), counts.C = lines(a, m, n, &a->ldc);
  } else if (starts(base, "gemm")) {
    counts.A = a->transa ? lines(a, k, m, &a->lda) : lines(a, m, k, &a->lda);
    counts.B = a->transb ? lines(a, n, k, &a->ldb) : lines(a, k, n, &a->ldb);
    counts.C = lines(a, m, n, &a->ldc);
  } else if (IS("geam")) {
    counts.A = a->transa ? lines(a, n, m, &a->lda) : lines(a, m, n, &a->lda);
    counts.B = a->transb ? lines(a, n, m, &a->ldb) : lines(a, m, n, &a->ldb);
    counts.C = lines(a, m, n, &a->ldc);
  } else if (IS("symm") || IS("hemm") || IS("trmm") || IS("trsm")) {
    counts.A = lines(a, order, order, &a->lda), counts.B = lines(a, m, n, &a->ldb);
    counts.C = IS("trsm") || (IS("trmm") && !TRMM_HAS_C) ? 0 : lines(a, m, n, &a->ldc);
  } else if (ends(base, "rk") || ends(base, "r2k") || ends(base, "rkx")) {
    counts.A = a->trans ? lines(a, k, n, &a->lda) : lines(a, n, k, &a->lda);
    counts.B = ends(base, "rk") ? 0 : a->trans ? lines(a, k, n, &a->ldb) : lines(a, n, k, &a->ldb);
    counts.C = lines(a, n, n, &a->ldc);
  } else if (ends(base, "mv") || ends(base, "sv") || IS("syr") || IS("her") || IS("syr2") || IS("her2")) {
    counts.A = lines(a, n, n, &a->lda);
  }
  counts.x = spread(nx, a->incx), counts.y = spread(ny, a->incy);
  if (strstr(base, "Strided") != NULL) {
    counts.A = strided(a, counts.A, &a->stridea);
    if (starts(base, "gemv"))
      counts.x = strided(a, counts.x, &a->stridex), counts.y = strided(a, counts.y, &a->stridey);
    else
      counts.B = strided(a, counts.B, &a->strideb), counts.C = strided(a, counts.C, &a->stridec);
  }
  counts.param = IS("rotm") || IS("rotmg") ? 5 : 0;
  return counts;
}

/* Elements and products of mixed types: what a product of some types is computed in, by the catalogue's order. */
static const struct {
  char a, c, scalar;
  int atype, ctype, compute;
} MIXED[] = {{'s', 's', 's', 0, 0, 1}, {'h', 'h', 's', 2, 2, 1}, {'b', 'b', 's', 3, 3, 1}, {'b', 's', 's', 3, 0, 1},
             {'h', 's', 's', 2, 0, 1}, {'i', 'w', 'w', 4, 5, 3}, {'d', 'd', 'd', 1, 1, 2}};

static Args arguments(const Entry *entry, int trial) {
  const char *base = entry->base;
  Args a = {.letter = entry->letter, .layout = HAS_LAYOUT ? below(2) : COLUMNS, .trans = below(3), .transa = below(3),
            .transb = below(3), .uplo = below(2), .diag = below(2), .side = below(2), .m = 1 + below(18),
            .n = 1 + below(18), .k = 1 + below(18), .batch = 1 + below(4), .incx = below(7) - 3, .incy = below(7) - 3};
  int hermitian = base[0] == 'h', rank = ends(base, "rk") || ends(base, "r2k") || ends(base, "rkx");
  if (rank && is_complex(a.letter))
    a.trans = a.trans == NONE ? NONE : hermitian ? CONJUGATE : TRANSPOSE;
  if (IS("sbmv") || IS("hbmv") || starts(base, "tb"))
    a.k = below(a.n);
  a.kl = below(a.m), a.ku = below(a.n);
  a.incx = a.incx == 0 ? 1 : a.incx, a.incy = a.incy == 0 ? 1 : a.incy;
  if (ends(base, "scal") || IS("nrm2") || IS("asum") || starts(base, "ama") || starts(base, "ami"))
    a.incx = abs(a.incx);
  if (trial == 0 && (IS("axpy") || IS("copy") || starts(base, "dot") || IS("asum")))
    a.n = 0;
  a.lettera = a.letterb = a.letterc = a.letter;
  if (strstr(base, "Ex") != NULL) {
    int mixed = trial % (int)(sizeof MIXED / sizeof *MIXED);
    a.lettera = a.letterb = MIXED[mixed].a, a.letterc = MIXED[mixed].c, a.letter = MIXED[mixed].scalar;
    a.atype = a.btype = MIXED[mixed].atype, a.ctype = MIXED[mixed].ctype, a.compute = MIXED[mixed].compute;
    if (MIXED[mixed].a == 'i') { /* what cuBLAS has for all shapes: whole words, rows times columns */
      a.m = 4 * a.m, a.n = 4 * a.n, a.k = 4 * a.k;
      a.transa = TRANSPOSE, a.transb = NONE;
    }
  }
  int parts = is_complex(a.letter);
  char real = real_of(a.letter);
  put(a.letter, &a.alpha, 0, a.letter == 'w' ? 2 : CMPLX(0.5, parts ? 0.25 : 0));
  put(a.letter, &a.beta, 0, a.letter == 'w' ? 1 : CMPLX(-2, parts ? 0.5 : 0));
  if (starts(base, "real") || IS("her") || IS("hpr") || IS("herk"))
    put(real, &a.alpha, 0, 0.5);
  if (hermitian && rank)
    put(real, &a.beta, 0, -2);
  put(real, &a.c, 0, 0.75);
  put(starts(base, "real") ? real : a.letter, &a.s, 0, CMPLX(0.5, parts ? 0.125 : 0));
  put(a.letter, &a.a, 0, CMPLX(1 + below(7), parts * below(7))), put(a.letter, &a.b, 0, CMPLX(-1 - below(7), parts * below(7)));
  put(a.letter, &a.d1, 0, 1 + below(7)), put(a.letter, &a.d2, 0, 1 + below(7));
  put(a.letter, &a.x1, 0, 1 + below(7)), put(a.letter, &a.y1, 0, -1 - below(7));
  return a;
}

static long wrong(const char *what, char letter, const void *is, const void *should, long elements, double tolerance) {
  long count = 0;
  for (long i = 0; i < elements; i++) {
    Z have = get(letter, is, i), want = get(letter, should, i);
    if (!(cabs(have - want) <= tolerance * (1 + cabs(want)))) {
      if (count++ == 0)
        fprintf(stderr, "%s[%ld] is %g%+gi and should be %g%+gi\n", what, i, creal(have), cimag(have), creal(want), cimag(want));
    }
  }
  return count;
}

static void diagonal(const Args *a, int kind, void *M) {
  for (long i = 0; i < (kind == FULL && a->C == NULL && a->B != NULL ? (a->side == LEFT ? a->m : a->n) : a->n); i++)
    put(a->letter, M, stored(a, kind, i, i), 3);
}

static void trial(const Entry *entry, Row *row, int number) {
  const char *base = entry->base;
  int solves = ends(base, "sv") || IS("trsm");
  guards = 0;
  Args a = arguments(entry, number);
  Counts n = shape(base, &a);
  double scale = solves ? 1.0 / 16 : 1;
  a.A = n.A > 0 ? array(a.lettera, n.A, scale) : NULL, a.B = n.B > 0 ? array(a.letterb, n.B, 1) : NULL;
  a.C = n.C > 0 ? array(a.letterc, n.C, 1) : NULL, a.AP = n.AP > 0 ? array(a.letter, n.AP, scale) : NULL;
  char vectors = starts(base, "sdsdot") || starts(base, "dsdot") ? 's' : a.letter;
  a.x = array(vectors, n.x, 1), a.y = array(vectors, n.y, 1);
  a.param = array(a.letter, n.param, 1);
  if (IS("rotm"))
    put(a.letter, a.param, 0, number % 4 - 2);
  if (solves)
    diagonal(&a, starts(base, "tr") ? FULL : starts(base, "tb") ? SIDE_BAND : PACKED, n.AP > 0 ? a.AP : a.A);
  Args e = a;
  e.A = copy(a.lettera, a.A, n.A), e.B = copy(a.letterb, a.B, n.B), e.C = copy(a.letterc, a.C, n.C);
  e.AP = copy(a.letter, a.AP, n.AP), e.x = copy(vectors, a.x, n.x), e.y = copy(vectors, a.y, n.y);
  e.param = copy(a.letter, a.param, n.param);
  if (vectors != a.letter)
    e.letter = vectors;
  reference(base, &e);
  row->status |= entry->call(&a);
  double rounding = a.letterc == 'h' || a.letterc == 'b' ? 1e-2 : a.letter == 's' || a.letter == 'c' || vectors == 's' ? 1e-5 : 1e-12;
  double tolerance = solves ? 100 * rounding : rounding;
  char what[64];
#define COMPARE(label, letter, array, count)                                                                           \
  snprintf(what, sizeof what, "%s of %s, trial %d: %s", LIBRARY, entry->name, number, label);                         \
  row->wrong += wrong(what, letter, a.array, e.array, count, tolerance);
  COMPARE("A", a.lettera, A, n.A)
  COMPARE("B", a.letterb, B, n.B)
  COMPARE("C", a.letterc, C, n.C)
  COMPARE("AP", a.letter, AP, n.AP)
  COMPARE("x", vectors, x, n.x)
  COMPARE("y", vectors, y, n.y)
  COMPARE("param", a.letter, param, n.param)
  char result = IS("nrm2") || IS("asum") ? real_of(a.letter) : IS("sdsdot") ? 's' : IS("dsdot") ? 'd' : a.letter;
  if (starts(base, "dot") || IS("nrm2") || IS("asum") || IS("sdsdot") || IS("dsdot"))
    row->wrong += wrong(entry->name, result, &a.result, &e.result, 1, tolerance);
  if (IS("rotg"))
    row->wrong += wrong("rotg: a", a.letter, &a.a, &e.a, 1, tolerance) + wrong("rotg: s", a.letter, &a.s, &e.s, 1, tolerance) +
                  wrong("rotg: c", real_of(a.letter), &a.c, &e.c, 1, tolerance);
  if (IS("rotmg"))
    row->wrong += wrong("rotmg: d1", a.letter, &a.d1, &e.d1, 1, tolerance) +
                  wrong("rotmg: d2", a.letter, &a.d2, &e.d2, 1, tolerance) +
                  wrong("rotmg: x1", a.letter, &a.x1, &e.x1, 1, tolerance);
  if (a.index != e.index) {
    fprintf(stderr, "%s: is %ld and should be %ld\n", entry->name, a.index, e.index);
    row->wrong++;
  }
  free(e.A), free(e.B), free(e.C), free(e.AP), free(e.x), free(e.y), free(e.param);
  for (int i = 0; i < guards; i++)
    munmap(guarded[i].begin, guarded[i].bytes);
}

int main(void) {
  srand(20240611);
  begin();
  for (size_t i = 0; i < sizeof ENTRIES / sizeof *ENTRIES; i++) {
    Row row = begin_row(ENTRIES[i].name);
    for (int number = 0; number < TRIALS; number++)
      trial(&ENTRIES[i], &row, number);
    end_row(&row, "40 random shapes");
  }
  end();
  return failures != 0;
}
