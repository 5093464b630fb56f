/* Control flow of every kind. */
#include "corpus.h"

SHAPE(goto_loop) {
    word *p = a;
again:
    *p += *b;
    if (++p != a + n) {
        goto again;
    }
}

SHAPE(goto_into_loop) {
    word *p = b;
    long i = 4;
    goto middle;
    for (; i < n; i++) {
        *p += 1;
    middle:
        p = i & 1 ? a + i : b + i;
    }
    *p += 2;
}

HOST_SHAPE(computed_goto) {
    static const void *const labels[] = {&&first, &&second, &&done};
    word *p = a;
    long i = 0;
    goto *labels[i];
first:
    *p += 1;
    p = b;
    i = 1;
    goto *labels[i];
second:
    *p += 2;
    p = a + 1;
    i = a[3] & 1 ? 2 : 2;
    goto *labels[i];
done:
    *p += 3;
}

SHAPE(switched_pointer) {
    word *p;
    switch (b[0] & 3) {
        case 0:
            p = a;
            break;
        case 1:
            p = b;
            break;
        case 2:
            p = a + 1;
            break;
        default:
            p = b + 1;
            break;
    }
    *p += 10;
}

SHAPE(switch_that_falls_through) {
    for (long i = 0; i < n; i++) {
        switch (a[i] & 3) {
            case 3:
                a[i] += 1;
            /* fall through */
            case 2:
                b[i] += 2;
            /* fall through */
            case 1:
                a[i] += 3;
                break;
            default:
                break;
        }
    }
}

SHAPE(duff) {
    word *to = a;
    const word *from = b;
    long rounds = (n + 3) / 4;
    switch (n & 3) {
        case 0:
            do {
                *to++ = *from++;
                /* fall through */
                case 3:
                    *to++ = *from++;
                /* fall through */
                case 2:
                    *to++ = *from++ + 1;
                /* fall through */
                case 1:
                    *to++ = *from++;
            } while (--rounds > 0);
    }
}

SHAPE(break_and_continue) {
    word *p = a;
    do {
        if (*p & 1) {
            p++;
            continue;
        }
        if (*p == 12) {
            break;
        }
        *p++ += b[2];
    } while (p < a + n);
    b[0] += 1;
}

static NOINLINE int early(word *x, const word *y, long n) {
    for (long i = 0; i < n; i++) {
        for (long j = 0; j < n; j++) {
            if (x[i] == y[j]) {
                x[i] += 1;
                return 1;
            }
        }
    }
    x[0] += 2;
    return 0;
}

SHAPE(early_return) {
    b[1] += (word)early(a, b, n);
}

SHAPE(state_machine) {
    enum { FIRST, SECOND, THIRD, END } state = FIRST;
    word *p = a;
    word *q = b;
    while (state != END) {
        switch (state) {
            case FIRST:
                *p++ += 1;
                state = SECOND;
                break;
            case SECOND:
                *q++ += 2;
                state = p - a < 5 ? THIRD : END;
                break;
            case THIRD: {
                word *kept = p;
                p = a + (kept - a);
                state = FIRST;
                break;
            }
            case END:
                break;
        }
    }
}

static NOINLINE int tried(word *x) {
    x[1] += 1;
    return x[1] & 1;
}

SHAPE(short_circuit) {
    if (tried(a) && tried(b)) {
        a[5] += 1;
    }
    if (tried(a) || tried(b)) {
        b[5] += 1;
    }
}

SHAPE(comma_and_conditional) {
    word *p = (a[0] += 1, a + 1);
    *p++ += (b[0] & 1 ? b[1] : b[2]), *p += 1;
}

static NOINLINE int failing(word *x, long step) {
    if (step == 2) {
        return -1;
    }
    x[step] += 1;
    return 0;
}

SHAPE(cleanup_by_goto) {
    if (failing(a, 0) < 0) {
        goto none;
    }
    if (failing(a, 1) < 0) {
        goto one;
    }
    if (failing(b, 2) < 0) {
        goto two;
    }
    a[9] += 1000;
two:
    a[1] += 5;
one:
    b[0] += 6;
none:
    b[1] += 7;
}

SHAPE(nested_loops) {
    for (word *p = a; p < a + 4; p++) {
        for (word *q = b + 4; q > b; q--) {
            q[-1] += *p;
            *p += 1;
        }
    }
}

SHAPE(loop_that_may_not_run) {
    for (long i = n; i < 16; i++) {
        a[i] += 1;
    }
    for (long i = 15; i < n; i++) {
        b[i] += 1;
    }
}
