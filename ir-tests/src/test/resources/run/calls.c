/* Host functions called with device pointers: what travels, and in which direction. */
#include "scenario.h"

static const void *seen[3];

/* b += 3 a */
void accumulate(const float *a, float *b, int64_t n) {
    seen[0] = a;
    seen[1] = b;
    for (int64_t i = 0; i < n; i++) {
        b[i] += 3 * a[i];
    }
}

void run_accumulate(const float *a, float *b, int64_t n);

SCENARIO(to_goes_in_and_tofrom_goes_both_ways) {
    float a[5] = {1, -2, 3.5f, 0.25f, 1e6f};
    float b[5] = {10, 20, 30, 40, 50};
    run_accumulate(a, b, 5);
    const float expected[5] = {13, 14, 40.5f, 40.75f, 3000050};
    for (int i = 0; i < 5; i++) {
        CHECK_REAL(b[i], expected[i]);
    }
    CHECK_DEVICE_POINTER(seen[0], a);
    CHECK_DEVICE_POINTER(seen[1], b);
    CHECK(is_unmapped_everywhere(a) && is_unmapped_everywhere(b));
}

SCENARIO(run_time_extent_stops_at_its_count) {
    float a[6] = {1, 2, 3, 4, 5, 6};
    float b[6] = {0, 0, 0, 0, 0, -7};
    run_accumulate(a, b, 4);
    CHECK_REAL(b[3], 12);
    CHECK_REAL(b[4], 0);
    CHECK_REAL(b[5], -7);
}

void fill(int32_t *out, int32_t n, int32_t seed) {
    seen[0] = out;
    for (int32_t i = 0; i < n; i++) {
        out[i] = seed * (i + 1);
    }
}

void run_fill(int32_t *out, int32_t n, int32_t seed);

SCENARIO(from_comes_back) {
    int32_t out[5] = {-1, -1, -1, -1, -1};
    run_fill(out, 4, -1234567);
    CHECK_INTEGER(out[0], -1234567);
    CHECK_INTEGER(out[3], -4938268);
    CHECK_INTEGER(out[4], -1);
    CHECK_DEVICE_POINTER(seen[0], out);
    CHECK(is_unmapped_everywhere(out));
}

void overwrite(int64_t *in, int64_t n) {
    for (int64_t i = 0; i < n; i++) {
        in[i] = -9;
    }
}

void run_overwrite(int64_t *in, int64_t n);

SCENARIO(to_does_not_come_back) {
    int64_t in[3] = {INT64_MAX, 0, INT64_MIN};
    run_overwrite(in, 3);
    CHECK_INTEGER(in[0], offloading() ? INT64_MAX : -9);
    CHECK_INTEGER(in[2], offloading() ? INT64_MIN : -9);
}

/* Reverses by way of scratch memory. */
void reverse(int16_t *data, int16_t *scratch, int32_t n) {
    seen[1] = scratch;
    for (int32_t i = 0; i < n; i++) {
        scratch[i] = data[n - 1 - i];
    }
    for (int32_t i = 0; i < n; i++) {
        data[i] = scratch[i];
    }
}

void run_reverse(int16_t *data, int16_t *scratch, int32_t n);

SCENARIO(alloc_is_device_memory_that_goes_nowhere) {
    int16_t data[4] = {1, 2, 3, INT16_MIN};
    int16_t scratch[4] = {77, 77, 77, 77};
    run_reverse(data, scratch, 4);
    CHECK_INTEGER(data[0], INT16_MIN);
    CHECK_INTEGER(data[3], 1);
    CHECK_INTEGER(scratch[0], offloading() ? 77 : INT16_MIN);
    CHECK_DEVICE_POINTER(seen[1], scratch);
}

/* y = alpha A x + y, with A in rows */
void gemv(const float *A, const float *x, float *y, const float *alpha) {
    seen[2] = alpha;
    for (int row = 0; row < 2; row++) {
        float sum = 0;
        for (int column = 0; column < 3; column++) {
            sum += A[3 * row + column] * x[column];
        }
        y[row] += *alpha * sum;
    }
}

void run_gemv(const float *A, const float *x, float *y, const float *alpha);

SCENARIO(static_extents_and_a_pointer_that_stays_on_the_host) {
    const float A[6] = {1, 2, 3, 4, 5, 6};
    const float x[3] = {1, -1, 2};
    float y[3] = {100, 200, 300};
    const float alpha = 0.5f;
    run_gemv(A, x, y, &alpha);
    CHECK_REAL(y[0], 102.5);
    CHECK_REAL(y[1], 205.5);
    CHECK_REAL(y[2], 300);
    CHECK(seen[2] == &alpha);
}

struct particle {
    int32_t charge;
    double mass;
};

void age(struct particle *particles, int64_t count) {
    for (int64_t i = 0; i < count; i++) {
        particles[i].mass *= 0.5;
        particles[i].charge++;
    }
}

