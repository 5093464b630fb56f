/* Kernels are in the program too, where nobody runs them; they need what only devices have. */
#include <stdint.h>
#include <stdlib.h>

int32_t offload_thread_id(int32_t dimension) { abort(); }
int32_t offload_block_id(int32_t dimension) { abort(); }
int32_t offload_block_size(int32_t dimension) { abort(); }
void offload_noalias(const void *pointer) { abort(); }
