/* One text for programs of three kinds: with marks, with -DOPENMP for OpenMP, and with -DHOST for the host alone. */
#if defined(OPENMP) || defined(HOST)
#define KERNEL __attribute__((noinline))
#define LAUNCH
#define MAP(pointer, bytes, bits)
#define SECTION(element, offset, count, stride)
#define MEMBER(structure, bytes, bits, ...)
#define ENTER
#define EXIT
#define UPDATE
#else
#include "offload.h"
#define KERNEL OFFLOAD_KERNEL
#define LAUNCH offload_kernel(0); offload_grid(1, 1, 1); offload_block(1, 1, 1)
#define MAP(pointer, bytes, bits) offload_map_pointer(pointer, bytes, OFFLOAD_##bits)
#define SECTION(element, offset, count, stride) offload_section(element, offset, count, stride)
#define MEMBER(structure, bytes, bits, ...) offload_member(structure, bytes, OFFLOAD_##bits, __VA_ARGS__)
#define ENTER offload_enter(0)
#define EXIT offload_exit(0)
#define UPDATE offload_update(0)
#define OFFLOAD_TOFROM_ALWAYS (OFFLOAD_TOFROM | OFFLOAD_ALWAYS)
#define OFFLOAD_TOFROM_PRESENT (OFFLOAD_TOFROM | OFFLOAD_PRESENT)
#endif

#ifdef OPENMP
#define PRAGMA(...) _Pragma(#__VA_ARGS__)
#define OMP(...) PRAGMA(omp __VA_ARGS__)
#else
#define OMP(...)
#endif
#define BEGIN_DEVICE OMP(begin declare target)
#define END_DEVICE OMP(end declare target)

/* Among what the runtime tells: where an object is, and which situation came to its end. */
#define PLACE(object) fprintf(stderr, "@ place " #object " %p\n", (void *)&(object))
#define SITUATION(name) fprintf(stderr, "@ end of %s\n", name)
