/* A scenario calls emitted functions and checks what they did; main runs all of a program's, or those it is told to. */
#ifndef SCENARIO_H
#define SCENARIO_H

#include <stddef.h>
#include <stdint.h>

struct scenario {
    const char *name;
    void (*run)(void);
    struct scenario *next;
};

void add_scenario(struct scenario *scenario);

#define SCENARIO(name) \
    static void name(void); \
    __attribute__((constructor)) static void add_##name(void) { \
        static struct scenario scenario = {#name, name, 0}; \
        add_scenario(&scenario); \
    } \
    static void name(void)

void check(int holds, const char *what, const char *file, int line);
void check_integer(long long actual, long long expected, const char *what, const char *file, int line);
void check_real(double actual, double expected, const char *what, const char *file, int line);

#define CHECK(condition) check(condition, #condition, __FILE__, __LINE__)
#define CHECK_INTEGER(actual, expected) check_integer(actual, expected, #actual, __FILE__, __LINE__)
#define CHECK_REAL(actual, expected) check_real(actual, expected, #actual, __FILE__, __LINE__)

/* How often a loop runs a site whose arrays, that many times, would not fit the small stack. */
#ifndef TIMES
#define TIMES 5000
#endif

/* Runs a function on a thread with a small stack. */
void run_on_small_stack(void (*run)(void));

/* Whether there are devices with memory of their own. */
int offloading(void);

/* A device that data is mapped on by default, or the host where there is none. */
int default_device(void);

/* Whether no device has a mapping of the address. */
int is_unmapped_everywhere(const void *host);

/* What the callee got for a host pointer has to be another address exactly when there are devices. */
#define CHECK_DEVICE_POINTER(seen, host) CHECK(((const void *)(seen) != (const void *)(host)) == offloading())

int omp_get_num_devices(void);
int omp_get_initial_device(void);
int omp_get_default_device(void);
int omp_target_is_present(const void *host, int device);
void *omp_get_mapped_ptr(const void *host, int device);
void *omp_target_alloc(size_t bytes, int device);
void omp_target_free(void *memory, int device);
int omp_target_memcpy(
    void *to, const void *from, size_t bytes, size_t to_offset, size_t from_offset, int to_device, int from_device);

#endif
