/* A network of three layers that computes a batch of answers again and again with new input. */
#include "offload.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  int inputs, outputs;
  float *weights, *bias;
} layer;

OFFLOAD_KERNEL void kernel_layer(int inputs, int outputs, const float *w, const float *b, const float *x, float *y) {
  int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
  if (i >= outputs) return;
  float sum = b[i];
  for (int k = 0; k < inputs; k++) sum += w[i * inputs + k] * x[k];
  y[i] = sum > 0 ? sum : 0;
}

static layer make(int inputs, int outputs) {
  layer made = {inputs, outputs, malloc(inputs * outputs * sizeof(float)), malloc(outputs * sizeof(float))};
  for (int i = 0; i < inputs * outputs; i++) made.weights[i] = (i % 13 - 6) * 0.03f;
  for (int i = 0; i < outputs; i++) made.bias[i] = 0.1f;
  return made;
}

static void forward(const layer *l, const float *x, float *y) {
  offload_kernel(-1);
  offload_grid((l->outputs + 63) / 64, 1, 1);
  offload_block(64, 1, 1);
  offload_map_pointer(l->weights, l->inputs * l->outputs * sizeof(float), OFFLOAD_TO);
  offload_map_pointer(l->bias, l->outputs * sizeof(float), OFFLOAD_TO);
  offload_map_pointer(x, l->inputs * sizeof(float), OFFLOAD_TO);
  offload_map_pointer(y, l->outputs * sizeof(float), OFFLOAD_FROM);
  kernel_layer(l->inputs, l->outputs, l->weights, l->bias, x, y);
}

int main(void) {
  layer first = make(64, 128), second = make(128, 128), third = make(128, 8);
  float *x = malloc(64 * sizeof *x), *h = malloc(128 * sizeof *h), *g = malloc(128 * sizeof *g);
  float *y = malloc(8 * sizeof *y), sum = 0;
  for (int round = 0; round < 50; round++) {
    for (int i = 0; i < 64; i++) x[i] = (round + i) % 5 * 0.2f;
    forward(&first, x, h);
    forward(&second, h, g);
    forward(&third, g, y);
    for (int i = 0; i < 8; i++) sum += y[i];
  }
  printf("%.4f\n", sum);
  return 0;
}
