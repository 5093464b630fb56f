/* Stands in for cuBLAS and CUDA's driver where there are none: for linking, and for trying the check on a host. Like
 * cuBLAS it returns before its work is done, which a slow worker does in its own time; the driver's functions wait for the
 * worker, and keep each thread's current context. The work itself is OpenBLAS's. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SUCCESS = 0, NOT_INITIALIZED = 1, INVALID_VALUE = 7, DELAY = 2000, BY_COLUMNS = 102, NO_TRANSPOSE = 111 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static _Thread_local void *current;

typedef struct Work {
  void (*run)(struct Work *);
  struct Work *next;
  int integers[9];
  double alpha, beta;
  const void *in[2];
  void *out;
} Work;

static Work *first, **last = &first;
static int pending;

static void *worker(void *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  for (;;) {
    while (first == NULL)
      pthread_cond_wait(&changed, &lock);
    Work *work = first;
    first = work->next;
    if (first == NULL)
      last = &first;
    pthread_mutex_unlock(&lock);
    usleep(DELAY);
    work->run(work);
    free(work);
    pthread_mutex_lock(&lock);
    pending--;
    pthread_cond_broadcast(&changed);
  }
  return NULL;
}

static void start(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, worker, NULL);
}

static int submit(Work work) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, start);
  Work *copy = malloc(sizeof *copy);
  *copy = work;
  copy->next = NULL;
  pthread_mutex_lock(&lock);
  *last = copy;
  last = &copy->next;
  pending++;
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&lock);
  return SUCCESS;
}

/* The driver. */
int cuCtxSynchronize(void) {
  pthread_mutex_lock(&lock);
  while (pending > 0)
    pthread_cond_wait(&changed, &lock);
  pthread_mutex_unlock(&lock);
  return SUCCESS;
}

int cuPointerGetAttribute(void *place, int attribute, const void *pointer) {
  static char context;
  if (attribute != 1 || pointer == NULL || getenv("STANDIN_NO_DEVICE") != NULL)
    return 1;
  *(void **)place = &context;
  return SUCCESS;
}

int cuCtxGetCurrent(void **context) {
  *context = current;
  return SUCCESS;
}

int cuCtxSetCurrent(void *context) {
  current = context;
  return SUCCESS;
}

/* The library. On demand it refuses calls outside any context, which shows that generated code makes one current. */
int cublasCreate_v2(void **handle) {
  *handle = malloc(1);
  return SUCCESS;
}

int cublasDestroy_v2(void *handle) {
  free(handle);
  return SUCCESS;
}

static int refuse(const void *handle, int n) {
  int outside = n > 0 && current == NULL && getenv("STANDIN_NEEDS_CONTEXT") != NULL;
  return handle == NULL || outside ? NOT_INITIALIZED : SUCCESS;
}

