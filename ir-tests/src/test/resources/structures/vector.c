#include "offload.h"
struct vector { int64_t n; double *values; };
OFFLOAD_KERNEL void twice(struct vector *v) { for (int64_t i = 0; i < v->n; i++) v->values[i] *= 2; }
