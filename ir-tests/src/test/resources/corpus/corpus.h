/*
 * What the corpus's functions and the programs around them share.
 *
 * SHAPE(name) defines a function that reads and writes its two arrays, which do not overlap, in its own way. The same text
 * is compiled as kernels (CORPUS_KERNELS), as callees of library calls (CORPUS_CALLEES) and as host code between launches.
 * HOST_SHAPE(name) is for what no kernel may do: call itself, jump to a computed address, have a slot of a computed size.
 */
#ifndef CORPUS_H
#define CORPUS_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef uint32_t word;

enum { N = 16 };

#define NOINLINE __attribute__((noinline))

#if defined(CORPUS_KERNELS)
#define SHAPE(name) NOINLINE void k_##name(word *a, word *b, long n)
#define HOST_SHAPE(name) static __attribute__((unused)) void i_##name(word *a, word *b, long n)
#elif defined(CORPUS_CALLEES)
#define SHAPE(name) NOINLINE void h_##name(word *a, word *b, long n)
#else
#define SHAPE(name) static inline __attribute__((always_inline)) void i_##name(word *a, word *b, long n)
#endif

#ifndef HOST_SHAPE
#define HOST_SHAPE(name) SHAPE(name)
#endif

#endif