#define ROUTINES(P, UP, REAL)                                                                                          \
  void cblas_##P##axpy(int, REAL, const REAL *, int, REAL *, int);                                                     \
  void cblas_##P##scal(int, REAL, REAL *, int);                                                                        \
  REAL cblas_##P##dot(int, const REAL *, int, const REAL *, int);                                                      \
  REAL cblas_##P##nrm2(int, const REAL *, int);                                                                        \
  REAL cblas_##P##asum(int, const REAL *, int);                                                                        \
  void cblas_##P##gemv(int, int, int, int, REAL, const REAL *, int, const REAL *, int, REAL, REAL *, int);             \
  void cblas_##P##gemm(int, int, int, int, int, int, REAL, const REAL *, int, const REAL *, int, REAL, REAL *, int);   \
                                                                                                                       \
  static void P##axpy_work(Work *w) {                                                                                  \
    cblas_##P##axpy(w->integers[0], w->alpha, w->in[0], w->integers[1], w->out, w->integers[2]);                       \
  }                                                                                                                    \
  int cublas##UP##axpy_v2(void *handle, int n, const REAL *alpha, const REAL *x, int incx, REAL *y, int incy) {        \
    return refuse(handle, n) ? refuse(handle, n) : submit((Work){P##axpy_work, 0, {n, incx, incy}, *alpha, 0, {x}, y});      \
  }                                                                                                                    \
  static void P##scal_work(Work *w) { cblas_##P##scal(w->integers[0], w->alpha, w->out, w->integers[1]); }             \
  int cublas##UP##scal_v2(void *handle, int n, const REAL *alpha, REAL *x, int incx) {                                 \
    return refuse(handle, n) ? refuse(handle, n) : submit((Work){P##scal_work, 0, {n, incx}, *alpha, 0, {0}, x});            \
  }                                                                                                                    \
  int cublas##UP##dot_v2(void *handle, int n, const REAL *x, int incx, const REAL *y, int incy, REAL *result) {        \
    if (refuse(handle, n))                                                                                                \
      return refuse(handle, n);                                                                                           \
    cuCtxSynchronize();                                                                                                \
    *result = n > 0 ? cblas_##P##dot(n, x, incx, y, incy) : 0;                                                         \
    return SUCCESS;                                                                                                    \
  }                                                                                                                    \
  int cublas##UP##nrm2_v2(void *handle, int n, const REAL *x, int incx, REAL *result) {                                \
    if (refuse(handle, n))                                                                                                \
      return refuse(handle, n);                                                                                           \
    cuCtxSynchronize();                                                                                                \
    *result = n > 0 ? cblas_##P##nrm2(n, x, incx) : 0;                                                                 \
    return SUCCESS;                                                                                                    \
  }                                                                                                                    \
  int cublas##UP##asum_v2(void *handle, int n, const REAL *x, int incx, REAL *result) {                                \
    if (refuse(handle, n))                                                                                                \
      return refuse(handle, n);                                                                                           \
    cuCtxSynchronize();                                                                                                \
    *result = n > 0 ? cblas_##P##asum(n, x, incx) : 0;                                                                 \
    return SUCCESS;                                                                                                    \
  }                                                                                                                    \
  static void P##gemv_work(Work *w) {                                                                                  \
    int *i = w->integers;                                                                                              \
    cblas_##P##gemv(BY_COLUMNS, NO_TRANSPOSE + i[0], i[1], i[2], w->alpha, w->in[0], i[3], w->in[1], i[4], w->beta,    \
                    w->out, i[5]);                                                                                     \
  }                                                                                                                    \
  int cublas##UP##gemv_v2(void *handle, int trans, int m, int n, const REAL *alpha, const REAL *A, int lda,            \
                          const REAL *x, int incx, const REAL *beta, REAL *y, int incy) {                              \
    if (refuse(handle, n))                                                                                                \
      return refuse(handle, n);                                                                                           \
    if (m < 0 || n < 0 || lda < m || lda < 1 || incx == 0 || incy == 0)                                                \
      return INVALID_VALUE;                                                                                            \
    return submit((Work){P##gemv_work, 0, {trans, m, n, lda, incx, incy}, *alpha, *beta, {A, x}, y});                  \
  }                                                                                                                    \
  static void P##gemm_work(Work *w) {                                                                                  \
    int *i = w->integers;                                                                                              \
    cblas_##P##gemm(BY_COLUMNS, NO_TRANSPOSE + i[0], NO_TRANSPOSE + i[1], i[2], i[3], i[4], w->alpha, w->in[0], i[5],  \
                    w->in[1], i[6], w->beta, w->out, i[7]);                                                            \
  }                                                                                                                    \
  int cublas##UP##gemm_v2(void *handle, int ta, int tb, int m, int n, int k, const REAL *alpha, const REAL *A,         \
                          int lda, const REAL *B, int ldb, const REAL *beta, REAL *C, int ldc) {                       \
    if (refuse(handle, n))                                                                                                \
      return refuse(handle, n);                                                                                           \
    int a = ta ? k : m, b = tb ? n : k;                                                                                \
    if (m < 0 || n < 0 || k < 0 || lda < a || ldb < b || ldc < m || lda < 1 || ldb < 1 || ldc < 1)                     \
      return INVALID_VALUE;                                                                                            \
    return submit((Work){P##gemm_work, 0, {ta, tb, m, n, k, lda, ldb, ldc}, *alpha, *beta, {A, B}, C});                \
  }
ROUTINES(s, S, float)
ROUTINES(d, D, double)
