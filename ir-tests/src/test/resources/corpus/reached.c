/* Hosts that keep an address where it is hard to follow, and use it between two sites. */
#include "sites.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>

static uintptr_t masked;

static NOINLINE void add_masked(void) {
    word *at = (word *)(masked ^ 0x5a5a5a5a);
    at[1] += 100;
}

CASE(address_under_a_mask) {
    masked = (uintptr_t)x ^ 0x5a5a5a5a;
    LAUNCH(k_bump, x, y);
    add_masked();
    LAUNCH(k_bump, x, y);
    return x[1];
}

CASE(address_copied_by_bytes) {
    unsigned char bytes[sizeof(word *)];
    const unsigned char *from = (const unsigned char *)&x;
    for (unsigned i = 0; i < sizeof(word *); i++) {
        bytes[sizeof(word *) - 1 - i] = from[i];
    }
    LAUNCH(k_bump, x, y);
    word *at;
    for (unsigned i = 0; i < sizeof(word *); i++) {
        ((unsigned char *)&at)[i] = bytes[sizeof(word *) - 1 - i];
    }
    at[2] += 100;
    LAUNCH(k_bump, x, y);
    return x[2];
}

CASE(address_as_text) {
    char text[32];
    void *at = NULL;
    snprintf(text, sizeof text, "%p", (void *)x);
    LAUNCH(k_bump, x, y);
    if (sscanf(text, "%p", &at) == 1) {
        ((word *)at)[3] += 100;
    }
    LAUNCH(k_bump, x, y);
    return x[3];
}

static _Thread_local word *of_this_thread;

static NOINLINE void add_of_this_thread(void) {
    of_this_thread[4] += 100;
}

CASE(address_of_this_thread) {
    of_this_thread = x;
    LAUNCH(k_bump, x, y);
    add_of_this_thread();
    LAUNCH(k_bump, x, y);
    return x[4];
}

/* The first call keeps what the second uses. */
static NOINLINE word cached(word *at) {
    static word *kept;
    if (at) {
        kept = at;
    }
    return kept[5] += 100;
}

CASE(address_kept_by_a_callee) {
    word sum = cached(x);
    LAUNCH(k_bump, x, y);
    sum += cached(NULL);
    LAUNCH(k_bump, x, y);
    return sum;
}

static word *volatile signalled;

static void handle(int number) {
    signalled[6] += (word)number;
}

CASE(address_in_a_signal_handler) {
    signalled = x;
    void (*before)(int) = signal(SIGUSR2, handle);
    LAUNCH(k_bump, x, y);
    raise(SIGUSR2);
    LAUNCH(k_bump, x, y);
    signal(SIGUSR2, before);
    return x[6];
}

static void *work(void *argument) {
    ((word *)argument)[7] += 100;
    return argument;
}

CASE(address_in_another_thread) {
    pthread_t thread;
    LAUNCH(k_bump, x, y);
    if (pthread_create(&thread, NULL, work, x) == 0) {
        pthread_join(thread, NULL);
    }
    LAUNCH(k_bump, x, y);
    return x[7];
}

CASE(address_in_assembly) {
    word *at = x + 8;
    LAUNCH(k_bump, x, y);
    __asm__("addl $100, %0" : "+m"(*at));
    LAUNCH(k_bump, x, y);
    __asm__ volatile("addl $100, (%0)" : : "r"(at) : "memory", "cc");
    LAUNCH(k_bump, x, y);
    return x[8];
}

struct strided {
    word *at;
    long step, length;
};

static NOINLINE struct strided every(word *at, long step, long length) {
    struct strided view = {at, step, length};
    return view;
}

static NOINLINE word add_each(struct strided view) {
    word sum = 0;
    for (long i = 0; i < view.length; i += view.step) {
        sum += view.at[i] += 100;
    }
    return sum;
}

CASE(address_in_a_structure_by_value) {
    struct strided view = every(x, 3, n);
    LAUNCH(k_bump, x, y);
    word sum = add_each(view);
    LAUNCH(k_bump, x, y);
    return sum + add_each(view);
}

static jmp_buf place;

static NOINLINE void leave(word *at) {
    if (at[9] > 0) {
        longjmp(place, 1);
    }
}

CASE(left_by_a_jump) {
    volatile int rounds = 0;
    if (setjmp(place) && ++rounds > 2) {
        return x[9];
    }
    x[9] += 100;
    LAUNCH(k_bump, x, y);
    leave(z);
    LAUNCH(k_mix, x, y);
    return 0;
}

CASE(address_found_by_the_library) {
    LAUNCH(k_bump, x, y);
    word *at = memchr(x, (int)(x[0] & 0xff), N * sizeof *x);
    if (at) {
        *(unsigned char *)at += 1;
    }
    LAUNCH(k_bump, x, y);
    return x[0];
}

CASE(chosen_by_what_the_device_wrote) {
    word *both[2] = {x, y};
    for (int i = 0; i < 4; i++) {
        LAUNCH(k_mix, x, y);
        word *at = both[both[i & 1][0] & 1];
        at[10] += 100;
    }
    return x[10] + y[10];
}
