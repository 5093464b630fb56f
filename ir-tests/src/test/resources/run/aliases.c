/* One array passed for two or three parameters: no copy in and no copy back is lost, whatever the directions. */
#include "scenario.h"

static const void *seen[3];

/* What the callee does has to be defined for the directions: it reads what some parameter brings in, or only writes. */
enum work { READ_AND_WRITE, ONLY_WRITE };

void work(int32_t *first, int32_t *second, int32_t n, int32_t kind) {
    seen[0] = first;
    seen[1] = second;
    for (int32_t i = 0; i < n; i++) {
        second[i] = kind == READ_AND_WRITE ? 2 * first[i] + 1 : 7 * i;
    }
}

enum { COUNT = 3 };

static void pair(void (*run)(int32_t *, int32_t *, int32_t, int32_t), int to, int from) {
    int32_t values[COUNT] = {5, -6, 1 << 20};
    run(values, values, COUNT, to ? READ_AND_WRITE : ONLY_WRITE);
    for (int32_t i = 0; i < COUNT; i++) {
        const int32_t before[COUNT] = {5, -6, 1 << 20};
        int32_t result = to ? 2 * before[i] + 1 : 7 * i;
        CHECK_INTEGER(values[i], from || !offloading() ? result : before[i]);
    }
    CHECK(seen[0] == seen[1]);
    CHECK_DEVICE_POINTER(seen[0], values);
    CHECK(is_unmapped_everywhere(values));
}

/* The first parameter twice, which is known when the code is emitted; and two parameters, which may be equal. */
#define PAIR(first, second, to, from) \
    void run_one_##first##_##second(int32_t *, int32_t *, int32_t, int32_t); \
    void run_two_##first##_##second(int32_t *, int32_t *, int32_t, int32_t); \
    SCENARIO(one_pointer_for_##first##_and_##second) { \
        pair(run_one_##first##_##second, to, from); \
    } \
    SCENARIO(equal_pointers_for_##first##_and_##second) { \
        pair(run_two_##first##_##second, to, from); \
    }

PAIR(to, to, 1, 0)
PAIR(to, from, 1, 1)
PAIR(to, tofrom, 1, 1)
PAIR(to, alloc, 1, 0)
PAIR(from, to, 1, 1)
PAIR(from, from, 0, 1)
PAIR(from, tofrom, 1, 1)
PAIR(from, alloc, 0, 1)
PAIR(tofrom, to, 1, 1)
PAIR(tofrom, from, 1, 1)
PAIR(tofrom, tofrom, 1, 1)
PAIR(tofrom, alloc, 1, 1)
PAIR(alloc, to, 1, 0)
PAIR(alloc, from, 0, 1)
PAIR(alloc, tofrom, 1, 1)
PAIR(alloc, alloc, 0, 0)

SCENARIO(different_pointers_keep_their_own_directions) {
    int32_t in[COUNT] = {1, 2, 3};
    int32_t out[COUNT] = {-1, -1, -1};
    run_two_to_from(in, out, COUNT, READ_AND_WRITE);
    CHECK_INTEGER(in[2], 3);
    CHECK_INTEGER(out[0], 3);
    CHECK_INTEGER(out[2], 7);
    CHECK(seen[0] != seen[1]);
}

void copy_through(int32_t *out, int32_t *scratch, const int32_t *in, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        scratch[i] = 3 * in[i];
    }
    for (int32_t i = 0; i < n; i++) {
        out[i] = scratch[i] + 1;
    }
}

void run_three(int32_t *out, int32_t *scratch, int32_t *in, int32_t n);

SCENARIO(three_equal_parameters) {
    int32_t a[2] = {1, 10};
    run_three(a, a, a, 2);
    CHECK_INTEGER(a[0], 4);
    CHECK_INTEGER(a[1], 31);
}

SCENARIO(two_of_three_parameters_equal) {
    int32_t out[2] = {-5, -5};
    int32_t in[2] = {1, 10};
    run_three(out, in, in, 2);
    CHECK_INTEGER(out[1], 31);
    int32_t both[2] = {1, 10};
    int32_t scratch[2];
    run_three(both, scratch, both, 2);
    CHECK_INTEGER(both[1], 31);
    int32_t again[2] = {1, 10};
    run_three(scratch, scratch, again, 2);
    CHECK_INTEGER(scratch[0], 4);
    CHECK_INTEGER(scratch[1], 31);
    CHECK_INTEGER(again[1], 10);
}

void write_third(const int32_t *first, const int32_t *second, int32_t *third) {
    *third = *first + 1;
}

/* The first parameter, the second, and the first again, which is the only one that comes back. */
void run_one_around_another(int32_t *value, int32_t *other);

SCENARIO(one_pointer_around_another) {
    int32_t value = 4;
    int32_t other = 0;
    run_one_around_another(&value, &other);
    CHECK_INTEGER(value, 5);
    run_one_around_another(&value, &value);
    CHECK_INTEGER(value, 6);
}
