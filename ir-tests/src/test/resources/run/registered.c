/* A module that the program registers itself, unless it is told to forget. */
#include "scenario.h"

#include <stdlib.h>
#include <unistd.h>

void register_module(void) __asm__("offload4j.register");
void unregister_module(void) __asm__("offload4j.unregister");
void run_increment(int32_t *value);

static const void *seen;

void increment(int32_t *value) {
    seen = value;
    ++*value;
}

static int is_forgotten(void) {
    return getenv("FORGET_REGISTRATION") != NULL;
}

__attribute__((constructor)) static void begin(void) {
    if (!is_forgotten()) {
        register_module();
    }
}

__attribute__((destructor)) static void end(void) {
    if (!is_forgotten()) {
        int32_t value = 1;
        run_increment(&value);
        if (value != 2) {
            _exit(3);
        }
        unregister_module();
    }
}

SCENARIO(sites_run_between_register_and_unregister) {
    int32_t value = 1;
    run_increment(&value);
    CHECK_INTEGER(value, 2);
    CHECK_DEVICE_POINTER(seen, &value);
}
