/* The same declaration in OpenMP, whose mappers limit the directions of those inside; and a mapping by hand. */
#include "tree.h"

typedef struct node leaf;
typedef struct node inner;
typedef struct node top;
#pragma omp declare mapper(leaves : leaf n) map(to : n) map(tofrom : n.data[0 : n.length])
#pragma omp declare mapper(inners : inner n) map(to : n) map(tofrom : n.data[0 : n.length]) \
    map(mapper(leaves), tofrom : n.child[0 : n.children])
#pragma omp declare mapper(tops : top n) map(to : n) map(tofrom : n.data[0 : n.length]) \
    map(mapper(inners), tofrom : n.child[0 : n.children])

#pragma omp begin declare target
static void work(int64_t roots, struct node *root) { visit(roots, root); }
#pragma omp end declare target

void run_clang(int64_t roots, struct node *root) {
#pragma omp target map(mapper(tops), tofrom : root[0 : roots]) device(0)
    work(roots, root);
}

static void enter(struct node *n) {
#pragma omp target enter data map(to : n->data[0 : n->length]) device(0)
    if (n->children) {
#pragma omp target enter data map(to : n->child[0 : n->children]) device(0)
        for (int64_t i = 0; i < n->children; i++) enter(n->child + i);
    }
}

static void leave(struct node *n) {
    if (n->children) {
        for (int64_t i = 0; i < n->children; i++) leave(n->child + i);
#pragma omp target exit data map(release : n->child[0 : n->children]) device(0)
    }
#pragma omp target exit data map(from : n->data[0 : n->length]) device(0)
}

void run_by_hand(int64_t roots, struct node *root) {
#pragma omp target enter data map(to : root[0 : roots]) device(0)
    for (int64_t i = 0; i < roots; i++) enter(root + i);
#pragma omp target map(to : root[0 : roots]) device(0)
    work(roots, root);
    for (int64_t i = 0; i < roots; i++) leave(root + i);
#pragma omp target exit data map(release : root[0 : roots]) device(0)
}
