/*
 * A CUDA driver without a GPU. FAKE_CUDA_GPUS lists the compute capabilities of the GPUs that it shows, such as "90,90,80",
 * FAKE_CUDA_DRIVER is the version that it says, and FAKE_CUDA_LOG a file to which every call that changes something is added.
 */
#include "fake.h"

#include <stdint.h>
#include <string.h>

enum { MOST_GPUS = 8, SUCCESS = 0, INVALID_VALUE = 1, NO_DEVICE = 100, INVALID_DEVICE = 101, INVALID_CONTEXT = 201, DEEPEST = 16 };

static int capabilities[MOST_GPUS];
static int gpus = -1;
static int contexts[MOST_GPUS];
static int streams[64];
static int next_stream;
static _Thread_local void *stack[DEEPEST];
static _Thread_local int depth;

static void read_gpus(void) {
    const char *text = getenv("FAKE_CUDA_GPUS");
    gpus = 0;
    while (text && *text && gpus < MOST_GPUS) {
        capabilities[gpus++] = atoi(text);
        text = strchr(text, ',');
        text = text ? text + 1 : NULL;
    }
}

static int ordinal(void *context) {
    return (int)((int *)context - contexts);
}

int cuInit(unsigned flags) {
    const char *broken = getenv("FAKE_CUDA_INIT");
    read_gpus();
    if (broken) {
        return atoi(broken);
    }
    return flags ? INVALID_VALUE : gpus ? SUCCESS : NO_DEVICE;
}

int cuDriverGetVersion(int *version) {
    const char *text = getenv("FAKE_CUDA_DRIVER");
    *version = text ? atoi(text) : 13000;
    return SUCCESS;
}

int cuGetErrorName(int status, const char **name) {
    switch (status) {
    case INVALID_VALUE: *name = "CUDA_ERROR_INVALID_VALUE"; return SUCCESS;
    case NO_DEVICE: *name = "CUDA_ERROR_NO_DEVICE"; return SUCCESS;
    case INVALID_DEVICE: *name = "CUDA_ERROR_INVALID_DEVICE"; return SUCCESS;
    case INVALID_CONTEXT: *name = "CUDA_ERROR_INVALID_CONTEXT"; return SUCCESS;
    case 803: *name = "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH"; return SUCCESS;
    default: return INVALID_VALUE;
    }
}

int cuDeviceGetCount(int *count) {
    *count = gpus;
    return SUCCESS;
}

int cuDeviceGet(int *device, int number) {
    if (number < 0 || number >= gpus) {
        return INVALID_DEVICE;
    }
    *device = number;
    return SUCCESS;
}

int cuDeviceGetName(char *name, int size, int device) {
    snprintf(name, (size_t)size, "Fake GPU %d", device);
    return SUCCESS;
}

int cuDeviceTotalMem_v2(size_t *bytes, int device) {
    *bytes = ((size_t)80 << 30) + (size_t)device;
    return SUCCESS;
}

int cuDeviceGetAttribute(int *value, int attribute, int device) {
    if (attribute != 75 && attribute != 76) {
        return INVALID_VALUE;
    }
    *value = attribute == 75 ? capabilities[device] / 10 : capabilities[device] % 10;
    return SUCCESS;
}

int cuDeviceGetUuid_v2(unsigned char *uuid, int device) {
    for (int i = 0; i < 16; i++) {
        uuid[i] = (unsigned char)(0xa0 + i);
    }
    uuid[15] = (unsigned char)device;
    return SUCCESS;
}

int cuDeviceGetUuid(unsigned char *uuid, int device) {
    return cuDeviceGetUuid_v2(uuid, device);
}

int cuDeviceGetPCIBusId(char *text, int size, int device) {
    snprintf(text, (size_t)size, "0000:%02x:00.0", device + 1);
    return SUCCESS;
}

int cuDevicePrimaryCtxSetFlags_v2(int device, unsigned flags) {
    record("cuDevicePrimaryCtxSetFlags %d %u", device, flags);
    return SUCCESS;
}

int cuDevicePrimaryCtxRetain(void **context, int device) {
    record("cuDevicePrimaryCtxRetain %d", device);
    contexts[device]++;
    *context = &contexts[device];
    return SUCCESS;
}

int cuDevicePrimaryCtxRelease_v2(int device) {
    record("cuDevicePrimaryCtxRelease %d", device);
    return contexts[device]-- > 0 ? SUCCESS : INVALID_CONTEXT;
}

int cuCtxPushCurrent_v2(void *context) {
    if (depth == DEEPEST) {
        return INVALID_CONTEXT;
    }
    stack[depth++] = context;
    return SUCCESS;
}

int cuCtxPopCurrent_v2(void **context) {
    if (!depth) {
        return INVALID_CONTEXT;
    }
    *context = stack[--depth];
    return SUCCESS;
}

int cuCtxGetCurrent(void **context) {
    *context = depth ? stack[depth - 1] : NULL;
    return SUCCESS;
}

int cuCtxSetCurrent(void *context) {
    depth = context ? 1 : 0;
    stack[0] = context;
    return SUCCESS;
}

int cuCtxSynchronize(void) {
    if (!depth) {
        return INVALID_CONTEXT;
    }
    record("cuCtxSynchronize on %d", ordinal(stack[depth - 1]));
    return SUCCESS;
}

/* No memory is a GPU's here. */
int cuPointerGetAttribute(void *result, int attribute, uintptr_t address) {
    (void)result, (void)attribute, (void)address;
    return INVALID_VALUE;
}

int cuStreamCreate(void **stream, unsigned flags) {
    if (!depth || next_stream == 64) {
        return INVALID_CONTEXT;
    }
    *stream = &streams[next_stream];
    record("cuStreamCreate %d on %d with flags %u", next_stream++, ordinal(stack[depth - 1]), flags);
    return SUCCESS;
}

int cuStreamSynchronize(void *stream) {
    record("cuStreamSynchronize %d", (int)((int *)stream - streams));
    return SUCCESS;
}

int cuStreamDestroy_v2(void *stream) {
    record("cuStreamDestroy %d", (int)((int *)stream - streams));
    return SUCCESS;
}
