/* Pointers kept in memory. */
#include "corpus.h"

SHAPE(table) {
    word *t[2] = {a, b};
    t[1][3] += 1;
    t[0][4] += t[1][3];
}

SHAPE(table_computed) {
    word *t[2] = {a, b};
    for (long i = 0; i < n; i++) {
        t[i & 1][i] += 1;
    }
}

SHAPE(table_by_data) {
    word *t[3] = {a, b, a};
    t[a[1] % 3][1] += 6;
}

SHAPE(table_filled_in_loop) {
    word *t[N];
    for (long i = 0; i < n; i++) {
        t[i] = i % 3 ? a + i : b + i;
    }
    for (long i = n - 1; i >= 0; i--) {
        *t[i] += 2;
    }
}

SHAPE(table_copied) {
    word *t[2] = {a, b};
    word *u[2];
    __builtin_memcpy(u, t, sizeof t);
    u[0][1] += 1;
    u[1][2] += 2;
}

SHAPE(table_moved) {
    word *t[4] = {a, b, a + 1, b + 1};
    __builtin_memmove(t, t + 1, 3 * sizeof *t);
    *t[0] += 1;
    *t[2] += 2;
}

SHAPE(table_cleared) {
    word *t[4];
    __builtin_memset(t, 0, sizeof t);
    t[n & 3] = a;
    t[(n + 2) & 3] = b;
    for (int i = 0; i < 4; i++) {
        if (t[i]) {
            t[i][i] += 9;
        }
    }
}

SHAPE(slot_assigned_again) {
    word *p = a;
    for (long i = 0; i < n; i++) {
        *p += 1;
        p = i == 7 ? b : p + (i < 7);
    }
}

SHAPE(slot_of_the_last_round) {
    word *last = NULL;
    for (long i = 0; i < n; i++) {
        word *now = i & 2 ? a + i : b + i;
        if (last) {
            *last += *now;
        }
        last = now;
    }
}

static NOINLINE void through(word **slot) {
    **slot += 1;
    ++*slot;
}

SHAPE(slot_given_away) {
    word *p = a;
    through(&p);
    through(&p);
    *p += b[0];
}

static NOINLINE void choose(word **slot, word *x, word *y, long which) {
    *slot = which & 1 ? x : y;
}

SHAPE(slot_set_by_callee) {
    word *p = NULL;
    choose(&p, a, b, n);
    p[1] += 1;
    choose(&p, a, b, n + 1);
    p[2] += 2;
}

static NOINLINE word **entry(word **t, long i) {
    return t + (i & 1);
}

SHAPE(slot_returned) {
    word *t[2] = {a, b};
    for (long i = 0; i < n; i++) {
        **entry(t, i) += 1;
        *entry(t, i) += 1;
    }
}

SHAPE(table_of_tables) {
    word *s[2] = {a, b};
    word *t[2] = {b + 1, a + 1};
    word **u[2] = {s, t};
    for (long i = 0; i < 4; i++) {
        u[i & 1][i >> 1][i] += 3;
    }
}

SHAPE(slot_through_integer) {
    word *p = a;
    uintptr_t number;
    __builtin_memcpy(&number, &p, sizeof number);
    *(word *)number += b[3];
    number += sizeof(word);
    __builtin_memcpy(&p, &number, sizeof p);
    *p += b[4];
}

SHAPE(slot_copied_by_bytes) {
    word *p = a;
    word *q = b;
    for (unsigned i = 0; i < sizeof p; i++) {
        ((unsigned char *)&q)[i] = ((unsigned char *)&p)[i];
    }
    *q += b[5];
}

SHAPE(slots_swapped_by_bytes) {
    word *t[2] = {a, b};
    unsigned char *p = (unsigned char *)t;
    for (unsigned i = 0; i < sizeof(word *); i++) {
        unsigned char kept = p[i];
        p[i] = p[i + sizeof(word *)];
        p[i + sizeof(word *)] = kept;
    }
    t[0][6] += 1;
    t[1][7] += 2;
}

SHAPE(stack_of_pointers) {
    word *stack[N];
    int top = 0;
    for (long i = 0; i < n; i++) {
        if (a[i] % 3 != 0) {
            stack[top++] = a + i;
        } else {
            stack[top++] = b + i;
        }
        if (i % 4 == 3) {
            *stack[--top] += 5;
        }
    }
    while (top > 0) {
        *stack[--top] += 1;
    }
}

SHAPE(ring_of_pointers) {
    word *ring[4] = {a, b, a + 2, b + 2};
    unsigned head = 0;
    for (long i = 0; i < n; i++) {
        word *p = ring[head & 3];
        *p += 1;
        ring[(head + 3) & 3] = p + (i < 4);
        head++;
    }
}

SHAPE(slot_with_offset) {
    struct {
        char pad[8];
        word *p;
    } s[2] = {{{0}, a}, {{0}, b}};
    char *raw = (char *)s;
    for (long i = 0; i < 2; i++) {
        word *p = *(word **)(raw + i * (long)sizeof s[0] + 8);
        p[i] += 7;
    }
}

HOST_SHAPE(slots_of_the_stack) {
    word **t = __builtin_alloca((unsigned long)n * sizeof *t);
    for (long i = 0; i < n; i++) {
        t[i] = (i ^ n) & 1 ? b : a;
    }
    t[n / 2][3] += 1;
    t[n / 2 + 1][4] += 2;
}
