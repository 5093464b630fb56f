/*
 * What kernels made by chance are written with. With THREADS they are plain C, every thread of a block is one of the
 * system's, and what waits does so by its means: slow, and made of nothing that the library has.
 */
#ifdef THREADS
#include <pthread.h>
#include <stdint.h>

#define OFFLOAD_KERNEL
#define OFFLOAD_SHARED

enum { WARP = 32, MOST = 256 };

typedef struct {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int alive, waiting;
    unsigned round;
} Meeting;

static Meeting of_block, of_warp[MOST / WARP];
static int sizes[3], here, blocks, exists[MOST];
static int64_t given[MOST];
static _Thread_local int ids[3], number;

static void release(Meeting *m) {
    if (m->waiting > 0 && m->waiting >= m->alive) {
        m->waiting = 0;
        m->round++;
        pthread_cond_broadcast(&m->changed);
    }
}

static void wait_for(Meeting *m) {
    pthread_mutex_lock(&m->lock);
    unsigned round = m->round;
    m->waiting++;
    release(m);
    while (round == m->round) {
        pthread_cond_wait(&m->changed, &m->lock);
    }
    pthread_mutex_unlock(&m->lock);
}

static void leave(Meeting *m) {
    pthread_mutex_lock(&m->lock);
    m->alive--;
    release(m);
    pthread_mutex_unlock(&m->lock);
}

static int32_t offload_thread_id(int d) { return ids[d]; }
static int32_t offload_block_id(int d) { return d == 0 ? here : 0; }
static int32_t offload_block_size(int d) { return sizes[d]; }
static int32_t offload_grid_size(int d) { return d == 0 ? blocks : 1; }
static void offload_barrier(void) { wait_for(&of_block); }
static void offload_warp_barrier(void) { wait_for(&of_warp[number / WARP]); }
static int32_t offload_lane_id(void) { return number % WARP; }

static int64_t exchange(int64_t value, int64_t lane) {
    given[number] = value;
    offload_warp_barrier();
    int64_t from = number - number % WARP + lane;
    int64_t got = lane >= 0 && lane < WARP && from < MOST && exists[from] ? given[from] : value;
    offload_warp_barrier();
    return got;
}

static int32_t offload_shuffle_i32(int32_t v, int32_t lane) { return (int32_t)exchange(v, lane); }
static int32_t offload_shuffle_up_i32(int32_t v, int32_t n) { return (int32_t)exchange(v, offload_lane_id() - (int64_t)(uint32_t)n); }
static int32_t offload_shuffle_down_i32(int32_t v, int32_t n) { return (int32_t)exchange(v, offload_lane_id() + (int64_t)(uint32_t)n); }
static int32_t offload_shuffle_xor_i32(int32_t v, int32_t n) { return (int32_t)exchange(v, offload_lane_id() ^ (int64_t)(uint32_t)n); }

static int64_t offload_ballot(_Bool holds) {
    given[number] = holds;
    offload_warp_barrier();
    int64_t all = 0;
    for (int lane = 0; lane < WARP; lane++) {
        int from = number - number % WARP + lane;
        all |= from < MOST && exists[from] ? given[from] << lane : 0;
    }
    offload_warp_barrier();
    return all;
}

static _Bool offload_any(_Bool holds) { return offload_ballot(holds) != 0; }
static _Bool offload_all(_Bool holds) { return offload_ballot(!holds) == 0; }

typedef void Kernel(unsigned *g, const unsigned *u, int n);
static Kernel *kernel;
static unsigned *argument_g;
static const unsigned *argument_u;
static int argument_n;

static void *thread(void *own) {
    number = (int)(intptr_t)own;
    ids[0] = number % sizes[0];
    ids[1] = number / sizes[0] % sizes[1];
    ids[2] = number / sizes[0] / sizes[1];
    kernel(argument_g, argument_u, argument_n);
    exists[number] = 0;
    leave(&of_warp[number / WARP]);
    leave(&of_block);
    return 0;
}

static void start(Meeting *m, int threads) {
    pthread_mutex_init(&m->lock, 0);
    pthread_cond_init(&m->changed, 0);
    m->alive = threads;
    m->waiting = 0;
}

static void launch(Kernel *k, int grid, int x, int y, int z, unsigned *g, const unsigned *u, int n) {
    int count = x * y * z;
    pthread_t all[MOST];
    kernel = k;
    argument_g = g, argument_u = u, argument_n = n;
    sizes[0] = x, sizes[1] = y, sizes[2] = z, blocks = grid;
    for (here = 0; here < grid; here++) {
        start(&of_block, count);
        for (int i = 0; i < MOST; i++) {
            exists[i] = i < count;
        }
        for (int w = 0; w * WARP < count; w++) {
            start(&of_warp[w], count - w * WARP < WARP ? count - w * WARP : WARP);
        }
        for (int i = 0; i < count; i++) {
            pthread_create(&all[i], 0, thread, (void *)(intptr_t)i);
        }
        for (int i = 0; i < count; i++) {
            pthread_join(all[i], 0);
        }
    }
}
#else
#include "offload.h"
#endif
