#include "scenario.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct scenario *scenarios;
static int failures;

void add_scenario(struct scenario *scenario) {
    scenario->next = scenarios;
    scenarios = scenario;
}

static void fail(const char *file, int line) {
    failures++;
    printf("  %s:%d: ", strrchr(file, '/') ? strrchr(file, '/') + 1 : file, line);
}

void check(int holds, const char *what, const char *file, int line) {
    if (!holds) {
        fail(file, line);
        printf("does not hold: %s\n", what);
    }
}

void check_integer(long long actual, long long expected, const char *what, const char *file, int line) {
    if (actual != expected) {
        fail(file, line);
        printf("%s is %lld, expected %lld\n", what, actual, expected);
    }
}

void check_real(double actual, double expected, const char *what, const char *file, int line) {
    if (memcmp(&actual, &expected, sizeof actual) != 0) {
        fail(file, line);
        printf("%s is %a, expected %a\n", what, actual, expected);
    }
}

#ifndef THREAD_STACK_BYTES
#define THREAD_STACK_BYTES (128 * 1024)
#endif

static void (*to_run)(void);

static void *run_it(void *unused) {
    to_run();
    return unused;
}

void run_on_small_stack(void (*run)(void)) {
    pthread_t thread;
    pthread_attr_t attributes;
    to_run = run;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, THREAD_STACK_BYTES);
    CHECK_INTEGER(pthread_create(&thread, &attributes, run_it, NULL), 0);
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
}

/* Runtime 19 counts devices that are disabled, once there is an image for them. */
int offloading(void) {
    const char *policy = getenv("OMP_TARGET_OFFLOAD");
    return omp_get_num_devices() > 0 && (policy == NULL || strcmp(policy, "DISABLED") != 0);
}

int default_device(void) {
    return offloading() ? omp_get_default_device() : omp_get_initial_device();
}

int is_unmapped_everywhere(const void *host) {
    for (int device = 0; device < omp_get_num_devices(); device++) {
        if (omp_target_is_present(host, device)) {
            return 0;
        }
    }
    return 1;
}

static int is_wanted(const char *name, int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        if (strcmp(name, argv[i]) == 0) {
            return 1;
        }
    }
    return argc == 1;
}

int main(int argc, char **argv) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf("devices %d\n", omp_get_num_devices());
    for (struct scenario *scenario = scenarios; scenario != NULL; scenario = scenario->next) {
        if (is_wanted(scenario->name, argc, argv)) {
            int before = failures;
            scenario->run();
            printf("%s %s\n", failures == before ? "passed" : "failed", scenario->name);
        }
    }
    return failures == 0 ? 0 : 1;
}
