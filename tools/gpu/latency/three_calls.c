/* Plain C with the three calls that our split lowering emits, and a registration of its own. */
#include "cuda.h"
#include "measure.h"

struct ident {
  int32_t reserved, flags, reserved_too, length;
  const char *source;
};
struct arguments {
  uint32_t version, count;
  void **bases, **begins;
  int64_t *sizes, *types;
  void **names, **mappers;
  uint64_t trip_count, flags;
  uint32_t teams[3], threads[3], shared;
};
struct entry {
  uint64_t reserved;
  uint16_t version, kind;
  uint32_t flags;
  void *address;
  const char *name;
  uint64_t size, data;
  void *more;
};
struct image {
  const void *begin, *end;
  const struct entry *entries_begin, *entries_end;
};
struct descriptor {
  int32_t count;
  const struct image *images;
  const struct entry *entries_begin, *entries_end;
};

void __tgt_register_lib(const struct descriptor *);
void __tgt_unregister_lib(const struct descriptor *);
void __tgt_target_data_begin_mapper(const struct ident *, int64_t, int32_t, void **, void **, int64_t *, int64_t *,
                                    void **, void **);
void __tgt_target_data_end_mapper(const struct ident *, int64_t, int32_t, void **, void **, int64_t *, int64_t *,
                                  void **, void **);
int32_t __tgt_target_kernel(const struct ident *, int64_t, int32_t, int32_t, const void *, struct arguments *);
int omp_get_num_devices(void);

extern const char image_begin[], image_end[];

enum { TO = 1, FROM = 2, PARAMETER = 0x20, LITERAL = 0x100, COUNT = 4 };
static const int64_t DEFAULT_DEVICE = -1;

static const char region;
static const struct entry entries[] = {{0, 1, 1, 0, (void *)&region, "saxpy", 0, 0, NULL}};
static const struct image images[] = {{image_begin, image_end, entries, entries + 1}};
static const struct descriptor descriptor = {1, images, entries, entries + 1};
static const struct ident here = {0, 2, 0, 21, ";three_calls.c;run;1;1;;"};

static void run(int64_t n, float a, const float *x, float *y) {
  void *bits = NULL;
  memcpy(&bits, &a, sizeof a);
  void *bases[COUNT] = {(void *)n, bits, (void *)x, y};
  void *begins[COUNT] = {(void *)n, bits, (void *)x, y};
  int64_t sizes[COUNT] = {0, 0, n * (int64_t)sizeof *x, n * (int64_t)sizeof *y};
  static int64_t begin[COUNT] = {LITERAL, LITERAL, TO, TO | FROM};
  static int64_t kernel[COUNT] = {LITERAL | PARAMETER, LITERAL | PARAMETER, PARAMETER, PARAMETER};
  __tgt_target_data_begin_mapper(&here, DEFAULT_DEVICE, COUNT, bases, begins, sizes, begin, NULL, NULL);
  uint32_t blocks = (uint32_t)((n + THREADS - 1) / THREADS);
  struct arguments arguments = {3, COUNT, bases, begins, sizes, kernel, NULL, NULL, 0, 0, {blocks, 1, 1},
                                {THREADS, 1, 1}, 0};
  int32_t result = __tgt_target_kernel(&here, DEFAULT_DEVICE, (int32_t)blocks, THREADS, &region, &arguments);
  if (result != 0)
    die("the launch was refused", result);
  __tgt_target_data_end_mapper(&here, DEFAULT_DEVICE, COUNT, bases, begins, sizes, begin, NULL, NULL);
}

static double three_calls(int64_t n, float a, const float *x, float *y, long times) {
  double start = now();
  for (long i = 0; i < times; i++)
    run(n, a, x, y);
  return now() - start;
}

int main(int argc, char **argv) {
  mode = argc > 1 ? argv[1] : mode;
  if (!strcmp(mode, "spin"))
    start_cuda(mode);
  __tgt_register_lib(&descriptor);
  if (omp_get_num_devices() == 0)
    die("devices", 0);
  measure("plain C: begin, kernel, end", three_calls);
  __tgt_unregister_lib(&descriptor);
  return 0;
}
