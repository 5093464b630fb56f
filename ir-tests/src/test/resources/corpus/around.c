/* Hosts that reach the data between two sites by ways that begin before the first. */
#include "sites.h"

void omp_set_default_device(int device);
int omp_get_default_device(void);
int omp_target_is_present(const void *pointer, int device);
void *omp_get_mapped_ptr(const void *pointer, int device);

#define CASE(name)                                                                                                     \
    static NOINLINE word run_##name(ONLY(x), ONLY(y), word *z, long n);                                                \
    void case_##name(void) {                                                                                           \
        word x[N];                                                                                                     \
        word y[N];                                                                                                     \
        word z[N];                                                                                                     \
        start(x, y);                                                                                                   \
        start(z, y);                                                                                                   \
        printf("%u\n", run_##name(x, y, z, N));                                                                        \
        show("xy", x, y);                                                                                              \
        show("zy", z, y);                                                                                              \
    }                                                                                                                  \
    static NOINLINE word run_##name(ONLY(x), ONLY(y), word *z, long n)

static word shared[N];
static word others[N];
static word *pointers[4];
static word *const fixed[2] = {shared, others};
static struct {
    word *at;
    long length;
} noted;

static NOINLINE void note(word *at, long length) {
    noted.at = at;
    noted.length = length;
}

static NOINLINE void use_note(void) {
    for (long i = 0; i < noted.length; i++) {
        noted.at[i] += 1;
    }
}

static void clear(void) {
    start(shared, others);
}

CASE(noted_pointer) {
    note(x, n);
    LAUNCH(k_bump, x, y);
    use_note();
    LAUNCH(k_bump, x, y);
    return noted.at[0];
}

CASE(table_of_pointers) {
    pointers[0] = x;
    pointers[1] = y;
    for (long i = 0; i < 4; i++) {
        LAUNCH(k_bump, x, y);
        *pointers[i & 1] += 10;
    }
    return x[0];
}

CASE(constant_table) {
    clear();
    for (long i = 0; i < 4; i++) {
        LAUNCH(k_bump, shared, others);
        fixed[(i + n) & 1][i] += 10;
        LAUNCH(k_mix, shared, others);
    }
    return shared[1] + others[2] + fixed[0][0] + x[0] + y[0] + z[0];
}

CASE(local_table) {
    word *t[3] = {x, y, z};
    for (long i = 0; i < 6; i++) {
        LAUNCH(k_bump, x, z);
        t[i % 3][i] += 10;
        LAUNCH(k_bump, y, z);
    }
    return *t[n % 3];
}

CASE(sites_through_a_table) {
    word *t[3] = {x, y, z};
    for (long i = 0; i < 6; i++) {
        word *first = t[i % 3];
        word *second = t[(i + 1) % 3];
        LAUNCH(k_bump, first, second);
        LAUNCH(k_mix, first, second);
        x[i] += 1;
    }
    return z[2];
}

static word *volatile changing;

CASE(pointer_of_the_round_before) {
    word *now = x;
    word *before = NULL;
    for (long i = 0; i < 4; i++) {
        changing = i & 1 ? x : z;
        now = changing;
        if (before) {
            LAUNCH(k_bump, before, y);
            LAUNCH(k_bump, now, y);
            LAUNCH(k_bump, now, y);
        }
        before = now;
    }
    return now[0];
}

CASE(slot_of_the_round_before) {
    word *slot = NULL;
    word **place = &slot;
    for (long i = 0; i < 4; i++) {
        changing = i & 1 ? z : x;
        word *now = changing;
        if (slot) {
            word *old = *place;
            LAUNCH(k_bump, old, y);
            LAUNCH(k_mix, now, y);
        }
        *place = now;
    }
    return *slot;
}

static NOINLINE word last_of(const word *end) {
    return end[-1];
}

static NOINLINE void set_last(word *end, word value) {
    end[-1] = value;
}

CASE(end_of_data) {
    const word *end = x + n;
    LAUNCH(k_bump, x, y);
    word found = last_of(end);
    LAUNCH(k_bump, x, y);
    set_last(y + n, found);
    LAUNCH(k_mix, x, y);
    return found + *z;
}

CASE(end_of_shared_data) {
    clear();
    LAUNCH(k_bump, shared, others);
    word found = last_of(shared + n);
    set_last(others + N, found);
    LAUNCH(k_mix, shared, others);
    return found + shared[3] + others[15] + *x + *y + *z;
}

static word backing[2 * N];
static long taken;

static NOINLINE word *own_allocator(long count) {
    word *p = backing + taken;
    taken = (taken + count) % (2 * N);
    return p;
}

