/* Calls of every kind. */
#include "corpus.h"

static NOINLINE void add_from(word *x, long n, word k) {
    if (n > 0) {
        *x += k;
        add_from(x + 1, n - 1, k + 1);
    }
}

HOST_SHAPE(recursion) {
    add_from(a, n, b[0]);
}

static NOINLINE word halves(const word *x, long n) {
    return n == 1 ? *x : halves(x, n / 2) + halves(x + n / 2, n - n / 2);
}

HOST_SHAPE(recursion_that_reads) {
    a[0] = halves(b, n);
}

static NOINLINE void odd(word *x, word *y, long n);

static NOINLINE void even(word *x, word *y, long n) {
    if (n > 0) {
        *x += 1;
        odd(y, x + 1, n - 1);
    }
}

static NOINLINE void odd(word *x, word *y, long n) {
    if (n > 0) {
        *x += 2;
        even(y, x + 1, n - 1);
    }
}

HOST_SHAPE(mutual_recursion) {
    even(a, b, n);
}

static word twice(word v) {
    return 2 * v;
}

static word next_number(word v) {
    return v + 1;
}

static NOINLINE void apply(word (*f)(word), word *x, long n) {
    for (long i = 0; i < n; i++) {
        x[i] = f(x[i]);
    }
}

SHAPE(callback) {
    apply(next_number, a, n);
    apply(twice, b, 3);
}

static void add_to(void *context, word v) {
    word **p = context;
    **p += v;
    ++*p;
}

static NOINLINE void each(const word *x, long n, void (*f)(void *, word), void *context) {
    for (long i = 0; i < n; i++) {
        f(context, x[i]);
    }
}

SHAPE(callback_with_context) {
    word *p = a;
    each(b, n, add_to, &p);
}

static void poke_first(word *x) {
    x[0] += 1;
}

static void poke_second(word *x) {
    x[1] += 2;
}

static void (*const pokes[])(word *) = {poke_first, poke_second};

SHAPE(table_of_functions) {
    for (long i = 0; i < n; i++) {
        pokes[a[i] & 1](i & 4 ? a : b);
    }
}

static NOINLINE void (*poke_of(long i))(word *) {
    return i & 1 ? poke_first : poke_second;
}

SHAPE(function_that_returns_a_function) {
    poke_of(n)(a);
    poke_of(n + 1)(b);
}

SHAPE(volatile_function) {
    void (*volatile f)(word *) = poke_second;
    f(a);
    f = poke_first;
    f(b);
}

struct operations {
    void (*run)(struct operations *self);
    word *data;
};

static void run_bump(struct operations *self) {
    self->data[2] += 1;
}

static void run_mix(struct operations *self) {
    self->data[3] += self->data[4];
}

SHAPE(object_with_operations) {
    struct operations objects[2] = {{run_bump, a}, {run_mix, b}};
    for (long i = 0; i < 5; i++) {
        struct operations *o = &objects[i & 1];
        o->run(o);
        o->run = i & 2 ? run_bump : run_mix;
    }
}

static NOINLINE word *find(word *x, long n, word bit) {
    for (long i = 0; i < n; i++) {
        if (x[i] & bit) {
            return x + i;
        }
    }
    return x;
}

SHAPE(found_pointer) {
    *find(a, n, 4) += b[0];
}

static NOINLINE word *same(word *x) {
    return x;
}

SHAPE(returned_argument) {
    same(a)[3] += 1;
    *same(b) += 2;
}

static NOINLINE word *larger(word *x, word *y) {
    return *x > *y ? x : y;
}

SHAPE(one_of_two_returned) {
    larger(a, b)[1] += 1;
    *larger(a + 1, b) += 1;
}

static NOINLINE void set_all(word count, ...) {
    va_list list;
    va_start(list, count);
    for (word i = 0; i < count; i++) {
        word *p = va_arg(list, word *);
        *p += i + 1;
    }
    va_end(list);
}

SHAPE(variadic) {
    set_all(3, a, b + 1, a + 2);
}

SHAPE(variadic_of_many) {
    set_all(9, a, b, a + 1, b + 1, a + 2, b + 2, a + 3, b + 3, b + 4);
}

static NOINLINE void set_listed(word count, va_list list) {
    for (word i = 0; i < count; i++) {
        *va_arg(list, word *) += 7;
    }
}

static NOINLINE void set_on(word count, ...) {
    va_list list;
    va_list again;
    va_start(list, count);
    va_copy(again, list);
    set_listed(count, list);
    set_listed(1, again);
    va_end(again);
    va_end(list);
}

SHAPE(variadic_passed_on) {
    set_on(2, a + 1, b + 2);
}

__attribute__((weak)) NOINLINE void weak_poke(word *x, word k) {
    x[k & 15] += k;
}

SHAPE(weak_callee) {
    weak_poke(a, b[0]);
    weak_poke(b, 3);
}

static NOINLINE void over_weak(word *x) {
    weak_poke(x + 1, 2);
}

SHAPE(callee_of_weak) {
    over_weak(a);
    over_weak(b);
}

static NOINLINE word *moved_on(word **slot, long n) {
    word *old = *slot;
    *slot = old + n;
    return old;
}

SHAPE(out_parameter) {
    word *p = a;
    *moved_on(&p, 3) += 1;
    *moved_on(&p, 3) += 2;
    *p += b[0];
}

static NOINLINE void add_restrict(word *restrict x, const word *restrict y, long n) {
    for (long i = 0; i < n; i++) {
        x[i] += y[i];
    }
}

SHAPE(callee_with_restrict) {
    add_restrict(a, b, n);
    add_restrict(b, a, 4);
}

static NOINLINE void depth4(word *x) {
    x[3] += 1;
}

static NOINLINE void depth3(word *x) {
    depth4(x + 1);
}

static NOINLINE void depth2(word *x) {
    depth3(x + 1);
}

static NOINLINE void depth1(word *x) {
    depth2(x + 1);
}

SHAPE(call_chain) {
    depth1(a);
    depth1(b + 1);
}

static NOINLINE __attribute__((pure)) word total(const word *x, long n) {
    word sum = 0;
    while (n-- > 0) {
        sum += *x++;
    }
    return sum;
}

SHAPE(pure_callee) {
    a[1] = total(b, n);
    b[1] = total(a, 3);
}

static NOINLINE void only_first(word *x, word *y) {
    x[y == NULL ? 0 : y[0] & 15] += 1;
}

SHAPE(null_argument) {
    only_first(a, NULL);
    only_first(b, a);
}

static NOINLINE void sort_by(word *x, long n, int (*less)(const word *, const word *)) {
    for (long i = 1; i < n; i++) {
        for (long j = i; j > 0 && less(&x[j], &x[j - 1]); j--) {
            word kept = x[j];
            x[j] = x[j - 1];
            x[j - 1] = kept;
        }
    }
}

static int greater_first(const word *x, const word *y) {
    return *x % 7 > *y % 7;
}

SHAPE(sorted_by_callback) {
    sort_by(a, n, greater_first);
    a[0] += b[0];
}
