/*
 * Stands in for NCCL and for CUDA's driver where there is no GPU: ranks are processes or threads of one machine, and what they
 * send goes through shared memory. Like NCCL it returns before its work is done, which a worker does in the order of the
 * calls; the driver's function waits for the worker. Environment: NCCL_STANDIN_DEVICE is the number of the device that
 * communicators belong to.
 */
#define _GNU_SOURCE
#include "nccl_functions.h"

#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { SUCCESS = 0, SYSTEM = 2, INVALID_ARGUMENT = 4, INVALID_USAGE = 5, RING = 1 << 16, MOST = 512, DELAY = 500 };

typedef struct {
    _Atomic uint64_t written, taken;
    char bytes[RING];
} Channel;

typedef struct {
    _Atomic int joined;
    Channel channels[]; /* from each rank to each */
} Shared;

struct ncclComm {
    int ranks, rank;
    size_t size;
    Shared *shared;
};

typedef struct {
    Channel *channel;
    char *data;
    size_t bytes, done;
    int receives;
} Transfer;

/* What goes on when the transfers of a call are over. */
typedef struct {
    int kind, type, op, ranks;
    size_t count;
    char *temporary;
    char *out;
} Finish;

typedef struct Batch {
    int transfers, finishes;
    Transfer transfer[MOST];
    Finish finish[MOST];
    struct Batch *next;
} Batch;

enum { REDUCE, COPY };

static size_t bytes_of(int type) {
    return type == ncclInt32 || type == ncclFloat32 ? 4 : type == ncclInt64 || type == ncclFloat64 ? 8 : 0;
}

/* Moves what can be moved; returns whether anything was. */
static int move(Transfer *t) {
    Channel *c = t->channel;
    uint64_t written = atomic_load(&c->written), taken = atomic_load(&c->taken);
    uint64_t from = t->receives ? taken : written;
    size_t most = t->receives ? written - taken : RING - (written - taken);
    size_t left = t->bytes - t->done, whole = RING - from % RING;
    size_t n = most < left ? most : left;
    n = n < whole ? n : whole;
    if (n == 0) {
        return 0;
    }
    if (t->receives) {
        memcpy(t->data + t->done, c->bytes + from % RING, n);
        atomic_store(&c->taken, taken + n);
    } else {
        memcpy(c->bytes + from % RING, t->data + t->done, n);
        atomic_store(&c->written, written + n);
    }
    t->done += n;
    return 1;
}

static int waits(const Batch *b, int i) {
    for (int j = 0; j < i; j++) {
        const Transfer *before = &b->transfer[j];
        if (before->channel == b->transfer[i].channel && before->receives == b->transfer[i].receives &&
            before->done < before->bytes) {
            return 1;
        }
    }
    return 0;
}

#define REDUCTION(TYPE)                                                                                                \
    for (size_t i = 0; i < f->count; i++) {                                                                            \
        TYPE result = ((TYPE *)f->temporary)[i];                                                                       \
        for (int r = 1; r < f->ranks; r++) {                                                                           \
            TYPE other = ((TYPE *)f->temporary)[r * f->count + i];                                                     \
            result = f->op == ncclSum    ? result + other                                                              \
                     : f->op == ncclProd ? result * other                                                              \
                     : f->op == ncclMax  ? (result > other ? result : other)                                           \
                                         : (result < other ? result : other);                                         \
        }                                                                                                              \
        ((TYPE *)f->out)[i] = result;                                                                                  \
    }                                                                                                                  \
    break

static void end(Finish *f) {
    if (f->kind == COPY) {
        memcpy(f->out, f->temporary, f->count);
    } else {
        switch (f->type) {
        case ncclInt32: REDUCTION(int32_t);
        case ncclInt64: REDUCTION(int64_t);
        case ncclFloat32: REDUCTION(float);
        case ncclFloat64: REDUCTION(double);
        }
    }
    free(f->temporary);
}

static void work(Batch *b) {
    usleep(DELAY);
    for (int left = b->transfers; left > 0;) {
        int moved = 0;
        left = 0;
        for (int i = 0; i < b->transfers; i++) {
            Transfer *t = &b->transfer[i];
            if (t->done < t->bytes && !waits(b, i)) {
                moved |= move(t);
            }
            left += t->done < t->bytes;
        }
        if (!moved) {
            sched_yield();
        }
    }
    for (int i = 0; i < b->finishes; i++) {
        end(&b->finish[i]);
    }
    free(b);
}

/* A worker for each thread: threads that are ranks must not wait for each other. */
typedef struct {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    Batch *first, **last;
    int pending, started;
} Worker;

