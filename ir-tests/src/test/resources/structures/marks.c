/* Members, members of members, sections of members and a mapper function, by the marks of C and C++. */
#include "offload.h"
#include <stddef.h>
#include <stdio.h>

struct leaf { int64_t n; double *values; };
struct root { struct leaf *leaf; };

#ifdef __cplusplus
extern "C"
#endif
void __tgt_push_mapper_component(void *handle, void *base, void *begin, int64_t bytes, int64_t bits, void *name);

static void map_leaves(void *handle, void *base, void *begin, int64_t bytes, int64_t bits, void *name) {
    struct leaf *leaves = (struct leaf *)begin;
    (void)base;
    __tgt_push_mapper_component(handle, begin, begin, 0, 0, name);
    __tgt_push_mapper_component(handle, begin, begin, bytes, bits & 3, name);
    for (int64_t i = 0; i < bytes / (int64_t)sizeof *leaves; i++)
        __tgt_push_mapper_component(handle, &leaves[i].values, leaves[i].values, leaves[i].n * (int64_t)sizeof(double),
                                    ((int64_t)2 << 48) | 0x10 | (bits & 3), name);
}

OFFLOAD_KERNEL void scale_root(struct root *r) {
    for (int64_t i = 0; i < r->leaf->n; i++) r->leaf->values[i] *= 2;
}
OFFLOAD_KERNEL void scale_part(struct leaf *l) { l->values[2] *= 2; l->values[3] *= 2; }
OFFLOAD_KERNEL void scale_leaf(struct leaf *l) {
    for (int64_t i = 0; i < l->n; i++) l->values[i] *= 2;
}
OFFLOAD_KERNEL void scale_leaves(int64_t n, struct leaf *l) {
    for (int64_t m = 0; m < n; m++)
        for (int64_t i = 0; i < l[m].n; i++) l[m].values[i] *= 2;
}

static void tell(const double *values) {
    for (int i = 0; i < 6; i++) printf(" %g", values[i]);
    printf("\n");
}

int main(void) {
    double values[6] = {1, 2, 3, 4, 5, 6};
    struct leaf leaf = {6, values}, *l = &leaf;
    struct root root = {l}, *r = &root;
    struct leaf leaves[2] = {{2, values}, {3, values + 2}};
    offload_kernel(0); offload_grid(1, 1, 1); offload_block(1, 1, 1);
    offload_map_pointer(r, sizeof root, OFFLOAD_TO);
    offload_member(r, sizeof leaf, OFFLOAD_TO, offsetof(struct root, leaf));
    offload_member(r, sizeof values, OFFLOAD_TOFROM, offsetof(struct root, leaf), offsetof(struct leaf, values));
    scale_root(r);
    tell(values);

    offload_kernel(0); offload_grid(1, 1, 1); offload_block(1, 1, 1);
    offload_map_pointer(l, sizeof leaf, OFFLOAD_TO);
    offload_member(l, 0, OFFLOAD_TOFROM, offsetof(struct leaf, values));
    offload_section(sizeof(double), 2, 2, 1);
    scale_part(l);
    tell(values);

    offload_map_pointer(l, sizeof leaf, OFFLOAD_TO);
    offload_member(l, sizeof values, OFFLOAD_TO, offsetof(struct leaf, values));
    offload_enter(0);
    offload_kernel(0); offload_grid(1, 1, 1); offload_block(1, 1, 1);
    offload_map_pointer(l, sizeof leaf, OFFLOAD_TO);
    scale_leaf(l);
    offload_map_pointer(l, sizeof leaf, OFFLOAD_FROM);
    offload_member(l, 0, OFFLOAD_FROM, offsetof(struct leaf, values));
    offload_section(sizeof(double), 0, 3, 2);
    offload_update(0);
    tell(values);
    offload_map_pointer(l, sizeof leaf, OFFLOAD_DELETE);
    offload_member(l, sizeof values, OFFLOAD_FROM | OFFLOAD_DELETE, offsetof(struct leaf, values));
    offload_exit(0);
    tell(values);

    offload_kernel(0); offload_grid(1, 1, 1); offload_block(1, 1, 1);
    offload_map_pointer(leaves, sizeof leaves, OFFLOAD_TOFROM);
    offload_mapper(leaves, map_leaves);
    scale_leaves(2, leaves);
    tell(values);
    return l->values != values || leaves[1].values != values + 2;
}
