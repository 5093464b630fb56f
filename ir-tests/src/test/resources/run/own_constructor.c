/* A module that has a constructor of its own. */
#include "scenario.h"

#include <stdlib.h>
#include <unistd.h>

extern int32_t constructed;
void run_increment(int32_t *value);

static const void *seen;

void increment(int32_t *value) {
    seen = value;
    ++*value;
}

SCENARIO(own_constructor_still_runs) {
    CHECK_INTEGER(constructed, 1);
}

SCENARIO(sites_of_the_module_run) {
    int32_t value = 1;
    run_increment(&value);
    CHECK_INTEGER(value, 2);
    CHECK_DEVICE_POINTER(seen, &value);
}

static void at_the_end(void) {
    int32_t value = 1;
    run_increment(&value);
    if (value != 2) {
        _exit(3);
    }
}

SCENARIO(sites_run_in_exit_handlers) {
    CHECK_INTEGER(atexit(at_the_end), 0);
}
