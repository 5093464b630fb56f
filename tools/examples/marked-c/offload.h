/*
 * Marks for C. Each is an ordinary call, which MarkCalls.java turns into an operand bundle of the next call that is none:
 *
 *     offload_host(-1);
 *     offload_map(0, n * sizeof *x, OFFLOAD_TO | OFFLOAD_FROM);
 *     scale(x, n, 2.0);                      // gets the device address of x
 *
 *     offload_kernel(-1);
 *     offload_grid((n + 255) / 256, 1, 1);
 *     offload_block(256, 1, 1);
 *     offload_map(2, n * sizeof *y, OFFLOAD_TO | OFFLOAD_FROM);
 *     saxpy(n, a, y);                        // launched on the device
 *
 * Arguments count from 0. The mode, the argument and the map bits have to be constants.
 */
#ifndef OFFLOAD_H
#define OFFLOAD_H

#include <stdint.h>

enum {
    OFFLOAD_ALLOC = 0,
    OFFLOAD_TO = 1,
    OFFLOAD_FROM = 2,
    OFFLOAD_ALWAYS = 4,
    OFFLOAD_CLOSE = 0x400,
    OFFLOAD_PRESENT = 0x1000,
    OFFLOAD_HOLD = 0x2000
};

void offload_mark(_Bool host, int64_t device);
void offload_grid(int32_t x, int32_t y, int32_t z);
void offload_block(int32_t x, int32_t y, int32_t z);
void offload_shared(int32_t bytes);
void offload_map(int32_t argument, int64_t bytes, int64_t bits);
void offload_device(int32_t argument);
void offload_fallback(void *function);

#define offload_host(device) offload_mark(1, device)
#define offload_kernel(device) offload_mark(0, device)

#endif
