/* The few functions of the CUDA driver that the benchmark calls, found at run time: no CUDA is needed to build it. */
#ifndef CUDA_H
#define CUDA_H

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int CUdevice;
typedef unsigned long long CUdeviceptr;

#define CUDA_FUNCTIONS(F)                                                                                              \
  F(cuInit, "cuInit", (unsigned))                                                                                      \
  F(cuDeviceGet, "cuDeviceGet", (CUdevice *, int))                                                                     \
  F(cuDevicePrimaryCtxSetFlags, "cuDevicePrimaryCtxSetFlags_v2", (CUdevice, unsigned))                                 \
  F(cuDevicePrimaryCtxRetain, "cuDevicePrimaryCtxRetain", (void **, CUdevice))                                         \
  F(cuCtxSetCurrent, "cuCtxSetCurrent", (void *))                                                                      \
  F(cuModuleLoadData, "cuModuleLoadData", (void **, const void *))                                                     \
  F(cuModuleGetFunction, "cuModuleGetFunction", (void **, void *, const char *))                                       \
  F(cuMemAlloc, "cuMemAlloc_v2", (CUdeviceptr *, size_t))                                                              \
  F(cuMemFree, "cuMemFree_v2", (CUdeviceptr))                                                                          \
  F(cuMemcpyHtoD, "cuMemcpyHtoD_v2", (CUdeviceptr, const void *, size_t))                                              \
  F(cuMemcpyDtoH, "cuMemcpyDtoH_v2", (void *, CUdeviceptr, size_t))                                                    \
  F(cuCtxSynchronize, "cuCtxSynchronize", (void))                                                                      \
  F(cuLaunchKernel, "cuLaunchKernel",                                                                                  \
    (void *, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, void *, void **, void **))

#define DECLARE(name, symbol, parameters) static int(*name) parameters;
CUDA_FUNCTIONS(DECLARE)
#undef DECLARE

#define CUDA(call)                                                                                                     \
  do {                                                                                                                 \
    int result = (call);                                                                                               \
    if (result != 0) {                                                                                                 \
      fprintf(stderr, "error: %s: CUDA error %d\n", #call, result);                                                    \
      exit(1);                                                                                                         \
    }                                                                                                                  \
  } while (0)

/* Starts the driver and makes the first device's primary context current. "spin" has threads spin while they wait. */
static void start_cuda(const char *mode) {
  void *library = dlopen("libcuda.so.1", RTLD_NOW);
  if (!library) {
    fprintf(stderr, "error: %s\n", dlerror());
    exit(1);
  }
#define FIND(name, symbol, parameters)                                                                                 \
  *(void **)&name = dlsym(library, symbol);                                                                            \
  if (!name) {                                                                                                         \
    fprintf(stderr, "error: the CUDA driver has no %s\n", symbol);                                                     \
    exit(1);                                                                                                           \
  }
  CUDA_FUNCTIONS(FIND)
#undef FIND
  CUdevice device;
  void *context;
  CUDA(cuInit(0));
  CUDA(cuDeviceGet(&device, 0));
  if (!strcmp(mode, "spin"))
    CUDA(cuDevicePrimaryCtxSetFlags(device, 1));
  CUDA(cuDevicePrimaryCtxRetain(&context, device));
  CUDA(cuCtxSetCurrent(context));
}

#endif