void run_age_slice(struct particle *particles, int64_t count);
void run_age_byte_count(struct particle *particles, int64_t bytes, int64_t count);

SCENARIO(slice_of_structs) {
    struct particle particles[3] = {{1, 1.5}, {INT32_MAX - 1, -3}, {0, 1e-300}};
    run_age_slice(particles, 3);
    CHECK_REAL(particles[0].mass, 0.75);
    CHECK_INTEGER(particles[1].charge, INT32_MAX);
    CHECK_REAL(particles[2].mass, 5e-301);
}

SCENARIO(extent_in_bytes) {
    struct particle particles[2] = {{7, 8}, {9, 10}};
    run_age_byte_count(particles, sizeof particles, 2);
    CHECK_REAL(particles[1].mass, 5);
    CHECK_INTEGER(particles[1].charge, 10);
}

void run_age_narrow(struct particle *particles, int8_t count);

SCENARIO(count_of_eight_bits) {
    static struct particle particles[127];
    for (int i = 0; i < 127; i++) {
        particles[i] = (struct particle){i, i};
    }
    run_age_narrow(particles, 127);
    CHECK_REAL(particles[126].mass, 63);
    CHECK_INTEGER(particles[126].charge, 127);
}

double sum(const double *values, int64_t n) {
    double total = 0;
    for (int64_t i = 0; i < n; i++) {
        total += values[i];
    }
    return total;
}

double run_sum(const double *values, int64_t n);

SCENARIO(result_of_the_callee_is_returned) {
    const double values[4] = {1e10, 0.5, -3, 0.25};
    CHECK_REAL(run_sum(values, 4), 9999999997.75);
}

struct range {
    int64_t least;
    int64_t greatest;
};

struct range range(const int32_t *values, int64_t n) {
    struct range range = {values[0], values[0]};
    for (int64_t i = 1; i < n; i++) {
        range.least = values[i] < range.least ? values[i] : range.least;
        range.greatest = values[i] > range.greatest ? values[i] : range.greatest;
    }
    return range;
}

struct range run_range(const int32_t *values, int64_t n);

SCENARIO(result_of_two_words_is_returned) {
    const int32_t values[4] = {3, INT32_MIN, 12, INT32_MAX};
    struct range range = run_range(values, 4);
    CHECK_INTEGER(range.least, INT32_MIN);
    CHECK_INTEGER(range.greatest, INT32_MAX);
}

void run_accumulate_in_a_loop(const float *a, float *b, int64_t n, int32_t times);

static float looped[2] = {0, 100};

static void loop(void) {
    float a[2] = {1, 0.5f};
    run_accumulate_in_a_loop(a, looped, 2, TIMES);
    CHECK(is_unmapped_everywhere(a) && is_unmapped_everywhere(looped));
}

SCENARIO(site_inside_a_loop_does_not_grow_the_stack) {
    run_on_small_stack(loop);
    CHECK_REAL(looped[0], 3 * TIMES);
    CHECK_REAL(looped[1], 100 + 1.5 * TIMES);
}

void run_accumulate_on_one_side(const float *a, float *b, int64_t n, _Bool taken);

SCENARIO(branch_around_the_site) {
    float a[2] = {1, 2};
    float b[2] = {5, 5};
    run_accumulate_on_one_side(a, b, 2, 0);
    CHECK_REAL(b[1], 5);
    run_accumulate_on_one_side(a, b, 2, 1);
    CHECK_REAL(b[1], 11);
}

void run_accumulate_twice(const float *a, float *b, float *c, int64_t n);

SCENARIO(two_sites_of_one_callee) {
    float a[3] = {1, 2, 3};
    float b[3] = {10, 10, 10};
    float c[3] = {0.5f, 0.5f, 0.5f};
    run_accumulate_twice(a, b, c, 3);
    CHECK_REAL(b[2], 19);
    CHECK_REAL(c[2], 57.5);
    CHECK_REAL(c[0], 39.5);
}

static int calls;

void nothing(void) {
    calls++;
}

void run_nothing(void);

SCENARIO(no_arguments) {
    calls = 0;
    run_nothing();
    CHECK_INTEGER(calls, 1);
}

/* Adds the number of each parameter to the element that it points at. */
void run_1_pointers(int32_t *elements);
void run_16_pointers(int32_t *elements);
void run_255_pointers(int32_t *elements);

static void many(void (*run)(int32_t *), int count) {
    int32_t elements[256];
    for (int i = 0; i < 256; i++) {
        elements[i] = 1000 * i;
    }
    run(elements);
    for (int i = 0; i < 256; i++) {
        CHECK_INTEGER(elements[i], 1000 * i + (i < count ? i + 1 : 0));
    }
}

SCENARIO(one_argument) {
    many(run_1_pointers, 1);
}

SCENARIO(sixteen_arguments) {
    many(run_16_pointers, 16);
}

SCENARIO(two_hundred_and_fifty_five_arguments) {
    many(run_255_pointers, 255);
}
