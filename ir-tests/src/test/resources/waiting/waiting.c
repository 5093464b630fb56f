/* Kernels whose threads wait for each other, and a program that says whether they computed what they should. */
#include "offload.h"
#include <stdio.h>

enum { SIZE = 48, BLOCKS = 3, ALL = SIZE * BLOCKS };

static OFFLOAD_SHARED int turned[SIZE];
extern OFFLOAD_SHARED int sums[];

static int from_behind(int t) {
    int value = turned[SIZE - 1 - t];
    offload_barrier();
    return value;
}

/* Turns each block round, then adds up by halves; the loop is one that all threads go through alike. */
OFFLOAD_KERNEL void turn(int *x) {
    int t = offload_thread_id(0), i = offload_block_id(0) * SIZE + t;
    turned[t] = x[i];
    offload_barrier();
    x[i] = from_behind(t);
    sums[t] = x[i];
    offload_barrier();
    for (int size = SIZE; size > 1; size = (size + 1) / 2) {
        int half = (size + 1) / 2;
        if (t + half < size) {
            sums[t] += sums[t + half];
        }
        offload_barrier();
    }
    if (t == 0) {
        x[i] += sums[0];
    }
}

/* Threads that have returned are waited for no more. */
OFFLOAD_KERNEL void some(int *x, int n) {
    int t = offload_thread_id(0);
    if (t >= n) {
        return;
    }
    turned[t] = x[t];
    offload_barrier();
    x[t] = turned[n - 1 - t];
}

typedef struct {
    int steps[8];
    double scale;
} Plan;

/* Each thread changes a copy of its own. */
OFFLOAD_KERNEL void follow(int *x, Plan plan) {
    int t = offload_thread_id(0);
    plan.steps[t % 8] += t;
    turned[t] = plan.steps[(t + 1) % 8] * (int)plan.scale;
    offload_barrier();
    x[t] = turned[SIZE - 1 - t] + 1000 * plan.steps[t % 8];
}

/* Half of them waits for the other half, which waits elsewhere. */
OFFLOAD_KERNEL void apart(int *x) {
    if (offload_thread_id(0) % 2) {
        offload_barrier();
        x[0] = 1;
    } else {
        offload_barrier();
        x[1] = 1;
    }
}

static void launch_turn(int *x, int shared) {
    offload_kernel(-1);
    offload_grid(BLOCKS, 1, 1);
    offload_block(SIZE, 1, 1);
    offload_shared(shared);
    offload_map_pointer(x, ALL * sizeof *x, OFFLOAD_TOFROM);
    turn(x);
}

static void launch_some(int *x, int n) {
    offload_kernel(-1);
    offload_grid(1, 1, 1);
    offload_block(SIZE, 1, 1);
    offload_map_pointer(x, SIZE * sizeof *x, OFFLOAD_TOFROM);
    some(x, n);
}

static void launch_follow(int *x, Plan plan) {
    offload_kernel(-1);
    offload_grid(1, 1, 1);
    offload_block(SIZE, 1, 1);
    offload_map_pointer(x, SIZE * sizeof *x, OFFLOAD_TOFROM);
    follow(x, plan);
}

static void launch_apart(int *x) {
    offload_kernel(-1);
    offload_grid(1, 1, 1);
    offload_block(SIZE, 1, 1);
    offload_map_pointer(x, SIZE * sizeof *x, OFFLOAD_TOFROM);
    apart(x);
}

int right(void) {
    int x[ALL], wrong = 0;
    for (int i = 0; i < ALL; i++) {
        x[i] = i * i;
    }
    launch_turn(x, SIZE * sizeof *x);
    for (int block = 0; block < ALL; block += SIZE) {
        int sum = 0;
        for (int i = block; i < block + SIZE; i++) {
            sum += i * i;
        }
        x[block] -= sum;
        for (int i = 0; i < SIZE; i++) {
            int from = block + SIZE - 1 - i;
            wrong += x[block + i] != from * from;
        }
    }
    for (int i = 0; i < SIZE; i++) {
        x[i] = i;
    }
    launch_some(x, 40);
    for (int i = 0; i < SIZE; i++) {
        wrong += x[i] != (i < 40 ? 39 - i : i);
    }
    Plan plan = {{1, 2, 3, 4, 5, 6, 7, 8}, 3};
    launch_follow(x, plan);
    for (int i = 0; i < SIZE; i++) {
        wrong += x[i] != 3 * plan.steps[(SIZE - i) % 8] + 1000 * (plan.steps[i % 8] + i);
    }
    printf("%d wrong\n", wrong);
    return wrong;
}

int without_memory(void) {
    int x[ALL] = {0};
    volatile int none = 0; // what a check does not know
    launch_turn(x, none);
    return 0;
}

int waiting_for_ever(void) {
    int x[SIZE] = {0};
    launch_apart(x);
    return 0;
}
