/* A cuBLAS that computes in the host's memory, where libomptarget's host plugin keeps what it maps. Column-major. */
#include "fake.h"

#include <stdint.h>

enum { SUCCESS = 0, NOT_INITIALIZED = 1, INVALID_VALUE = 7, NO_TRANSPOSE = 0, MAGIC = 0x626c6173 };

typedef struct {
    int magic;
    void *context;
    void *stream;
} Handle;

int cuCtxGetCurrent(void **context);

int cublasCreate_v2(Handle **handle) {
    void *context = NULL;
    cuCtxGetCurrent(&context);
    if (!context || getenv("FAKE_CUBLAS_BROKEN")) {
        return NOT_INITIALIZED;
    }
    *handle = malloc(sizeof(Handle));
    **handle = (Handle){MAGIC, context, NULL};
    record("cublasCreate");
    return SUCCESS;
}

int cublasDestroy_v2(Handle *handle) {
    if (!handle || handle->magic != MAGIC) {
        return NOT_INITIALIZED;
    }
    handle->magic = 0;
    free(handle);
    record("cublasDestroy");
    return SUCCESS;
}

int cublasSetStream_v2(Handle *handle, void *stream) {
    handle->stream = stream;
    record("cublasSetStream");
    return SUCCESS;
}

int cublasGetVersion_v2(Handle *handle, int *version) {
    *version = handle->magic == MAGIC ? 130000 : 0;
    return SUCCESS;
}

const char *cublasGetStatusName(int status) {
    return status == NOT_INITIALIZED ? "CUBLAS_STATUS_NOT_INITIALIZED" : "CUBLAS_STATUS_INVALID_VALUE";
}

int cublasSgemv_v2(
    Handle *handle, int32_t transpose, int32_t rows, int32_t columns, const float *alpha, const float *a, int32_t lda,
    const float *x, int32_t incx, const float *beta, float *y, int32_t incy) {
    if (!handle || handle->magic != MAGIC) {
        return NOT_INITIALIZED;
    }
    if (rows < 0 || columns < 0 || lda < (rows > 1 ? rows : 1) || incx < 1 || incy < 1) {
        return INVALID_VALUE;
    }
    record("cublasSgemv %d %d", rows, columns);
    int32_t outer = transpose == NO_TRANSPOSE ? rows : columns;
    int32_t inner = transpose == NO_TRANSPOSE ? columns : rows;
    for (int32_t i = 0; i < outer; i++) {
        float sum = 0;
        for (int32_t j = 0; j < inner; j++) {
            sum += (transpose == NO_TRANSPOSE ? a[i + (size_t)j * lda] : a[j + (size_t)i * lda]) * x[j * incx];
        }
        y[i * incy] = *alpha * sum + (*beta == 0 ? 0 : *beta * y[i * incy]);
    }
    return SUCCESS;
}

int cublasSgemm_v2(
    Handle *handle, int32_t transpose_a, int32_t transpose_b, int32_t m, int32_t n, int32_t k, const float *alpha,
    const float *a, int32_t lda, const float *b, int32_t ldb, const float *beta, float *c, int32_t ldc) {
    if (!handle || handle->magic != MAGIC) {
        return NOT_INITIALIZED;
    }
    if (transpose_a != NO_TRANSPOSE || transpose_b != NO_TRANSPOSE || lda < m || ldb < k || ldc < m) {
        return INVALID_VALUE;
    }
    record("cublasSgemm %d %d %d", m, n, k);
    for (int32_t j = 0; j < n; j++) {
        for (int32_t i = 0; i < m; i++) {
            float sum = 0;
            for (int32_t l = 0; l < k; l++) {
                sum += a[i + (size_t)l * lda] * b[l + (size_t)j * ldb];
            }
            float *result = &c[i + (size_t)j * ldc];
            *result = *alpha * sum + (*beta == 0 ? 0 : *beta * *result);
        }
    }
    return SUCCESS;
}
