/* What the check calls of cuBLAS and of generated code. */
#pragma once
#include <stdint.h>

#ifdef STAND_IN /* no CUDA where this is compiled: what there is says that there is no device */
enum { cudaSuccess, cudaMemcpyHostToDevice, cudaMemcpyDeviceToHost, NO_CUDA };
static inline int cudaGetDeviceCount(int *count) { return *count = 0, NO_CUDA; }
static inline int cudaDeviceSynchronize(void) { return NO_CUDA; }
static inline int cudaMalloc(void **pointer, long bytes) { return *pointer = (void *)0, (void)bytes, NO_CUDA; }
static inline int cudaFree(void *pointer) { return (void)pointer, NO_CUDA; }
static inline int cudaMemcpy(void *to, const void *from, long bytes, int way) {
  return (void)to, (void)from, (void)bytes, (void)way, NO_CUDA;
}
static inline int cudaSetDevice(int device) { return (void)device, NO_CUDA; }
static inline int cudaGetDevice(int *device) { return (void)device, NO_CUDA; }
#else
#include <cuda_runtime_api.h>
#endif

typedef void *Handle;
int cublasCreate_v2(Handle *handle);
int cublasDestroy_v2(Handle handle);
int cublasSgemm_v2(Handle, int ta, int tb, int m, int n, int k, const float *alpha, const float *A, int lda,
                   const float *B, int ldb, const float *beta, float *C, int ldc);

#define DECLARE(P, REAL)                                                                                               \
  int run_##P##axpy(Handle, int n, const REAL *alpha, const REAL *x, int incx, REAL *y, int incy, int device);         \
  int run_##P##scal(Handle, int n, const REAL *alpha, REAL *x, int incx, int device);                                  \
  int run_##P##dot(Handle, int n, const REAL *x, int incx, const REAL *y, int incy, REAL *result, int device);         \
  int run_##P##nrm2(Handle, int n, const REAL *x, int incx, REAL *result, int device);                                 \
  int run_##P##asum(Handle, int n, const REAL *x, int incx, REAL *result, int device);                                 \
  int run_##P##gemv(Handle, int trans, int m, int n, const REAL *alpha, const REAL *A, int lda, const REAL *x,         \
                    int incx, const REAL *beta, REAL *y, int incy, int device);                                        \
  int run_##P##gemm(Handle, int ta, int tb, int m, int n, int k, const REAL *alpha, const REAL *A, int lda,            \
                    const REAL *B, int ldb, const REAL *beta, REAL *C, int ldc, int device);
DECLARE(s, float)
DECLARE(d, double)
#undef DECLARE

int stop_sgemm(Handle, int ta, int tb, int m, int n, int k, const float *alpha, const float *A, int lda, const float *B,
               int ldb, const float *beta, float *C, int ldc);
int hasty_sgemm(Handle, int ta, int tb, int m, int n, int k, const float *alpha, const float *A, int lda,
                const float *B, int ldb, const float *beta, float *C, int ldc);
int run_square(Handle, const float *alpha, const float *A, const float *B, const float *beta, float *C);
void run_scale(int64_t n, float factor, int32_t rounds, float *x, int device);
void run_sum(int64_t n, const float *x, double *result);
