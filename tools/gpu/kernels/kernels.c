/* nvcc fuses products and sums across statements, too. */
#pragma clang fp contract(fast)
#include "kernels.h"
