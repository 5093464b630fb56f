#include <offload.h>
struct node { int64_t length; float *data; int32_t children; struct node *child; };
OFFLOAD_KERNEL void visit_tree(int64_t roots, struct node *root) {
    for (int64_t r = 0; r < roots; r++) {
        for (int i = 0; i < root[r].length; i++) root[r].data[i] *= 2;
        for (int c = 0; c < root[r].children; c++) {
            struct node *n = root[r].child + c;
            for (int i = 0; i < n->length; i++) n->data[i] *= 2;
            for (int d = 0; d < n->children; d++) {
                struct node *m = n->child + d;
                for (int i = 0; i < m->length; i++) m->data[i] *= 2;
            }
        }
    }
}
OFFLOAD_KERNEL void scale_matrix(void *m) {}
