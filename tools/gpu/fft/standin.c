/* Stands in for cuFFT and CUDA's driver where there are none: for linking, and for trying the check on a host. Like cuFFT it
 * returns before its work is done, which a slow worker does in its own time; the driver's functions wait for the worker. The
 * work itself is FFTW's. */
#include <fftw3.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SUCCESS = 0, INVALID_PLAN = 1, INVALID_VALUE = 4, SETUP_FAILED = 7, MOST_PLANS = 64, DELAY = 1000 };

typedef struct {
  int used, rank, sizes[3], in[3], out[3], in_distance, out_distance, type, batch;
} Plan;

typedef struct Work {
  struct Work *next;
  Plan plan;
  void *in, *out;
  int direction;
} Work;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static _Thread_local void *current;
static Plan plans[MOST_PLANS];
static Work *first, **last = &first;
static int pending;

/* All plans of FFTW are made here, because that is for one thread at a time. */
static void transform(Work *w) {
  Plan *p = &w->plan;
#define TRANSFORM(P, MAKE, ...)                                                                                        \
  {                                                                                                                    \
    P##_plan made = P##_plan_many_##MAKE(p->rank, p->sizes, p->batch, w->in, p->in, 1, p->in_distance, w->out, p->out, \
                                         1, p->out_distance, __VA_ARGS__ FFTW_ESTIMATE);                               \
    P##_execute(made);                                                                                                 \
    P##_destroy_plan(made);                                                                                            \
  }                                                                                                                    \
  break
  switch (p->type) {
  case 0x29:
    TRANSFORM(fftwf, dft, w->direction, );
  case 0x2a:
    TRANSFORM(fftwf, dft_r2c, );
  case 0x2c:
    TRANSFORM(fftwf, dft_c2r, );
  case 0x69:
    TRANSFORM(fftw, dft, w->direction, );
  case 0x6a:
    TRANSFORM(fftw, dft_r2c, );
  case 0x6c:
    TRANSFORM(fftw, dft_c2r, );
  }
}

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
    transform(work);
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

static int submit(int plan, int type, void *in, void *out, int direction) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  if (plan < 1 || plan >= MOST_PLANS || !plans[plan].used)
    return INVALID_PLAN;
  if (plans[plan].type != type || in == NULL || out == NULL)
    return INVALID_VALUE;
  pthread_once(&once, start);
  Work *work = malloc(sizeof *work);
  *work = (Work){NULL, plans[plan], in, out, direction};
  pthread_mutex_lock(&lock);
  *last = work;
  last = &work->next;
  pending++;
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&lock);
  return SUCCESS;
}

int cufftPlanMany(int *plan, int rank, int *n, int *inembed, int istride, int idist, int *onembed, int ostride, int odist,
                  int type, int batch) {
  for (int i = 1; i < MOST_PLANS; i++)
    if (!plans[i].used && istride == 1 && ostride == 1) {
      Plan made = {.used = 1, .rank = rank, .in_distance = idist, .out_distance = odist, .type = type, .batch = batch};
      memcpy(made.sizes, n, rank * sizeof *n);
      memcpy(made.in, inembed, rank * sizeof *n);
      memcpy(made.out, onembed, rank * sizeof *n);
      plans[i] = made;
      *plan = i;
      return SUCCESS;
    }
  return SETUP_FAILED;
}

int cufftDestroy(int plan) {
  plans[plan].used = 0;
  return SUCCESS;
}

int cufftExecC2C(int plan, void *in, void *out, int direction) { return submit(plan, 0x29, in, out, direction); }
int cufftExecZ2Z(int plan, void *in, void *out, int direction) { return submit(plan, 0x69, in, out, direction); }
int cufftExecR2C(int plan, void *in, void *out) { return submit(plan, 0x2a, in, out, 0); }
int cufftExecD2Z(int plan, void *in, void *out) { return submit(plan, 0x6a, in, out, 0); }
int cufftExecC2R(int plan, void *in, void *out) { return submit(plan, 0x2c, in, out, 0); }
int cufftExecZ2D(int plan, void *in, void *out) { return submit(plan, 0x6c, in, out, 0); }

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
  if (attribute != 1 || pointer == NULL)
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
