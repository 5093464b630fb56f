#include "corpus.h"

enum { ANY, UNIT, POSITIVE, SIGNED, SMALL, ANGLE, NOTHING };

#include "kernels.inc"

#ifndef DEVICE

#define ELEMENT(T) ((T)0.5 != 0 ? (int)sizeof(T) : -(int)sizeof(T))

#undef KERNEL
#define KERNEL(name, T, U, units, input, ...)                                                       \
    {#name, launch_##name, plain_##name, ELEMENT(T), ELEMENT(U), units, input},

#undef VALUE
#define VALUE(name, T, U, units, input, V, ...) KERNEL(name, T, U, units, input)

static const Case cases[] = {
#include "kernels.inc"
};

static uint32_t seed = 12345;

static uint32_t next(void) {
    seed = seed * 1664525u + 1013904223u;
    return seed >> 4 ^ seed << 19;
}

/* Numbers of both signs and of any size, and among them those that are special. */
static double number(int input, int k) {
    double u = (double)next() / 4294967296.0;
    double sign = next() & 1 ? 1 : -1;
    static const double special[] = {0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, INFINITY, -INFINITY, NAN, 1e-40, -1e-40, 1e-310};
    int count = sizeof special / sizeof special[0];
    double v;
    switch (input) {
        case UNIT: return k < 7 ? special[k] > 1 ? 1 : special[k] : sign * u;
        case POSITIVE: v = ldexp(u + 0.001, (int)(next() % 12) - 4); break;
        case SIGNED: v = sign * ldexp(u, (int)(next() % 24) - 12); break;
        case SMALL: return k < 7 ? special[k] : sign * 20 * u;
        case ANGLE: v = sign * u * (k % 3 == 0 ? 3.2 : k % 3 == 1 ? 100 : 100000); break;
        default: v = sign * ldexp(u, (int)(next() % 40) - 8);
    }
    return k < count ? special[k] : v;
}

static void fill(const Case *c, void *in) {
    seed = 12345;
    for (int k = 0; k < 3 * N; k++) {
        if (c->in < 0) {
            ((uint64_t *)in)[k] = (uint64_t)next() << 32 | next();
        } else if (c->in == 4) {
            ((float *)in)[k] = (float)number(c->input, k % N);
        } else {
            ((double *)in)[k] = number(c->input, k % N);
        }
    }
}

static int64_t ordered(int64_t bits) {
    return bits < 0 ? INT64_MIN - bits : bits;
}

/* How many numbers of the type lie between two; none between two that are no numbers. */
static uint64_t distance(const Case *c, const char *a, const char *b, int k) {
    if (c->bytes < 0) {
        return memcmp(a - c->bytes * k, b - c->bytes * k, (size_t)-c->bytes) == 0 ? 0 : UINT64_MAX;
    }
    if (c->bytes == 4) {
        float p;
        float q;
        memcpy(&p, a + 4 * k, 4);
        memcpy(&q, b + 4 * k, 4);
        if (p != p || q != q) {
            return p != p && q != q ? 0 : UINT64_MAX;
        }
        int32_t m;
        int32_t o;
        memcpy(&m, &p, 4);
        memcpy(&o, &q, 4);
        int64_t d = (m < 0 ? (int64_t)INT32_MIN - m : m) - (o < 0 ? (int64_t)INT32_MIN - o : o);
        return (uint64_t)(d < 0 ? -d : d);
    }
    double p;
    double q;
    memcpy(&p, a + 8 * k, 8);
    memcpy(&q, b + 8 * k, 8);
    if (p != p || q != q) {
        return p != p && q != q ? 0 : UINT64_MAX;
    }
    int64_t m;
    int64_t o;
    memcpy(&m, &p, 8);
    memcpy(&o, &q, 8);
    m = ordered(m);
    o = ordered(o);
    return m > o ? (uint64_t)m - (uint64_t)o : (uint64_t)o - (uint64_t)m;
}

/* Runs a case; returns the largest distance, and where it was found. */
static uint64_t run(const Case *c, int *where) {
    static double in[3 * N];
    static double expected[N];
    static double found[N];
    fill(c, in);
    memset(expected, 0, sizeof expected);
    memset(found, 0, sizeof found);
    c->plain(in, expected);
    c->launch(in, found);
    uint64_t worst = 0;
    for (int k = 0; k < N; k++) {
        uint64_t d = distance(c, (const char *)expected, (const char *)found, k);
        if (d > worst) {
            worst = d;
            *where = k;
        }
    }
    return worst;
}

int corpus_size(void) {
    return sizeof cases / sizeof cases[0];
}

const char *corpus_name(int k) {
    return cases[k].name;
}

/* Returns by how many units case k is off, -1 for more than it may be. */
int64_t corpus_check(int k, int exact) {
    int where = 0;
    uint64_t worst = run(&cases[k], &where);
    return worst > (uint64_t)(exact ? 0 : cases[k].units) ? -1 - where : (int64_t)worst;
}

#ifdef PROGRAM
#include <stdio.h>
int main(int count, char **arguments) {
    int failed = 0;
    for (int k = 0; k < corpus_size(); k++) {
        int where = 0;
        uint64_t worst = run(&cases[k], &where);
        int bad = worst > (uint64_t)(count > 1 ? 0 : cases[k].units);
        failed += bad;
        printf("%s %s %llu\n", bad ? "BAD " : "good", cases[k].name, (unsigned long long)worst);
        if (bad) {
            printf("     element %d\n", where);
        }
    }
    printf("%d kernels, %d wrong\n", corpus_size(), failed);
    return failed != 0;
}
#endif

#endif
