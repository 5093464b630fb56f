/* A library that leaves its work on streams, one a handle, each with a slow thread of its own; and CUDA's driver, which
 * waits for all of them and counts how often. */
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

enum { DELAY_IN_MICROSECONDS = 2000, MOST_HANDLES = 4 };

typedef struct Work {
    struct Work *next;
    int n;
    double *x, factor, summand;
} Work;

typedef struct {
    pthread_t thread;
    Work *first, **last;
} Stream;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static Stream streams[MOST_HANDLES];
static int pending, waits, failing;
static _Thread_local void *current;

static void *worker(void *argument) {
    Stream *stream = argument;
    pthread_mutex_lock(&lock);
    for (;;) {
        while (stream->first == NULL)
            pthread_cond_wait(&changed, &lock);
        Work *work = stream->first;
        stream->first = work->next;
        if (stream->first == NULL)
            stream->last = &stream->first;
        pthread_mutex_unlock(&lock);
        usleep(DELAY_IN_MICROSECONDS);
        for (int i = 0; i < work->n; i++)
            work->x[i] = work->factor * work->x[i] + work->summand;
        free(work);
        pthread_mutex_lock(&lock);
        pending--;
        pthread_cond_broadcast(&changed);
    }
    return NULL;
}

/* x = factor * x + summand, later. Status 3 outside of any context, 4 when there is nothing to do. */
int lib_step(void *handle, int n, double *x, double factor, double summand) {
    if (current == NULL)
        return 3;
    if (n == 0)
        return 4;
    Stream *stream = &streams[(uintptr_t)handle % MOST_HANDLES];
    Work *work = malloc(sizeof *work);
    *work = (Work){NULL, n, x, factor, summand};
    pthread_mutex_lock(&lock);
    if (stream->last == NULL) {
        stream->last = &stream->first;
        pthread_create(&stream->thread, NULL, worker, stream);
    }
    *stream->last = work;
    stream->last = &work->next;
    pending++;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return 0;
}

/* How often the driver has waited since the last time that this was asked. */
int lib_waits(void) {
    int counted = waits;
    waits = 0;
    return counted;
}

void lib_fail(int status) {
    failing = status;
}

int cuCtxSynchronize(void) {
    pthread_mutex_lock(&lock);
    while (pending > 0)
        pthread_cond_wait(&changed, &lock);
    waits++;
    pthread_mutex_unlock(&lock);
    return failing;
}

int cuPointerGetAttribute(void *place, int attribute, const void *pointer) {
    static char context;
    if (attribute != 1 || pointer == NULL)
        return 1;
    *(void **)place = &context;
    return 0;
}

int cuCtxGetCurrent(void **context) {
    *context = current;
    return 0;
}

int cuCtxSetCurrent(void *context) {
    current = context;
    return 0;
}
