#include "offload.h"
#include "tree.h"

OFFLOAD_KERNEL void visit_tree(int64_t roots, struct node *root) { visit(roots, root); }
