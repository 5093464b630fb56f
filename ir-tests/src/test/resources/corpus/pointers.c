/* Pointers that move. */
#include "corpus.h"

SHAPE(walk) {
    word *end = a + n;
    for (word *p = a; p != end; ++p) {
        *p += 1 + *b;
    }
}

SHAPE(copy_post_increment) {
    word *to = a;
    const word *from = b;
    while (n-- > 0) {
        *to++ = *from++ + 1;
    }
}

SHAPE(add_post_increment) {
    while (n-- > 0) {
        *b++ += *a++;
    }
}

SHAPE(pre_decrement) {
    word *p = a + n;
    word *q = b + n;
    while (p != a) {
        *--p += *--q;
    }
}

SHAPE(two_ends) {
    word *low = a;
    word *high = a + n - 1;
    while (low < high) {
        word kept = *low;
        *low++ = *high;
        *high-- = kept + b[0];
    }
}

SHAPE(choice) {
    word *p = n > 20 ? a : b;
    p[2] += a[0];
}

SHAPE(choice_by_data) {
    word *p = a[0] & 1 ? a : b;
    for (long i = 0; i < n; i++) {
        p[i] += 3;
    }
}

SHAPE(choice_in_loop) {
    for (long i = 0; i < n; i++) {
        word *p = i & 1 ? a : b;
        p[i] += 1;
    }
}

SHAPE(choice_of_target) {
    *(b[1] & 1 ? a : b) += 4;
    *(b[1] & 1 ? b : a) += 5;
}

SHAPE(swapped_in_loop) {
    word *p = a;
    word *q = b;
    for (long i = 0; i < n; i++) {
        p[i] += q[i];
        word *kept = p;
        p = q;
        q = kept;
    }
}

SHAPE(rotated_in_loop) {
    word own[3] = {1, 2, 3};
    word *p = a;
    word *q = b;
    word *r = own;
    for (long i = 0; i < 7; i++) {
        *p += 1 + *r;
        word *first = p;
        p = q;
        q = r;
        r = first;
    }
}

SHAPE(strides) {
    for (word *p = a + 1; p < a + n; p += 3) {
        *p += b[p - a];
    }
}

SHAPE(index_of_index) {
    for (long i = 0; i < n; i++) {
        a[b[i] & 15] += 1;
    }
}

SHAPE(difference_as_index) {
    word *p = b + 4;
    word *q = b + 9;
    a[q - p] += *q;
}

SHAPE(maybe_null) {
    word *p = n > 8 ? a : NULL;
    word *q = n > 80 ? a : NULL;
    if (p) {
        *p += b[1];
    }
    if (q) {
        *q += 1000;
    }
}

SHAPE(from_the_middle) {
    word *p = a + 8;
    p[-3] += p[4];
    b[0] += p[-8];
}

SHAPE(pointer_to_pointer) {
    word *p = a;
    word **pp = &p;
    **pp += 1;
    *pp += 2;
    **pp += 3;
    *pp = b;
    p[1] += 4;
}

SHAPE(three_stars) {
    word *p = a;
    word **pp = &p;
    word ***ppp = &pp;
    ***ppp += 1;
    **ppp = b;
    *p += 2;
}

SHAPE(rows) {
    word(*m)[4] = (word(*)[4])a;
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
            m[i][j] += b[4 * j + i];
        }
    }
}

SHAPE(restrict_pair) {
    word *restrict p = a;
    const word *restrict q = b;
    for (long i = 0; i < n; i++) {
        p[i] = q[i] ^ p[i];
    }
}

SHAPE(volatile_data) {
    volatile word *v = a;
    for (long i = 0; i < n; i++) {
        v[i] += b[i];
    }
}

SHAPE(volatile_pointer) {
    word *volatile p = a;
    p[2] += 1;
    p = b;
    p[3] += 2;
}

SHAPE(bytes) {
    unsigned char *p = (unsigned char *)a;
    for (unsigned char *end = p + 4 * n; p != end; p += 5) {
        *p ^= (unsigned char)b[0];
        if (end - p < 5) {
            break;
        }
    }
}

static NOINLINE word behind(const word *end) {
    return end[-1];
}

static NOINLINE void set_behind(word *end, word value) {
    end[-1] = value;
}

SHAPE(reads_behind_end) {
    a[0] += behind(b + n);
}

SHAPE(writes_behind_end) {
    set_behind(a + n, b[0] + 5);
}

SHAPE(writes_behind_middle) {
    word *middle = b + n / 2;
    set_behind(middle, a[2] + 5);
}