CASE(memory_given_twice) {
    taken = 0;
    word *p = own_allocator(2 * n);
    word *q = own_allocator(n);
    start(p, q + n);
    LAUNCH(k_bump, p, y);
    x[0] += q[0];
    LAUNCH(k_bump, p, y);
    q[1] += 5;
    LAUNCH(k_bump, p, y);
    return p[0] + p[1] + z[0];
}

CASE(two_allocations) {
    word *p = malloc(64);
    word *q = calloc(N, sizeof *q);
    word found = 0;
    if (p && q) {
        start(p, y);
        for (int i = 0; i < 3; i++) {
            LAUNCH(k_bump, p, y);
            q[i] = 7;
            LAUNCH(k_mix, q, x);
        }
        found = p[3] + q[2];
    }
    free(p);
    free(q);
    return found + *z;
}

CASE(allocation_grows) {
    word *p = malloc(64);
    if (!p) {
        return 0;
    }
    start(p, y);
    LAUNCH(k_bump, p, y);
    word *q = realloc(p, 4096);
    if (!q) {
        return 0;
    }
    LAUNCH(k_bump, q, y);
    word found = q[0] + q[15];
    free(q);
    return found + *x + *z;
}

static int greater(const void *p, const void *q) {
    word u = *(const word *)p % 31;
    word v = *(const word *)q % 31;
    return (u < v) - (u > v);
}

CASE(sorted_by_the_library) {
    LAUNCH(k_mix, x, y);
    qsort(x, (size_t)n, sizeof *x, greater);
    LAUNCH(k_mix, x, y);
    qsort(y, (size_t)n, sizeof *y, greater);
    LAUNCH(k_bump, x, y);
    return *z;
}

static word *visited;

static int compare_and_touch(const void *key, const void *element) {
    visited[2] += 1;
    return *(const int *)key - *(const int *)element;
}

CASE(callback_that_writes_elsewhere) {
    int key = 3;
    int keys[4] = {1, 2, 3, 4};
    visited = y;
    LAUNCH(k_bump, x, y);
    const int *found = bsearch(&key, keys, 4, sizeof key, compare_and_touch);
    LAUNCH(k_bump, x, y);
    return (found != NULL) + *z;
}

CASE(printed_between) {
    LAUNCH(k_bump, x, y);
    printf("%u %u\n", x[1], y[n - 1]);
    LAUNCH(k_bump, x, y);
    show("between", x, y);
    LAUNCH(k_mix, x, y);
    return *z;
}

CASE(written_as_text) {
    LAUNCH(k_bump, x, y);
    snprintf((char *)x, 8, "%ld", n);
    LAUNCH(k_bump, x, y);
    return *z;
}

CASE(copied_by_the_library) {
    LAUNCH(k_bump, x, y);
    __builtin_memcpy(z, x, sizeof(word) * (size_t)n);
    LAUNCH(k_bump, x, y);
    __builtin_memmove(y + 1, y, 40);
    LAUNCH(k_mix, x, y);
    __builtin_memset(x + 8, 0, 8);
    LAUNCH(k_mix, x, y);
    return 0;
}

CASE(default_device_changes) {
    LAUNCH(k_bump, x, y);
    omp_set_default_device(1);
    LAUNCH(k_bump, x, y);
    LAUNCH(k_mix, x, y);
    omp_set_default_device(0);
    LAUNCH(k_bump, x, y);
    return *z;
}

CASE(program_asks_for_presence) {
    word found = 0;
    LAUNCH(k_bump, x, y);
    found += (word)omp_target_is_present(x, omp_get_default_device());
    LAUNCH(k_bump, x, y);
    found += omp_get_mapped_ptr(y, 0) != NULL && omp_get_mapped_ptr(y, 0) != (void *)y;
    LAUNCH(k_bump, x, y);
    return found + *z;
}

struct item {
    struct item *next;
    word data[N];
};

CASE(list_of_mapped_items) {
    struct item items[3];
    for (int i = 0; i < 3; i++) {
        items[i].next = i < 2 ? &items[i + 1] : NULL;
        start(items[i].data, y);
    }
    word sum = 0;
    for (struct item *p = items; p; p = p->next) {
        LAUNCH(k_bump, p->data, y);
        if (p->next) {
            p->next->data[0] += p->data[1];
        }
        LAUNCH(k_mix, p->data, y);
    }
    for (struct item *p = items; p; p = p->next) {
        sum += p->data[0] + p->data[15];
    }
    return sum + *x + *z;
}

struct both {
    word first[N];
    word second[N];
};

