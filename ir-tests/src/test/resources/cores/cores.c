/* Launches kernels on the host in the ways that its first argument says, and prints what they did. */
#include "offload.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { THREADS = 32, LARGE = 64, HEAVY = 20000 };

typedef struct {
    unsigned long stack[LARGE];
    double sum;
    int running, most, blocks;
} Report;

/* Every thread computes a number, every block says on which stack it runs, and how many others run at that moment. The report
 * is the host's own, whose memory this device has. */
OFFLOAD_KERNEL void compute(int rounds, double *x, unsigned long address) {
    Report *report = (Report *)address;
    int block = offload_block_id(0), i = block * offload_block_size(0) + offload_thread_id(0);
    volatile char here = 0;
    if (offload_thread_id(0) == 0) {
        int now = __atomic_add_fetch(&report->running, 1, __ATOMIC_SEQ_CST);
        int most = __atomic_load_n(&report->most, __ATOMIC_SEQ_CST);
        while (most < now &&
               !__atomic_compare_exchange_n(&report->most, &most, now, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
        }
        report->stack[block] = (unsigned long)&here;
    }
    double v = i;
    for (int r = 0; r < rounds; r++) {
        v = v * 0.5 + 1;
    }
    x[i] = v;
    if (offload_thread_id(0) == offload_block_size(0) - 1) {
        __atomic_sub_fetch(&report->running, 1, __ATOMIC_SEQ_CST);
        __atomic_add_fetch(&report->blocks, 1, __ATOMIC_SEQ_CST);
    }
}

/* The order of the blocks shows in the last digits. */
OFFLOAD_KERNEL void sum(const double *x, double *total) {
    int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    double old, new;
    __atomic_load(total, &old, __ATOMIC_RELAXED);
    do {
        new = old + x[i] / 3;
    } while (!__atomic_compare_exchange(total, &old, &new, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED));
}

/* How long it takes is in memory, and no argument says so. */
OFFLOAD_KERNEL void told(unsigned long address) {
    Report *report = (Report *)address;
    volatile char here = 0;
    double v = 1;
    for (int r = 0; r < report->most; r++) {
        v = v * 0.5 + 1;
    }
    if (v > 1) {
        report->stack[offload_block_id(0)] = (unsigned long)&here;
    }
}

static int order(const void *a, const void *b) {
    unsigned long x = *(const unsigned long *)a, y = *(const unsigned long *)b;
    return (x > y) - (x < y);
}

/* Stacks are far apart, and a kernel's slots on one are not. */
static int stacks(const Report *report, int blocks) {
    unsigned long sorted[LARGE];
    memcpy(sorted, report->stack, sizeof sorted);
    qsort(sorted, blocks, sizeof *sorted, order);
    int count = 1;
    for (int i = 1; i < blocks; i++) {
        count += sorted[i] - sorted[i - 1] > 1 << 17;
    }
    return count;
}

static int wrong(const double *x, int rounds, int count) {
    int wrong = 0;
    for (int i = 0; i < count; i++) {
        double v = i;
        for (int r = 0; r < rounds; r++) {
            v = v * 0.5 + 1;
        }
        wrong += x[i] != v;
    }
    return wrong;
}

/* Returns how many threads took part, or less than 1 when something is wrong. */
static int launch(Report *report, int blocks, int rounds) {
    volatile unsigned long address = (unsigned long)report; /* which the checks of marks cannot follow */
    double x[LARGE * THREADS];
    memset(x, 0, sizeof x);
    offload_kernel(-1);
    offload_grid(blocks, 1, 1);
    offload_block(THREADS, 1, 1);
    offload_map_pointer(x, sizeof x, OFFLOAD_TOFROM);
    compute(rounds, x, address);
    return report->blocks == blocks && wrong(x, rounds, blocks * THREADS) == 0 ? stacks(report, blocks) : -1;
}

static int threads(int blocks, int rounds) {
    Report report = {0};
    return launch(&report, blocks, rounds);
}

/* Returns how many threads took part in a launch at most of many short ones, or less than 1 when one was wrong. */
static int series(void) {
    int most = 0;
    for (int i = 0; i < 5000; i++) {
        int count = threads(LARGE, 10);
        if (count < 1) {
            return count;
        }
        most = most < count ? count : most;
    }
    return most;
}

static void *many(void *wrong) {
    for (int i = 0; i < 125; i++) {
        if (threads(1 + i % LARGE, 50) < 1) {
            __atomic_add_fetch((int *)wrong, 1, __ATOMIC_SEQ_CST);
        }
    }
    return 0;
}

static Report shared;

/* The threads of the launches share a report, to be counted together. */
static void *together(void *start) {
    volatile unsigned long address = (unsigned long)&shared;
    double x[LARGE * THREADS];
    pthread_barrier_wait(start);
    for (int i = 0; i < 10; i++) {
        offload_kernel(-1);
        offload_grid(LARGE, 1, 1);
        offload_block(THREADS, 1, 1);
        offload_map_pointer(x, sizeof x, OFFLOAD_FROM);
        compute(HEAVY / 10, x, address);
    }
    return 0;
}

static void in_region(int *thread, int *bound, int *seen) {
    (void)thread, (void)bound;
    int count = threads(LARGE, HEAVY / 10);
    __atomic_add_fetch(&seen[count == 1], 1, __ATOMIC_SEQ_CST);
}

static int check_many(void) {
    pthread_t thread[8];
    int wrong = 0;
    for (int i = 0; i < 8; i++) {
        pthread_create(&thread[i], 0, many, &wrong);
    }
    for (int i = 0; i < 8; i++) {
        pthread_join(thread[i], 0);
    }
    return wrong;
}

static int check_together(int count) {
    pthread_t thread[8];
    pthread_barrier_t start;
    pthread_barrier_init(&start, 0, count);
    for (int i = 0; i < count; i++) {
        pthread_create(&thread[i], 0, together, &start);
    }
    for (int i = 0; i < count; i++) {
        pthread_join(thread[i], 0);
    }
    return shared.most;
}

/* Returns how many threads take part in a launch like others before it, which were short. */
static int short_then_long(void) {
    static Report report;
    volatile unsigned long address = (unsigned long)&report;
    for (int i = 0; i < 60; i++) {
        report.most = i < 20 ? 0 : 5 * HEAVY;
        offload_kernel(-1);
        offload_grid(LARGE, 1, 1);
        offload_block(1, 1, 1);
        told(address);
    }
    return stacks(&report, LARGE);
}

static double check_sum(void) {
    static double x[LARGE * THREADS];
    double total = 0;
    for (int i = 0; i < LARGE * THREADS; i++) {
        x[i] = 1.0 / (1 + i * 7 % 1000);
    }
    for (int round = 0; round < 50; round++) {
        offload_kernel(-1);
        offload_grid(LARGE, 1, 1);
        offload_block(THREADS, 1, 1);
        offload_map_pointer(x, sizeof x, OFFLOAD_TO);
        offload_map_pointer(&total, sizeof total, OFFLOAD_TOFROM);
        sum(x, &total);
    }
    return total;
}

int main(int count, char **arguments) {
    const char *how = count > 1 ? arguments[1] : "";
    if (!strcmp(how, "threads")) {
        printf("%d\n", threads(LARGE, HEAVY));
    } else if (!strcmp(how, "short")) {
        printf("%d\n", threads(8, 1));
    } else if (!strcmp(how, "series")) {
        printf("%d\n", series());
    } else if (!strcmp(how, "longer")) {
        printf("%d\n", short_then_long());
    } else if (!strcmp(how, "many")) {
        printf("%d wrong\n", check_many());
    } else if (!strcmp(how, "together")) {
        printf("%d\n", check_together(atoi(arguments[2])));
    } else if (!strcmp(how, "sum")) {
        printf("%a\n", check_sum());
    } else if (!strcmp(how, "fork")) {
        int before = threads(LARGE, HEAVY);
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            _exit(threads(LARGE, HEAVY));
        }
        int status;
        waitpid(child, &status, 0);
        printf("%s %d %s\n", before > 1 ? "several" : "one", WIFEXITED(status) ? WEXITSTATUS(status) : -1,
               threads(LARGE, HEAVY) > 1 ? "several" : "one");
    } else if (!strcmp(how, "nested")) {
        void (*region)(void *, int, void *, ...) = dlsym(RTLD_DEFAULT, "__kmpc_fork_call");
        static struct {
            int reserved, flags, more, length;
            const char *place;
        } location = {0, 2, 0, 22, ";unknown;unknown;0;0;;"};
        int seen[2] = {0};
        region(&location, 1, in_region, seen);
        printf("%d alone, %d others\n", seen[1], seen[0]);
    } else if (!strcmp(how, "exit")) {
        pthread_t thread;
        pthread_create(&thread, 0, many, &count);
        threads(LARGE, HEAVY);
        puts("bye");
        exit(7);
    }
    return 0;
}
