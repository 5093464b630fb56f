/* Device variables of the GPU check: a table that the host fills, a counter of the kernel's, and what has an initial value. */
#include "variables.h"
#include "offload.h"

OFFLOAD_DEVICE double table[ENTRIES];
OFFLOAD_DEVICE static int64_t count;
OFFLOAD_DEVICE static struct {
  double factor;
  int32_t offset;
} setting = {2.0, 1};

OFFLOAD_KERNEL static void look_up(int64_t n, double *y) {
  int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i < n) {
    y[i] = table[i % ENTRIES] * setting.factor + setting.offset;
    __atomic_fetch_add(&count, 1, __ATOMIC_RELAXED);
  }
}

/* Fills the table, and the setting unless it is to stay as it begins; returns how many threads have counted so far. */
int64_t run_variables(int64_t n, double *y, double first, double factor, int64_t device) {
  for (int i = 0; i < ENTRIES; i++)
    table[i] = first + i;
  offload_map_pointer(table, sizeof table, OFFLOAD_TO);
  offload_update(device);
  if (factor != 0) {
    setting.factor = factor;
    offload_map_pointer(&setting, sizeof setting, OFFLOAD_TO);
    offload_update(device);
  }
  offload_kernel(device);
  offload_grid((int32_t)((n + 255) / 256), 1, 1);
  offload_block(256, 1, 1);
  offload_map_pointer(y, n * (int64_t)sizeof *y, OFFLOAD_FROM);
  look_up(n, y);
  offload_map_pointer(&count, sizeof count, OFFLOAD_FROM);
  offload_update(device);
  return count;
}