CASE(parts_of_one_struct) {
    struct both s;
    struct both t;
    start(s.first, s.second);
    LAUNCH(k_bump, s.first, s.second);
    t = s;
    LAUNCH(k_mix, s.first, s.second);
    word *p = s.first + n;
    *p += 4;
    LAUNCH(k_bump, s.first, s.second);
    return t.first[1] + t.second[2] + s.first[3] + s.second[0] + *x + *z;
}

CASE(elements_of_one_array) {
    word all[4][N];
    for (int i = 0; i < 4; i += 2) {
        start(all[i], all[i + 1]);
    }
    for (int i = 0; i < 3; i++) {
        LAUNCH(k_bump, all[i], all[i + 1]);
        all[i][N - 1] += all[(i + 1) & 3][0];
        LAUNCH(k_mix, all[(i + 2) & 3], y);
    }
    return all[0][15] + all[1][3] + all[2][15] + all[3][0] + *x + *z;
}

static NOINLINE word *address_of(struct both *s, long which) {
    return which & 1 ? s->second : s->first;
}

CASE(address_returned) {
    struct both s;
    start(s.first, s.second);
    for (long i = 0; i < 4; i++) {
        word *p = address_of(&s, i);
        LAUNCH(k_bump, p, y);
        *address_of(&s, i + n) += 3;
        LAUNCH(k_bump, p, y);
    }
    return s.first[0] + s.second[0] + *x + *z;
}

CASE(integer_kept) {
    uintptr_t number = (uintptr_t)x;
    LAUNCH(k_bump, x, y);
    *(word *)(number + 4) += 9;
    LAUNCH(k_bump, x, y);
    return *(word *)number + *z;
}

CASE(volatile_kept) {
    word *volatile p = y;
    volatile word *v = x;
    LAUNCH(k_bump, x, y);
    *p += 9;
    v[2] += 3;
    LAUNCH(k_bump, x, y);
    return v[3] + *z;
}

__attribute__((weak)) NOINLINE void weak_touch(word *p) {
    *p += 3;
}

static NOINLINE void touch_by_weak(word *p) {
    weak_touch(p + 1);
}

CASE(weak_between) {
    LAUNCH(k_bump, x, y);
    weak_touch(x);
    LAUNCH(k_bump, x, y);
    touch_by_weak(y);
    LAUNCH(k_bump, x, y);
    return *z;
}

static NOINLINE int refuses(word *p, long step) {
    if (step == 2) {
        return -1;
    }
    p[step] += 7;
    return 0;
}

CASE(left_by_goto) {
    word found = 1;
    LAUNCH(k_bump, x, y);
    for (long i = 0; i < n; i++) {
        if (refuses(y, i) < 0) {
            goto failed;
        }
        LAUNCH(k_bump, x, y);
    }
    found = 2;
failed:
    found += x[0];
    LAUNCH(k_mix, x, y);
    return found + *z;
}

CASE(returned_early) {
    for (long i = 0; i < n; i++) {
        LAUNCH(k_mix, x, y);
        if (x[i] % 5 == 3) {
            return x[i];
        }
        if (i == 9) {
            break;
        }
        LAUNCH(k_bump, x, y);
    }
    return *z;
}

CASE(switched_sites) {
    for (long i = 0; i < 6; i++) {
        switch (i % 4) {
            case 0:
                LAUNCH(k_bump, x, y);
                /* fall through */
            case 1:
                LAUNCH(k_mix, z, y);
                break;
            case 2:
                x[i] += z[i];
                break;
            default:
                LAUNCH(k_bump, z, x);
        }
    }
    return 0;
}

CASE(target_chosen_late) {
    word *p = x;
    LAUNCH(k_bump, x, y);
    if (x[0] & 1) {
        p = z;
    }
    LAUNCH(k_bump, p, y);
    p[1] += x[1];
    LAUNCH(k_bump, p, y);
    return 0;
}

CASE(parameter_that_may_overlap) {
    word *p = n > 8 ? x : z;
    LAUNCH(k_bump, z, y);
    p[4] += 1;
    LAUNCH(k_bump, z, y);
    z[5] += 1;
    LAUNCH(k_bump, p, y);
    return 0;
}

CASE(variable_length_data) {
    word own[n];
    word more[n + 1];
    start(own, more);
    LAUNCH(k_bump, own, more);
    own[n - 1] += more[n - 2];
    LAUNCH(k_mix, own, more);
    return own[15] + more[15] + *x + *y + *z;
}

static NOINLINE void recursive(word *x, word *y, long depth) {
    if (depth > 0) {
        LAUNCH(k_bump, x, y);
        x[depth] += y[0];
        recursive(y, x, depth - 1);
        LAUNCH(k_bump, x, y);
    }
}

CASE(recursive_host) {
    recursive(x, y, 3);
    return *z;
}
