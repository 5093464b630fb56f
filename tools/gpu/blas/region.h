/* A region as generated code opens it, around several functions. */
void __tgt_target_data_begin_mapper(void *, int64_t device, int32_t n, void **, void **, int64_t *, int64_t *, void *,
                                    void *);
void __tgt_target_data_end_mapper(void *, int64_t device, int32_t n, void **, void **, int64_t *, int64_t *, void *,
                                  void *);

enum { TO = 1, TOFROM = 3 };

typedef struct {
  int n;
  int64_t device;
  void *pointers[8], *bases[8];
  int64_t sizes[8], types[8];
} Region;

static void map(Region *r, void *pointer, int64_t bytes, int64_t type) {
  r->pointers[r->n] = r->bases[r->n] = pointer;
  r->sizes[r->n] = bytes;
  r->types[r->n++] = type;
}

static void begin_region(Region *r) {
  __tgt_target_data_begin_mapper(NULL, r->device, r->n, r->bases, r->pointers, r->sizes, r->types, NULL, NULL);
}

static void end_region(Region *r) {
  __tgt_target_data_end_mapper(NULL, r->device, r->n, r->bases, r->pointers, r->sizes, r->types, NULL, NULL);
}
