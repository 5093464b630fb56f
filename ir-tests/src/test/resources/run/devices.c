/* Every call of a site goes to the device that the site names. */
#include "scenario.h"

static const int32_t *host;
static int mapped_on;

/* Looks up on which device the host array is mapped to what the callee got. */
void locate(int32_t *device_pointer, int32_t addend) {
    mapped_on = -1;
    for (int device = 0; device < omp_get_num_devices(); device++) {
        if (omp_get_mapped_ptr(host, device) == device_pointer) {
            mapped_on = device;
        }
    }
    *device_pointer += addend;
}

void run_on_0(int32_t *value);
void run_on_1(int32_t *value);
void run_on_2(int32_t *value);
void run_on_3(int32_t *value);
void run_on_number(int32_t *value, int32_t device);
void run_on_wide_number(int32_t *value, int64_t device);
void run_on_narrow_number(int32_t *value, int8_t device);

#define CHECK_LOCATION(device) \
    CHECK_INTEGER(mapped_on, offloading() ? (device) : -1); \
    CHECK(is_unmapped_everywhere(host))

#define CONSTANT(number) \
    SCENARIO(device_##number) { \
        int32_t value = 40; \
        host = &value; \
        run_on_##number(&value); \
        CHECK_LOCATION(number); \
        CHECK_INTEGER(value, 42); \
    }

CONSTANT(0)
CONSTANT(1)
CONSTANT(2)
CONSTANT(3)

SCENARIO(device_known_when_the_program_runs) {
    int32_t value = 0;
    host = &value;
    for (int device = 0; device < 4; device++) {
        run_on_number(&value, device);
        CHECK_LOCATION(device);
        run_on_wide_number(&value, device);
        CHECK_LOCATION(device);
        run_on_narrow_number(&value, (int8_t)device);
        CHECK_LOCATION(device);
    }
    CHECK_INTEGER(value, 24);
}

SCENARIO(minus_one_is_the_default_device) {
    int32_t value = 0;
    host = &value;
    run_on_number(&value, -1);
    CHECK_LOCATION(omp_get_default_device());
    run_on_wide_number(&value, -1);
    CHECK_LOCATION(omp_get_default_device());
    run_on_narrow_number(&value, -1);
    CHECK_LOCATION(omp_get_default_device());
    CHECK_INTEGER(value, 6);
}

SCENARIO(initial_device_is_the_host) {
    int32_t value = 0;
    host = &value;
    run_on_number(&value, omp_get_initial_device());
    CHECK_INTEGER(mapped_on, -1);
    CHECK_INTEGER(value, 2);
}

void omp_set_default_device(int device);

static int32_t *changing;

void change_default_device(int32_t *device_pointer) {
    omp_set_default_device(3);
    changing = device_pointer;
    *device_pointer = 17;
}

void run_change_default_device(int32_t *value);

SCENARIO(default_device_may_change_inside_a_site) {
    int before = omp_get_default_device();
    int32_t value = 0;
    host = &value;
    run_change_default_device(&value);
    omp_set_default_device(before);
    CHECK_INTEGER(value, 17);
    CHECK_DEVICE_POINTER(changing, &value);
    CHECK(is_unmapped_everywhere(&value));
}
