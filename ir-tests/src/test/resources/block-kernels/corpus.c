#include "corpus.h"

#include "reductions.inc"
#include "scans.inc"
#include "moves.inc"
#include "products.inc"
#include "sorts.inc"
#include "rows.inc"
#include "stencils.inc"
#include "votes.inc"

#ifndef DEVICE

static const Case *const all[] = {
    &case_lanes, &case_tree_sum, &case_tree_sum_dynamic, &case_extremes, &case_first_largest, &case_warp_sum,
    &case_block_sum, &case_butterfly_sum, &case_grid_sum, &case_last_block, &case_dot_product, &case_column_least,
    &case_inclusive_scan, &case_exclusive_scan, &case_warp_scan, &case_block_scan, &case_segmented_scan,
    &case_running_maximum, &case_compact, &case_warp_compact,
    &case_transpose_tile, &case_transpose_edges, &case_reverse_block, &case_reverse_warp, &case_rotate, &case_histogram,
    &case_histogram_of_threads, &case_polynomial, &case_pattern,
    &case_tiled_product, &case_product_with_edges, &case_matrix_vector, &case_small_products, &case_triangular_solve,
    &case_elimination, &case_shortest_ways, &case_number_transform,
    &case_bitonic_sort, &case_odd_even_sort, &case_rank_sort, &case_radix_sort, &case_warp_sort, &case_merge,
    &case_softmax, &case_softmax_of_warps, &case_layer_norm, &case_root_mean_square_norm, &case_cross_entropy,
    &case_attention, &case_row_greatest,
    &case_halo, &case_five_points, &case_steps, &case_seven_points, &case_life, &case_convolution, &case_forces,
    &case_ballots, &case_some_and_every, &case_edges, &case_leader, &case_alike, &case_warp_memory, &case_early_return,
    &case_ways, &case_makers, &case_components, &case_messages,
};

static uint32_t seed;

static uint32_t next(void) {
    seed = seed * 1664525u + 1013904223u;
    return seed >> 4 ^ seed << 19;
}

static void fill(const Case *c, void *in) {
    seed = 12345;
    for (int k = 0; k < 3 * N; k++) {
        double real = (double)next() / 4294967296.0 * 8 - 4;
        int whole = (int)(next() % 17) - 8;
        uint64_t bits = (uint64_t)next() << 32 | next();
        double number = c->input == REAL ? real : whole;
        switch (c->in) {
            case 4: ((float *)in)[k] = (float)number; break;
            case 8: ((double *)in)[k] = number; break;
            case -4: ((int32_t *)in)[k] = c->input == BITS ? (int32_t)bits : whole; break;
            default: ((int64_t *)in)[k] = c->input == BITS ? (int64_t)bits : whole;
        }
    }
}

static int64_t ordered(int64_t bits) {
    return bits < 0 ? INT64_MIN - bits : bits;
}

static int64_t element(const Case *c, const void *a, int k) {
    int32_t narrow;
    int64_t wide;
    if (c->out == 4 || c->out == -4) {
        memcpy(&narrow, (const char *)a + 4 * k, 4);
        wide = c->out == 4 && narrow < 0 ? (int64_t)INT32_MIN - narrow : narrow;
        return wide;
    }
    memcpy(&wide, (const char *)a + 8 * k, 8);
    return c->out == 8 ? ordered(wide) : wide;
}

/* How many numbers of the type lie between two. */
static uint64_t distance(const Case *c, const void *a, const void *b, int k) {
    int64_t m = element(c, a, k);
    int64_t o = element(c, b, k);
    return m > o ? (uint64_t)m - (uint64_t)o : (uint64_t)o - (uint64_t)m;
}

/* Runs a case; returns the largest distance, and where it was found. */
static uint64_t run(const Case *c, int *where) {
    static double in[3 * N];
    static double expected[N];
    static double found[N];
    memset(found, 0, sizeof found);
    fill(&case_lanes, in);
    case_lanes.launch(in, found);
    memcpy(&warp, found, sizeof warp);
    fill(c, in);
    memset(expected, 0, sizeof expected);
    memset(found, 0, sizeof found);
    c->plain(in, expected);
    c->launch(in, found);
    uint64_t worst = 0;
    for (int k = 0; k < N; k++) {
        uint64_t d = distance(c, expected, found, k);
        if (d > worst) {
            worst = d;
            *where = k;
        }
    }
    return worst;
}

/* Returns the case after so many that can be launched, or null. */
static const Case *find(int k) {
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (all[i]->launch != NULL && k-- == 0) {
            return all[i];
        }
    }
    return NULL;
}

int corpus_size(void) {
    int size = 0;
    while (find(size) != NULL) {
        size++;
    }
    return size;
}

const char *corpus_name(int k) {
    return find(k)->name;
}

/* Returns by how many units case k is off, -1 and less for more than it may be. */
int64_t corpus_check(int k, int exact) {
    int where = 0;
    uint64_t worst = run(find(k), &where);
    return worst > (uint64_t)(exact ? 0 : find(k)->units) ? -1 - where : (int64_t)worst;
}

#ifdef PROGRAM
#include <stdio.h>
int main(void) {
    int failed = 0;
    for (int k = 0; k < corpus_size(); k++) {
        int where = 0;
        uint64_t worst = run(find(k), &where);
        int bad = worst > (uint64_t)find(k)->units;
        failed += bad;
        printf("%s %s %llu\n", bad ? "BAD " : "good", find(k)->name, (unsigned long long)worst);
        if (bad) {
            printf("     element %d\n", where);
        }
    }
    printf("%d kernels, %d wrong, warps of %d\n", corpus_size(), failed, warp);
    return failed != 0;
}
#endif

#endif