static _Thread_local Worker *worker;
static _Thread_local Batch *batch;
static _Thread_local int depth, wrong;

static void *run(void *argument) {
    Worker *w = argument;
    pthread_mutex_lock(&w->lock);
    for (;;) {
        while (w->first == NULL) {
            pthread_cond_wait(&w->changed, &w->lock);
        }
        Batch *b = w->first;
        w->first = b->next;
        if (w->first == NULL) {
            w->last = &w->first;
        }
        pthread_mutex_unlock(&w->lock);
        work(b);
        pthread_mutex_lock(&w->lock);
        w->pending--;
        pthread_cond_broadcast(&w->changed);
    }
    return NULL;
}

static void submit(Batch *b) {
    if (worker == NULL) {
        worker = calloc(1, sizeof *worker);
        pthread_mutex_init(&worker->lock, NULL);
        pthread_cond_init(&worker->changed, NULL);
        worker->last = &worker->first;
        pthread_t thread;
        pthread_create(&thread, NULL, run, worker);
        pthread_detach(thread);
    }
    pthread_mutex_lock(&worker->lock);
    b->next = NULL;
    *worker->last = b;
    worker->last = &b->next;
    worker->pending++;
    pthread_cond_broadcast(&worker->changed);
    pthread_mutex_unlock(&worker->lock);
}

/* The driver. */
int cuCtxSynchronize(void) {
    if (worker != NULL) {
        pthread_mutex_lock(&worker->lock);
        while (worker->pending > 0) {
            pthread_cond_wait(&worker->changed, &worker->lock);
        }
        pthread_mutex_unlock(&worker->lock);
    }
    return SUCCESS;
}

int cuPointerGetAttribute(void *place, int attribute, const void *pointer) {
    static char context;
    if (pointer == NULL || (attribute != 1 && attribute != 9)) {
        return 1;
    }
    if (attribute == 1) {
        *(void **)place = &context;
    } else {
        *(int *)place = 0;
    }
    return SUCCESS;
}

static _Thread_local void *current;

int cuCtxGetCurrent(void **context) {
    *context = current;
    return SUCCESS;
}

int cuCtxSetCurrent(void *context) {
    current = context;
    return SUCCESS;
}

int cuMemcpy(void *to, const void *from, size_t bytes) {
    memcpy(to, from, bytes);
    return SUCCESS;
}

/* The library. */
int ncclGetVersion(int *version) {
    *version = 22703;
    return SUCCESS;
}

const char *ncclGetErrorString(int result) {
    return result == INVALID_ARGUMENT ? "invalid argument" : result == INVALID_USAGE ? "invalid usage" : "system error";
}

int ncclGetUniqueId(ncclUniqueId *id) {
    static _Atomic int number;
    snprintf(id->internal, sizeof id->internal, "/nccl-standin-%d-%d", (int)getpid(), atomic_fetch_add(&number, 1));
    return SUCCESS;
}

int ncclCommInitRank(ncclComm_t *comm, int ranks, ncclUniqueId id, int rank) {
    if (ranks < 1 || rank < 0 || rank >= ranks) {
        return INVALID_ARGUMENT;
    }
    if (current == NULL) {
        return INVALID_USAGE; /* there is no device that it could belong to */
    }
    size_t size = sizeof(Shared) + sizeof(Channel) * ranks * ranks;
    int file = shm_open(id.internal, O_CREAT | O_RDWR, 0600);
    if (file < 0 || ftruncate(file, (off_t)size) != 0) {
        return SYSTEM;
    }
    Shared *shared = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (shared == MAP_FAILED) {
        return SYSTEM;
    }
    atomic_fetch_add(&shared->joined, 1);
    while (atomic_load(&shared->joined) < ranks) {
        sched_yield();
    }
    shm_unlink(id.internal);
    *comm = malloc(sizeof **comm);
    **comm = (struct ncclComm){ranks, rank, size, shared};
    return SUCCESS;
}

int ncclCommDestroy(ncclComm_t comm) {
    cuCtxSynchronize();
    munmap(comm->shared, comm->size);
    free(comm);
    return SUCCESS;
}

int ncclCommCount(ncclComm_t comm, int *ranks) {
    if (comm == NULL) {
        return INVALID_ARGUMENT;
    }
    *ranks = comm->ranks;
    return SUCCESS;
}

int ncclCommUserRank(ncclComm_t comm, int *rank) {
    *rank = comm->rank;
    return SUCCESS;
}

