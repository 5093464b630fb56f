#include <stdint.h>

enum { ENTRIES = 1000 };

int64_t run_variables(int64_t n, double *y, double first, double factor, int64_t device);
