/* A CUDA driver that registers memory, says so, and finds what a driver would refuse. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct { char *begin; size_t size; } known[256];
static int count;

int cuInit(unsigned flags) {
    return 0;
}

int cuCtxGetCurrent(void **context) {
    *context = getenv("FAKE_CUDA_NO_CONTEXT") ? NULL : known;
    return 0;
}

int cuDevicePrimaryCtxRetain(void **context, int device) {
    fprintf(stderr, "retain %d\n", device);
    *context = known;
    return 0;
}

int cuCtxPushCurrent_v2(void *context) {
    fprintf(stderr, context == known ? "push\n" : "BAD context\n");
    return 0;
}

int cuCtxPopCurrent_v2(void **context) {
    fprintf(stderr, "pop\n");
    return 0;
}

int cuMemHostRegister_v2(char *begin, size_t size, unsigned flags) {
    int status = getenv("FAKE_CUDA_REFUSES") ? 1 : 0;
    pthread_mutex_lock(&lock);
    for (int i = 0; i < count; i++) {
        if (begin < known[i].begin + known[i].size && known[i].begin < begin + size) {
            status = 712;
        }
    }
    if (status == 0) {
        known[count].begin = begin;
        known[count++].size = size;
    }
    fprintf(stderr, status == 0 ? "register %zu\n" : "refuse %zu\n", size);
    pthread_mutex_unlock(&lock);
    return status;
}

int cuMemHostUnregister(char *begin) {
    int status = 713;
    pthread_mutex_lock(&lock);
    for (int i = 0; i < count && status != 0; i++) {
        if (known[i].begin == begin) {
            fprintf(stderr, "unregister %zu\n", known[i].size);
            known[i] = known[--count];
            status = 0;
        }
    }
    if (status != 0) {
        fprintf(stderr, "BAD address\n");
    }
    pthread_mutex_unlock(&lock);
    return status;
}