int ncclCommCuDevice(ncclComm_t comm, int *device) {
    (void)comm;
    const char *number = getenv("NCCL_STANDIN_DEVICE");
    *device = number == NULL ? 0 : atoi(number);
    return SUCCESS;
}

int ncclGroupStart(void) {
    if (depth++ == 0) {
        batch = calloc(1, sizeof *batch);
        wrong = 0;
    }
    return SUCCESS;
}

int ncclGroupEnd(void) {
    if (depth == 0) {
        return INVALID_USAGE;
    }
    if (--depth == 0) {
        if (wrong) {
            free(batch);
            return wrong;
        }
        submit(batch);
    }
    return SUCCESS;
}

static void transfer(ncclComm_t comm, int peer, const void *data, size_t bytes, int receives) {
    int from = receives ? peer : comm->rank, to = receives ? comm->rank : peer;
    batch->transfer[batch->transfers++] =
        (Transfer){&comm->shared->channels[from * comm->ranks + to], (char *)data, bytes, 0, receives};
}

static void finish(Finish f) { batch->finish[batch->finishes++] = f; }

static int begin(ncclComm_t comm, int type, int ranks) {
    ncclGroupStart();
    if (comm == NULL || current == NULL || bytes_of(type) == 0 || batch->transfers + 2 * ranks > MOST ||
        batch->finishes == MOST) {
        wrong = INVALID_ARGUMENT;
    }
    return wrong == 0;
}

int ncclSend(const void *in, size_t count, int type, int peer, ncclComm_t comm, void *stream) {
    (void)stream;
    if (begin(comm, type, 1)) {
        if (peer < 0 || peer >= comm->ranks) {
            wrong = INVALID_ARGUMENT;
        } else {
            transfer(comm, peer, in, count * bytes_of(type), 0);
        }
    }
    return ncclGroupEnd();
}

int ncclRecv(void *out, size_t count, int type, int peer, ncclComm_t comm, void *stream) {
    (void)stream;
    if (begin(comm, type, 1)) {
        if (peer < 0 || peer >= comm->ranks) {
            wrong = INVALID_ARGUMENT;
        } else {
            transfer(comm, peer, out, count * bytes_of(type), 1);
        }
    }
    return ncclGroupEnd();
}

/* Everybody sends everybody a part, the one at a step of 'sent' bytes for each rank, and keeps those of all by rank. */
static char *exchange(ncclComm_t comm, const char *in, size_t sent, size_t bytes) {
    char *all = malloc(bytes * comm->ranks + 1);
    for (int r = 0; r < comm->ranks; r++) {
        transfer(comm, r, in + r * sent, bytes, 0);
        transfer(comm, r, all + r * bytes, bytes, 1);
    }
    return all;
}

int ncclAllReduce(const void *in, void *out, size_t count, int type, int op, ncclComm_t comm, void *stream) {
    (void)stream;
    if (begin(comm, type, comm == NULL ? 0 : comm->ranks)) {
        char *all = exchange(comm, in, 0, count * bytes_of(type));
        finish((Finish){REDUCE, type, op, comm->ranks, count, all, out});
    }
    return ncclGroupEnd();
}

int ncclReduceScatter(const void *in, void *out, size_t count, int type, int op, ncclComm_t comm, void *stream) {
    (void)stream;
    if (begin(comm, type, comm == NULL ? 0 : comm->ranks)) {
        char *all = exchange(comm, in, count * bytes_of(type), count * bytes_of(type));
        finish((Finish){REDUCE, type, op, comm->ranks, count, all, out});
    }
    return ncclGroupEnd();
}

int ncclAllGather(const void *in, void *out, size_t count, int type, ncclComm_t comm, void *stream) {
    (void)stream;
    if (begin(comm, type, comm == NULL ? 0 : comm->ranks)) {
        size_t bytes = count * bytes_of(type);
        char *all = exchange(comm, in, 0, bytes);
        finish((Finish){COPY, 0, 0, 0, bytes * comm->ranks, all, out});
    }
    return ncclGroupEnd();
}

int ncclBroadcast(const void *in, void *out, size_t count, int type, int root, ncclComm_t comm, void *stream) {
    (void)stream;
    if (begin(comm, type, comm == NULL ? 0 : comm->ranks)) {
        size_t bytes = count * bytes_of(type);
        char *received = malloc(bytes + 1);
        for (int r = 0; comm->rank == root && r < comm->ranks; r++) {
            transfer(comm, r, in, bytes, 0);
        }
        transfer(comm, root, received, bytes, 1);
        finish((Finish){COPY, 0, 0, 0, bytes, received, out});
    }
    return ncclGroupEnd();
}
