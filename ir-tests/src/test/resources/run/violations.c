/* Sites that the runtime ends the program at; run one at a time. */
#include "scenario.h"

#include <stdio.h>

void nop(int32_t *first, int32_t *second) {
    (void)first;
    (void)second;
}

void run_present(int32_t *first);
void run_sections(int32_t *first, int64_t first_count, int32_t *second, int64_t second_count);
void run_twice(int32_t *first, int64_t first_count);
void run_on_device(int32_t *first, int32_t device);

static int32_t values[8];

SCENARIO(absent_data_that_is_to_be_present) {
    run_present(values);
    puts("not reached");
}

SCENARIO(section_that_ends_behind_an_earlier_one) {
    run_sections(values, 4, values + 2, 4);
    puts("not reached");
}

SCENARIO(section_that_begins_before_an_earlier_one) {
    run_sections(values + 2, 2, values, 8);
    puts("not reached");
}

static int32_t others[8];
static const int64_t four_bytes_when_wrapped = 0x4000000000000001;

SCENARIO(size_that_wraps) {
    run_sections(values, 8, others, four_bytes_when_wrapped);
    puts("not reached");
}

SCENARIO(size_that_wraps_inside_mapped_data) {
    run_sections(values, 8, values + 2, four_bytes_when_wrapped);
    puts("not reached");
}

SCENARIO(size_that_wraps_beside_another_of_the_pointer) {
    run_twice(values, four_bytes_when_wrapped);
    puts("not reached");
}

SCENARIO(negative_size_inside_mapped_data) {
    run_sections(values, 8, values + 2, -1);
    puts("not reached");
}

SCENARIO(device_that_does_not_exist) {
    run_on_device(values, 7);
    puts("not reached");
}
