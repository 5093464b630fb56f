/*
 * What programs made by chance are made of. Every pointer that they keep points to one of the first eight elements of an
 * array of sixteen, so that nine elements can be had from it.
 */
#ifndef RANDOM_H
#define RANDOM_H

#include "corpus.h"

struct view {
    word *at;
    word k;
};

struct wide {
    struct view first;
    struct view second;
    word *more;
};

union slot {
    word *pointer;
    uintptr_t number;
    unsigned char bytes[sizeof(word *)];
};

struct node {
    struct node *next;
    word *data;
};

static NOINLINE word *same(word *p) {
    return p;
}

static NOINLINE word *one_of(word *p, word *q, word which) {
    return which & 1 ? p : q;
}

static NOINLINE word *larger(word *p, word *q) {
    return *p > *q ? p : q;
}

static NOINLINE void through(word **slot, word k) {
    **slot += k;
}

static NOINLINE void turn_to(word **slot, word *p) {
    *slot = p;
}

static NOINLINE word **entry(word **table, word i) {
    return table + (i & 3);
}

static NOINLINE word behind(const word *end) {
    return end[-1];
}

static NOINLINE void set_behind(word *end, word k) {
    end[-1] += k;
}

static NOINLINE void set_all(word count, ...) {
    va_list list;
    va_start(list, count);
    for (word i = 0; i < count; i++) {
        *va_arg(list, word *) += i + 1;
    }
    va_end(list);
}

static NOINLINE word listed(word count, va_list list) {
    word sum = 0;
    while (count-- > 0) {
        sum += *va_arg(list, word *);
    }
    return sum;
}

static NOINLINE word sum_of(word count, ...) {
    va_list list;
    va_start(list, count);
    word sum = listed(count, list);
    va_end(list);
    return sum;
}

__attribute__((weak)) NOINLINE void weak_add(word *p, word k) {
    *p += k;
}

__attribute__((weak)) NOINLINE word *weak_same(word *p) {
    return p;
}

static NOINLINE void over_weak(word *p, word k) {
    weak_add(weak_same(p) + 1, k);
}

static NOINLINE void add_view(struct view v) {
    v.at[v.k & 7] += 1;
}

static NOINLINE struct view turned(struct view v, word *p) {
    struct view r = {p, v.k + 1};
    return r;
}

static NOINLINE void add_wide(struct wide w) {
    w.first.at[1] += w.second.at[w.first.k & 7];
    w.more[2] += 1;
}

static NOINLINE void add_one(word *p) {
    p[0] += 1;
}

static NOINLINE void add_two(word *p) {
    p[1] += 2;
}

static void (*const adders[4])(word *) = {add_one, add_two, add_two, add_one};

static NOINLINE void apply(void (*f)(word *), word *p) {
    f(p);
}

static NOINLINE word total(const word *p, long n) {
    word sum = 0;
    while (n-- > 0) {
        sum += *p++;
    }
    return sum;
}

static NOINLINE void copy_eight(word *to, const word *from) {
    __builtin_memmove(to, from, 8 * sizeof(word));
}

#ifndef CORPUS_KERNELS
static NOINLINE void recurse(word *p, word depth) {
    if (depth > 0) {
        *p += depth;
        recurse(p + 1, depth - 1);
    }
}
#endif

#endif
