/* Times the launches inside the data region that Resident.java emits. */
#include "measure.h"

int omp_get_num_devices(void);
void run_resident(int64_t n, float a, const float *x, float *y, int64_t times);

static double start, stop;

/* Called by run_resident when the data is on the device, and when the last launch is done. */
void started(void) { start = now(); }
void stopped(void) { stop = now(); }

static double resident(int64_t n, float a, const float *x, float *y, long times) {
  run_resident(n, a, x, y, times);
  return stop - start;
}

int main(int argc, char **argv) {
  mode = argc > 1 ? argv[1] : mode;
  if (omp_get_num_devices() == 0)
    die("devices", 0);
  measure("ours, resident: launch in an open region", resident);
  return 0;
}
