/* The baseline: what a CUDA programmer writes against the driver, from pageable memory. */
#include "cuda.h"
#include "measure.h"

extern const char image_begin[];

static void *kernel;

static void launch(int64_t n, float a, CUdeviceptr x, CUdeviceptr y) {
  void *unused = NULL; /* the kernels of the benchmark have libomptarget's hidden parameter */
  int64_t bits = 0;
  memcpy(&bits, &a, sizeof a);
  void *arguments[] = {&unused, &n, &bits, &x, &y};
  CUDA(cuLaunchKernel(kernel, (unsigned)((n + THREADS - 1) / THREADS), 1, 1, THREADS, 1, 1, 0, NULL, arguments, NULL));
}

static double everything(int64_t n, float a, const float *x, float *y, long times) {
  double start = now();
  for (long i = 0; i < times; i++) {
    CUdeviceptr device_x, device_y;
    size_t bytes = n * sizeof(float);
    CUDA(cuMemAlloc(&device_x, bytes));
    CUDA(cuMemAlloc(&device_y, bytes));
    CUDA(cuMemcpyHtoD(device_x, x, bytes));
    CUDA(cuMemcpyHtoD(device_y, y, bytes));
    launch(n, a, device_x, device_y);
    CUDA(cuMemcpyDtoH(y, device_y, bytes));
    CUDA(cuCtxSynchronize());
    CUDA(cuMemFree(device_x));
    CUDA(cuMemFree(device_y));
  }
  return now() - start;
}

static double launches(int64_t n, float a, const float *x, float *y, long times) {
  CUdeviceptr device_x, device_y;
  size_t bytes = n * sizeof(float);
  CUDA(cuMemAlloc(&device_x, bytes));
  CUDA(cuMemAlloc(&device_y, bytes));
  CUDA(cuMemcpyHtoD(device_x, x, bytes));
  CUDA(cuMemcpyHtoD(device_y, y, bytes));
  CUDA(cuCtxSynchronize());
  double start = now();
  for (long i = 0; i < times; i++) {
    launch(n, a, device_x, device_y);
    CUDA(cuCtxSynchronize());
  }
  double took = now() - start;
  CUDA(cuMemcpyDtoH(y, device_y, bytes));
  CUDA(cuMemFree(device_x));
  CUDA(cuMemFree(device_y));
  return took;
}

int main(int argc, char **argv) {
  void *module;
  mode = argc > 1 ? argv[1] : mode;
  start_cuda(mode);
  CUDA(cuModuleLoadData(&module, image_begin));
  CUDA(cuModuleGetFunction(&kernel, module, "saxpy"));
  /* With nothing else allocated, cuMemFree gives the memory back to the system each time. A program that offloads has
     more on the device than the arrays of one call, so the baseline keeps something there. */
  measure("hand-written, on an empty device: alloc, copy, launch, copy, free", everything);
  CUdeviceptr kept;
  CUDA(cuMemAlloc(&kept, 1));
  measure("hand-written: alloc, copy, launch, copy, free", everything);
  measure("hand-written: launch, synchronise", launches);
  CUDA(cuMemFree(kept));
  return 0;
}
