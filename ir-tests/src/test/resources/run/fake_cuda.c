/* A CUDA driver with three devices, of which the second is not to be had. It says what it is asked for. */
#include <stdio.h>
#include <stdlib.h>

int cuInit(unsigned flags) {
    const char *result = getenv("FAKE_CUDA_INIT");
    fprintf(stderr, "cuInit(%u)\n", flags);
    return result ? atoi(result) : 0;
}

int cuDeviceGetCount(int *count) {
    fprintf(stderr, "cuDeviceGetCount\n");
    *count = 3;
    return 0;
}

int cuDeviceGet(int *device, int number) {
    fprintf(stderr, "cuDeviceGet(%d)\n", number);
    *device = 40 + number;
    return number == 1 ? 101 : 0;
}

int cuDevicePrimaryCtxSetFlags_v2(int device, unsigned flags) {
    fprintf(stderr, "cuDevicePrimaryCtxSetFlags(%d, %u)\n", device, flags);
    return 0;
}

#ifndef INCOMPLETE
int cuDevicePrimaryCtxRetain(void **context, int device) {
    fprintf(stderr, "cuDevicePrimaryCtxRetain(%d)\n", device);
    *context = NULL;
    return 0;
}
#endif
