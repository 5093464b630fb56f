/* Products of small matrices by arrays of pointers in any order, against plain C. With an argument the arrays are not mapped
 * before, which is to stop the program. */
#include "reference.h"

void enter_batch(long n, long batch, float *a, float *b, float *c, float **as, float **bs, float **cs);
void take_batch(long n, float *c);
int run_batched(void *handle, int transa, int transb, int m, int n, int k, const float *alpha, float **as, int lda,
                float **bs, int ldb, const float *beta, float **cs, int ldc, int batch);
int cublasCreate_v2(void **handle);

enum { SIDE = 7, EACH = SIDE * SIDE, BATCH = 9, ALL = EACH * BATCH };

int main(int argc, char **argv) {
  static float a[ALL], b[ALL], c[ALL], e[ALL], *as[BATCH], *bs[BATCH], *cs[BATCH], *es[BATCH];
  (void)argv;
  for (int i = 0; i < ALL; i++)
    a[i] = (float)(i % 7 - 3), b[i] = (float)(i % 5 - 2), c[i] = e[i] = (float)(i % 3);
  for (int i = 0; i < BATCH; i++)
    as[i] = a + EACH * (i * 2 % BATCH), bs[i] = b + EACH * (BATCH - 1 - i), cs[i] = c + EACH * i, es[i] = e + EACH * i;
  Args args = {.letter = 's', .lettera = 's', .letterb = 's', .letterc = 's', .layout = COLUMNS, .transa = TRANSPOSE,
               .m = SIDE, .n = SIDE, .k = SIDE, .lda = SIDE, .ldb = SIDE, .ldc = SIDE, .batch = BATCH, .alpha = {.f = 0.5f},
               .beta = {.f = -1}, .A = as, .B = bs, .C = es};
  reference("gemmBatched", &args);
  void *handle;
  float alpha = 0.5f, beta = -1;
  if (cublasCreate_v2(&handle) != 0)
    return 3;
  if (argc == 1)
    enter_batch(ALL, BATCH, a, b, c, as, bs, cs);
  run_batched(handle, 1, 0, SIDE, SIDE, SIDE, &alpha, as, SIDE, bs, SIDE, &beta, cs, SIDE, BATCH);
  take_batch(ALL, c);
  int wrong = memcmp(c, e, sizeof c) != 0;
  puts(wrong ? "batch: wrong" : "batch: right");
  return wrong;
}
