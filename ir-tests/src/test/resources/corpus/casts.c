/* Pointers as numbers, and memory as other types. */
#include "corpus.h"

SHAPE(integer_and_back) {
    uintptr_t p = (uintptr_t)a;
    for (long i = 0; i < n; i++) {
        *(word *)(p + (uintptr_t)i * sizeof(word)) += b[i];
    }
}

SHAPE(aligned_down) {
    word *p = (word *)((uintptr_t)((char *)(a + 2) + 3) & ~(uintptr_t)3);
    *p += b[1];
}

SHAPE(tagged_pointers) {
    uintptr_t t[2] = {(uintptr_t)a | 1, (uintptr_t)b};
    for (int i = 0; i < 2; i++) {
        if (t[i] & 1) {
            ((word *)(t[i] - 1))[3] += 1;
        } else {
            ((word *)t[i])[4] += 2;
        }
    }
}

SHAPE(exclusive_or_of_pointers) {
    uintptr_t link = (uintptr_t)a ^ (uintptr_t)b;
    word *p = (word *)(link ^ (uintptr_t)b);
    word *q = (word *)(link ^ (uintptr_t)a);
    p[5] += 1;
    q[6] += p[5];
}

SHAPE(distance_between_arrays) {
    intptr_t distance = (intptr_t)b - (intptr_t)a;
    *(word *)((intptr_t)(a + 2) + distance) += 11;
}

SHAPE(number_in_an_array) {
    long t[3] = {(long)a, (long)(b + 2), n};
    *(word *)t[n & 1] += (word)t[2];
    *(word *)t[1] += 1;
}

SHAPE(words_as_longs) {
    for (long i = 0; i < n; i += 2) {
        uint64_t v;
        __builtin_memcpy(&v, a + i, sizeof v);
        v += UINT64_C(0x100000002);
        __builtin_memcpy(b + i, &v, sizeof v);
    }
}

SHAPE(copied) {
    __builtin_memcpy(a + 2, b + 3, 5 * sizeof(word));
}

SHAPE(moved) {
    __builtin_memmove(a + 1, a, 7 * sizeof(word));
    a[0] = b[0];
}

SHAPE(cleared) {
    __builtin_memset(a + 3, 0, 2 * sizeof(word));
    b[3] = a[2];
}

SHAPE(atomics) {
    __atomic_fetch_add(a + 1, b[0], __ATOMIC_RELAXED);
    word expected = b[2];
    __atomic_compare_exchange_n(b + 2, &expected, 99, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
    b[3] = __atomic_exchange_n(a + 2, 17, __ATOMIC_RELAXED);
}

typedef word quad __attribute__((vector_size(16), aligned(4)));

SHAPE(vectors) {
    quad *p = (quad *)a;
    quad *q = (quad *)b;
    for (long i = 0; i < n / 4; i++) {
        p[i] += q[i] * 3;
    }
}

SHAPE(vector_of_pointers) {
    typedef uintptr_t two __attribute__((vector_size(16)));
    two t = {(uintptr_t)a, (uintptr_t)b};
    t += sizeof(word);
    *(word *)t[0] += 1;
    *(word *)t[n & 1] += 2;
}

HOST_SHAPE(variable_length) {
    word own[n];
    for (long i = 0; i < n; i++) {
        own[i] = a[n - 1 - i];
    }
    for (long i = 0; i < n; i++) {
        a[i] = own[i] + b[i];
    }
}

SHAPE(statement_expression) {
    *({
        word *p = a + 1;
        p + 1;
    }) += b[0];
}

SHAPE(shorts_and_bytes) {
    unsigned char *p = (unsigned char *)b;
    for (int i = 0; i < 8; i++) {
        p[4 * i + 1] = (unsigned char)(a[i] & 0xff);
    }
    _Bool odd = a[0] & 1;
    __builtin_memcpy(p + 40, &odd, 1);
}
