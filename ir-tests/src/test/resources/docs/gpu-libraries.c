/* What docs/gpu-libraries.md shows of C. */
#include "offload.h"

typedef struct cublasContext *cublasHandle_t;

int run_sgemm(cublasHandle_t handle, int transa, int transb, int m, int n, int k, const float *alpha, const float *A, int lda,
              const float *B, int ldb, const float *beta, float *C, int ldc);
int run_square(cublasHandle_t handle, const float *alpha, const float *A, const float *B, const float *beta, float *C,
               int device);

typedef int cufftHandle;
typedef struct fftwf_plan_s *fftwf_plan;

int forward(cufftHandle plan, int n, int lines, const float *in, float *out);
void back(fftwf_plan plan, int n, int lines, float *in, float *out);

/* what makes it a program with something for a device */
void keep(float *C) {
    offload_map_pointer(C, sizeof *C, OFFLOAD_TO);
    offload_enter(-1);
}
