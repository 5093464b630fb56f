#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
struct node { int64_t length; float *data; int32_t children; struct node *child; };
void run_visit_tree(int64_t roots, struct node *root);
static int count;
static void make(struct node *n, int depth) {
    n->length = count % 7; n->data = n->length ? malloc(n->length * 4) : 0;
    for (int i = 0; i < n->length; i++) n->data[i] = count + i;
    count++;
    n->children = depth ? 9 + (count % 3) : 0;
    n->child = n->children ? calloc(n->children, sizeof *n) : 0;
    for (int i = 0; i < n->children; i++) make(n->child + i, depth - 1);
}
static double sum(struct node *n) {
    double s = 0;
    for (int i = 0; i < n->length; i++) s += n->data[i] * (i + 1);
    for (int i = 0; i < n->children; i++) s += sum(n->child + i);
    return s;
}
int main(void) {
    struct node *r = calloc(10, sizeof *r);
    for (int i = 0; i < 10; i++) make(r + i, 2);
    double a = 0, b = 0;
    for (int i = 0; i < 10; i++) a += sum(r + i);
    run_visit_tree(10, r);
    for (int i = 0; i < 10; i++) b += sum(r + i);
    printf("%d nodes %g %g\n", count, a, b);
    return 0;
}
