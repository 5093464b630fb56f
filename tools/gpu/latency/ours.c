/* Times the functions that irgen makes from saxpy.yaml. */
#include "measure.h"

#include <stdbool.h>

int omp_get_num_devices(void);
void *omp_target_alloc(size_t bytes, int device);
void omp_target_free(void *pointer, int device);
int omp_target_memcpy(void *to, const void *from, size_t bytes, size_t to_offset, size_t from_offset, int to_device,
                      int from_device);
void run_saxpy(int64_t n, float a, const float *x, float *y);
void run_on_device_pointers(int64_t n, float a, void *x, void *y);

static double mapped(int64_t n, float a, const float *x, float *y, long times) {
  double start = now();
  for (long i = 0; i < times; i++)
    run_saxpy(n, a, x, y);
  return now() - start;
}

static void copy(void *to, const void *from, size_t bytes, int to_device, int from_device) {
  int result = omp_target_memcpy(to, from, bytes, 0, 0, to_device, from_device);
  if (result != 0)
    die("omp_target_memcpy", result);
}

static double on_device_pointers(int64_t n, float a, const float *x, float *y, long times) {
  int host = omp_get_num_devices();
  size_t bytes = n * sizeof *x;
  void *device_x = omp_target_alloc(bytes, 0), *device_y = omp_target_alloc(bytes, 0);
  if (!device_x || !device_y)
    die("no device memory for floats", n);
  copy(device_x, x, bytes, 0, host);
  copy(device_y, y, bytes, 0, host);
  double start = now();
  for (long i = 0; i < times; i++)
    run_on_device_pointers(n, a, device_x, device_y);
  double took = now() - start;
  copy(y, device_y, bytes, host, 0);
  omp_target_free(device_x, 0);
  omp_target_free(device_y, 0);
  return took;
}

int main(int argc, char **argv) {
  bool fused = argc > 1 && !strcmp(argv[1], "fused");
  mode = argc > 2 ? argv[2] : mode;
  if (omp_get_num_devices() == 0)
    die("devices", 0);
  if (fused) {
    measure("ours, fused", mapped);
  } else {
    measure("ours, split: begin, kernel, end", mapped);
    measure("ours, launch on device pointers", on_device_pointers);
  }
  return 0;
}
