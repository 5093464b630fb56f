/* Launches a kernel while the process has one thread, and beside another one, and says whether it computed the same. */
#include "offload.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/single_threaded.h>
#include <unistd.h>

enum { COUNT = 48 };

typedef struct {
    signed char bytes[COUNT];
    long words[COUNT];
    float floats[COUNT];
    double doubles[COUNT];
} Memory;

void each(signed char *bytes, long *words, float *floats, double *doubles);

static void launch(Memory *memory) {
    for (int i = 0; i < COUNT; i++) {
        memory->bytes[i] = memory->words[i] = i + 1;
        memory->floats[i] = memory->doubles[i] = i + 1;
    }
    offload_kernel(-1);
    offload_grid(1, 1, 1);
    offload_block(1, 1, 1);
    offload_map_pointer(memory->bytes, sizeof memory->bytes, OFFLOAD_TOFROM);
    offload_map_pointer(memory->words, sizeof memory->words, OFFLOAD_TOFROM);
    offload_map_pointer(memory->floats, sizeof memory->floats, OFFLOAD_TOFROM);
    offload_map_pointer(memory->doubles, sizeof memory->doubles, OFFLOAD_TOFROM);
    each(memory->bytes, memory->words, memory->floats, memory->doubles);
}

static void *wait(void *unused) {
    return pause(), unused;
}

int main(void) {
    static Memory alone, beside;
    int before = __libc_single_threaded;
    launch(&alone);
    before &= __libc_single_threaded;
    pthread_t thread;
    pthread_create(&thread, 0, wait, 0);
    int after = __libc_single_threaded;
    launch(&beside);
    printf("%d %d %s\n", before, after, memcmp(&alone, &beside, sizeof alone) ? "different" : "same");
    printf("%d %ld %ld %g %g\n", alone.bytes[0], alone.words[16], alone.words[20], alone.floats[0], alone.doubles[24]);
    return 0;
}
