/* Kernels that everybody understands, for the sites around the others. */
#include "corpus.h"

#ifdef CORPUS_KERNELS
SHAPE(bump) {
    for (long i = 0; i < n; i++) {
        a[i] += 1;
        b[i] += 2;
    }
}

SHAPE(mix) {
    for (long i = 0; i < n; i++) {
        a[i] = a[i] * 3 + b[i];
        b[i] = b[i] * 5 + 1;
    }
}
#endif
