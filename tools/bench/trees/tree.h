#include <stdint.h>

struct node {
    int64_t length;
    float *data;
    int64_t children;
    struct node *child;
};

/* The same work on the device for all: the first number of each array. */
static inline void visit(int64_t roots, struct node *root) {
    for (int64_t r = 0; r < roots; r++) {
        root[r].data[0] += 1;
        for (int64_t c = 0; c < root[r].children; c++) {
            struct node *inner = root[r].child + c;
            inner->data[0] += 1;
            for (int64_t l = 0; l < inner->children; l++) inner->child[l].data[0] += 1;
        }
    }
}
