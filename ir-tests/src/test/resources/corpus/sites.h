/* Programs around the corpus's functions: each case prints all memory after each of its parts. */
#ifndef SITES_H
#define SITES_H

#include "corpus.h"
#include "offload.h"

#include <stdio.h>
#include <stdlib.h>

void k_bump(word *a, word *b, long n);
void k_mix(word *a, word *b, long n);

#define MAPPED(x, y, function)                                                                                         \
    offload_map(0, N * sizeof(word), OFFLOAD_TO | OFFLOAD_FROM);                                                       \
    offload_map(1, N * sizeof(word), OFFLOAD_TO | OFFLOAD_FROM);                                                       \
    function(x, y, N)

#define LAUNCH(function, x, y)                                                                                         \
    do {                                                                                                               \
        offload_kernel(-1);                                                                                            \
        offload_grid(1, 1, 1);                                                                                         \
        offload_block(1, 1, 1);                                                                                        \
        MAPPED(x, y, function);                                                                                        \
    } while (0)

#define CALL(function, x, y)                                                                                           \
    do {                                                                                                               \
        offload_host(-1);                                                                                              \
        MAPPED(x, y, function);                                                                                        \
    } while (0)

/* An array that is nobody else's. */
#define ONLY(x) word x[restrict static N]

static void start(word *x, word *y) {
    for (word i = 0; i < N; i++) {
        x[i] = 3 * i + 1;
        y[i] = 7 * i + 2;
    }
}

static NOINLINE void show(const char *part, const word *x, const word *y) {
    printf("%s:", part);
    for (int i = 0; i < N; i++) {
        printf(" %u", x[i]);
    }
    printf(" |");
    for (int i = 0; i < N; i++) {
        printf(" %u", y[i]);
    }
    printf("\n");
    fflush(NULL);
}

/* Sites of one function: in a row, between others, in a loop with the host at it now and then, on the stack. */
#define SITES(site, name, function)                                                                                    \
    NOINLINE void twice_##name(ONLY(x), ONLY(y)) {                                                                     \
        site(function, x, y);                                                                                          \
        site(function, x, y);                                                                                          \
    }                                                                                                                  \
    NOINLINE void between_##name(ONLY(x), ONLY(y)) {                                                                   \
        LAUNCH(k_mix, x, y);                                                                                           \
        site(function, x, y);                                                                                          \
        LAUNCH(k_bump, x, y);                                                                                          \
        site(function, y, x);                                                                                          \
        LAUNCH(k_mix, x, y);                                                                                           \
    }                                                                                                                  \
    NOINLINE void loop_##name(ONLY(x), ONLY(y)) {                                                                      \
        for (int i = 0; i < 3; i++) {                                                                                  \
            site(function, x, y);                                                                                      \
            if (i == 1) {                                                                                              \
                x[3] += y[5];                                                                                          \
            }                                                                                                          \
        }                                                                                                              \
    }                                                                                                                  \
    void case_##name(void) {                                                                                           \
        word x[N];                                                                                                     \
        word y[N];                                                                                                     \
        start(x, y);                                                                                                   \
        twice_##name(x, y);                                                                                            \
        show("twice", x, y);                                                                                           \
        between_##name(x, y);                                                                                          \
        show("between", x, y);                                                                                         \
        loop_##name(x, y);                                                                                             \
        show("loop", x, y);                                                                                            \
        site(function, x, y);                                                                                          \
        site(function, x, y);                                                                                          \
        show("stack", x, y);                                                                                           \
    }

/* The function as host code between launches, as a call and in line; and on one more kind of memory. */
#define AROUND(name, memory)                                                                                           \
    static NOINLINE void s_##name(word *a, word *b, long n) { i_##name(a, b, n); }                                     \
    NOINLINE void only_##name(ONLY(x), ONLY(y)) {                                                                      \
        LAUNCH(k_bump, x, y);                                                                                          \
        s_##name(x, y, N);                                                                                             \
        LAUNCH(k_bump, x, y);                                                                                          \
        i_##name(x, y, N);                                                                                             \
        LAUNCH(k_mix, x, y);                                                                                           \
    }                                                                                                                  \
    NOINLINE void looped_##name(ONLY(x), ONLY(y)) {                                                                    \
        for (int i = 0; i < 3; i++) {                                                                                  \
            LAUNCH(k_bump, x, y);                                                                                      \
            if (i == 1) {                                                                                              \
                s_##name(x, y, N);                                                                                     \
            }                                                                                                          \
            LAUNCH(k_mix, x, y);                                                                                       \
        }                                                                                                              \
    }                                                                                                                  \
    memory(name) void case_##name(void) {                                                                              \
        word x[N];                                                                                                     \
        word y[N];                                                                                                     \
        start(x, y);                                                                                                   \
        only_##name(x, y);                                                                                             \
        show("only", x, y);                                                                                            \
        looped_##name(x, y);                                                                                           \
        show("looped", x, y);                                                                                          \
        more_##name();                                                                                                 \
    }

#define BETWEEN(name, x, y)                                                                                            \
    LAUNCH(k_bump, x, y);                                                                                              \
    i_##name(x, y, N);                                                                                                 \
    LAUNCH(k_bump, x, y);                                                                                              \
    s_##name(x, y, N);                                                                                                 \
    LAUNCH(k_mix, x, y)

#define STACK(name)                                                                                                    \
    static NOINLINE void more_##name(void) {                                                                           \
        word x[N];                                                                                                     \
        word y[N];                                                                                                     \
        start(x, y);                                                                                                   \
        BETWEEN(name, x, y);                                                                                           \
        show("stack", x, y);                                                                                           \
    }

#define GLOBALS(name)                                                                                                  \
    static word xs_##name[N];                                                                                          \
    static word ys_##name[N];                                                                                          \
    static NOINLINE void more_##name(void) {                                                                           \
        start(xs_##name, ys_##name);                                                                                   \
        BETWEEN(name, xs_##name, ys_##name);                                                                           \
        show("global", xs_##name, ys_##name);                                                                          \
    }

#define HEAP(name)                                                                                                     \
    static NOINLINE void more_##name(void) {                                                                           \
        word *x = malloc(N * sizeof *x);                                                                               \
        word *y = malloc(N * sizeof *y);                                                                               \
        if (x && y) {                                                                                                  \
            start(x, y);                                                                                               \
            BETWEEN(name, x, y);                                                                                       \
            show("heap", x, y);                                                                                        \
        }                                                                                                              \
        free(x);                                                                                                       \
        free(y);                                                                                                       \
    }

#endif
