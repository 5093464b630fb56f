/*
 * Each kernel as nvcc compiled it into this program, and as a cubin of irgen's, in turns: the same memory, the same grid.
 * Prints the times of the best of several batches and their ratio, and whether the results are the same.
 */
#include "kernels.h"

#include <cuda_runtime.h>
#include <math.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#define CHECK(call)                                                                    \
    do {                                                                               \
        if ((int)(call) != 0) {                                                        \
            fprintf(stderr, "%s:%d: %s failed\n", __FILE__, __LINE__, #call);          \
            exit(1);                                                                   \
        }                                                                              \
    } while (0)

struct Case {
    const char *name;
    const void *own;  /* nvcc's */
    int n;
    int inputs;
    size_t in;        /* bytes of each input */
    size_t out;
    dim3 grid;
    dim3 block;
    int launches;     /* of a batch */
    int integers;
};

static const int STREAM = 1 << 26;

static const Case cases[] = {
    {"copy", (const void *)copy, STREAM, 1, STREAM * 8ul, STREAM * 8ul, {STREAM / 256}, {256}, 20, 0},
    {"add", (const void *)add, STREAM, 2, STREAM * 8ul, STREAM * 8ul, {STREAM / 256}, {256}, 20, 0},
    {"triad", (const void *)triad, STREAM, 2, STREAM * 8ul, STREAM * 8ul, {STREAM / 256}, {256}, 20, 0},
    {"transpose", (const void *)transpose, 8192, 1, 8192ul * 8192 * 4, 8192ul * 8192 * 4, {256, 1024}, {32, 8}, 20, 0},
    {"matrix_product", (const void *)matrix_product, 4096, 2, 4096ul * 4096 * 4, 4096ul * 4096 * 4, {32, 32}, {16, 16}, 3, 0},
    {"stencil_2d", (const void *)stencil_2d, 8192, 1, 8192ul * 8192 * 4, 8192ul * 8192 * 4, {256, 1024}, {32, 8}, 20, 0},
    {"stencil_7", (const void *)stencil_7, 512, 1, 512ul * 512 * 512 * 4, 512ul * 512 * 512 * 4, {16, 64, 512}, {32, 8, 1}, 20, 0},
    {"stencil_27", (const void *)stencil_27, 512, 1, 512ul * 512 * 512 * 4, 512ul * 512 * 512 * 4, {16, 64, 512}, {32, 8, 1}, 20, 0},
    {"n_body", (const void *)n_body, 65536, 1, 65536ul * 3 * 4, 65536ul * 4, {256}, {256}, 5, 0},
    {"black_scholes", (const void *)black_scholes, STREAM, 2, STREAM * 4ul, STREAM * 4ul, {STREAM / 256}, {256}, 20, 0},
    {"histogram", (const void *)histogram, STREAM, 1, STREAM * 4ul, 4096ul * 4, {STREAM / 256}, {256}, 20, 1},
    {"shared_transpose", (const void *)shared_transpose, 8192, 1, 8192ul * 8192 * 4, 8192ul * 8192 * 4, {256, 256}, {32, 8}, 20, 0},
    {"tiled_product", (const void *)tiled_product, 2048, 2, 2048ul * 2048 * 4, 2048ul * 2048 * 4, {64, 64}, {32, 32}, 5, 0},
    {"block_sums", (const void *)block_sums, STREAM, 1, STREAM * 4ul, STREAM / 2048 * 4ul, {STREAM / 2048}, {256}, 20, 0},
    {"shared_histogram", (const void *)shared_histogram, STREAM, 1, STREAM * 4ul, 256ul * 4, {2048}, {256}, 20, 1},
    {"softmax", (const void *)softmax, 1024, 1, 65536ul * 1024 * 4, 65536ul * 1024 * 4, {65536}, {256}, 20, 0},
    {"layer_norm", (const void *)layer_norm, 1024, 1, 65536ul * 1024 * 4, 65536ul * 1024 * 4, {65536}, {256}, 20, 0},
    {"bitonic_sort", (const void *)bitonic_sort, STREAM, 1, STREAM * 4ul, STREAM * 4ul, {STREAM / 1024}, {512}, 5, 1},
    {"block_scan", (const void *)block_scan, STREAM, 1, STREAM * 4ul, STREAM * 4ul, {STREAM / 1024}, {1024}, 20, 0},
    {"shared_stencil", (const void *)shared_stencil, 8192, 1, 8192ul * 8192 * 4, 8192ul * 8192 * 4, {256, 512}, {32, 16}, 20, 0},
    {"row_sums", (const void *)row_sums, 8192, 1, 8192ul * 8192 * 4, 8192ul * 4, {64}, {128}, 20, 0},
};

/* The arguments are the numbers and pointers of the source; a cubin of irgen's has a pointer in front, and 8 bytes for each. */
struct Arguments {
    void *hidden = nullptr;
    long n;
    void *places[4];
    void *list[6];
    Arguments(const Case &c, void *const *in, void *out) : n(c.n) {
        list[0] = &hidden;
        list[1] = &n;
        for (int k = 0; k < c.inputs; k++) {
            places[k] = in[k];
            list[2 + k] = &places[k];
        }
        places[c.inputs] = out;
        list[2 + c.inputs] = &places[c.inputs];
    }
};

static void launch(const Case &c, cudaKernel_t ours, Arguments &a) {
    if (ours != nullptr) {
        CHECK(cudaLaunchKernel((const void *)ours, c.grid, c.block, a.list, 0, nullptr));
    } else {
        CHECK(cudaLaunchKernel(c.own, c.grid, c.block, a.list + 1, 0, nullptr));
    }
}

/* Milliseconds of a launch, in one batch. */
static float batch(const Case &c, cudaKernel_t ours, Arguments &a) {
    cudaEvent_t begin, end;
    CHECK(cudaEventCreate(&begin));
    CHECK(cudaEventCreate(&end));
    launch(c, ours, a);
    CHECK(cudaEventRecord(begin));
    for (int k = 0; k < c.launches; k++) {
        launch(c, ours, a);
    }
    CHECK(cudaEventRecord(end));
    CHECK(cudaEventSynchronize(end));
    float milliseconds;
    CHECK(cudaEventElapsedTime(&milliseconds, begin, end));
    CHECK(cudaEventDestroy(begin));
    CHECK(cudaEventDestroy(end));
    return milliseconds / (float)c.launches;
}

static std::vector<char> result(const Case &c, cudaKernel_t ours, Arguments &a, void *out) {
    std::vector<char> bytes(c.out);
    CHECK(cudaMemset(out, 0, c.out));
    launch(c, ours, a);
    CHECK(cudaMemcpy(bytes.data(), out, c.out, cudaMemcpyDeviceToHost));
    return bytes;
}

static double difference(const Case &c, const std::vector<char> &a, const std::vector<char> &b) {
    if (c.integers || strcmp(c.name, "copy") == 0 || strcmp(c.name, "add") == 0 || strcmp(c.name, "triad") == 0) {
        return a == b ? 0 : INFINITY;
    }
    const float *x = (const float *)a.data();
    const float *y = (const float *)b.data();
    double worst = 0;
    for (size_t k = 0; k < c.out / 4; k++) {
        worst = fmax(worst, fabs((double)x[k] - y[k]) / fmax(1.0, fabs((double)x[k])));
    }
    return worst;
}

int main(int count, char **arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: compare KERNELS.cubin\n");
        return 2;
    }
    CHECK(cudaFree(nullptr));
    cudaLibrary_t library;
    CHECK(cudaLibraryLoadFromFile(&library, arguments[1], nullptr, nullptr, 0, nullptr, nullptr, 0));
    cudaDeviceProp properties;
    CHECK(cudaGetDeviceProperties(&properties, 0));
    printf("%s\n\n| kernel | nvcc (ms) | ours (ms) | ratio | results differ by |\n| --- | --- | --- | --- | --- |\n", properties.name);
    double product = 1;
    int number = 0;
    int wrong = 0;
    for (const Case &c : cases) {
        cudaKernel_t ours;
        CHECK(cudaLibraryGetKernel(&ours, library, c.name));
        void *in[2];
        for (int k = 0; k < c.inputs; k++) {
            std::vector<char> bytes(c.in);
            srand(7 + k);
            bool doubles = c.in == STREAM * 8ul;
            for (size_t i = 0; i < c.in / (doubles ? 8 : 4); i++) {
                double v = rand() / (double)RAND_MAX;
                if (c.integers) {
                    ((int *)bytes.data())[i] = rand();
                } else if (doubles) {
                    ((double *)bytes.data())[i] = v;
                } else {
                    ((float *)bytes.data())[i] = (float)v;
                }
            }
            CHECK(cudaMalloc(&in[k], c.in));
            CHECK(cudaMemcpy(in[k], bytes.data(), c.in, cudaMemcpyHostToDevice));
        }
        void *out;
        CHECK(cudaMalloc(&out, c.out));
        Arguments a(c, in, out);
        double apart = difference(c, result(c, nullptr, a, out), result(c, ours, a, out));
        float best[2] = {1e30f, 1e30f};
        for (int round = 0; round < 7; round++) {
            best[0] = fminf(best[0], batch(c, nullptr, a));
            best[1] = fminf(best[1], batch(c, ours, a));
        }
        printf("| %s | %.4f | %.4f | %.3f | %.1g |\n", c.name, best[0], best[1], best[1] / best[0], apart);
        product *= best[1] / best[0];
        number++;
        wrong += !(apart < 1e-3);
        for (int k = 0; k < c.inputs; k++) {
            CHECK(cudaFree(in[k]));
        }
        CHECK(cudaFree(out));
    }
    printf("| geometric mean | | | %.3f | |\n", pow(product, 1.0 / number));
    return wrong != 0;
}
