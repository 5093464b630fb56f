/* What the kernels compute, as one writes it for a host. */
void plain_product(const float *restrict a, const float *restrict b, float *restrict c, int n) {
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            c[i * n + j] = 0;
        }
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                c[i * n + j] += a[i * n + k] * b[k * n + j];
            }
        }
    }
}

void plain_sums(const float *restrict in, float *restrict out, int size, int n) {
    for (int block = 0; block * size < n; block++) {
        float sum = 0;
        for (int i = 0; i < size; i++) {
            sum += in[block * size + i];
        }
        out[block] = sum;
    }
}
