#include "offload.h"
struct leaf { int64_t n; double *values; };
struct root { struct leaf *leaf; };
OFFLOAD_KERNEL void scale_leaf(struct leaf *l) {
    for (int64_t i = 0; i < l->n; i++) l->values[i] *= 2;
}
OFFLOAD_KERNEL void scale_root(struct root *r) {
    for (int64_t i = 0; i < r->leaf->n; i++) r->leaf->values[i] *= 2;
}
OFFLOAD_KERNEL void scale_part(struct leaf *l) { l->values[2] *= 2; l->values[3] *= 2; }
OFFLOAD_KERNEL void scale_leaves(int64_t n, struct leaf *l) {
    for (int64_t m = 0; m < n; m++)
        for (int64_t i = 0; i < l[m].n; i++) l[m].values[i] *= 2;
}
