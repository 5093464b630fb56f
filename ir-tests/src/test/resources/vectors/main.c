/* Runs each kernel of an image in several grids, and prints what the memory comes to: usage: main IMAGE... */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBERS = 1 << 16 };

/* What the runtime hands to a kernel on the host. */
typedef struct {
    uint32_t version, count;
    void *pointers[6];
    uint64_t trips, flags;
    uint32_t blocks[3], threads[3], shared;
} Arguments;

typedef void Kernel(const Arguments *hidden, int *a, const int *b, int *c, uint64_t n, uint64_t m);

static const char *const NAMES[] = {
    "guarded", "returns_early", "without_sign", "in_64_bits", "in_64_bits_without_sign", "compares_wide", "between",
    "only_one", "all_but_one", "if_wanted", "bound_is_computed", "stores_before", "diverges", "guards_an_index",
    "backwards", "in_strides", "gathers_and_scatters", "in_place", "through_another_name", "all_dimensions",
    "neighbours", "by_block_and_thread", "only_the_thread", "strides_of_the_grid", "sums",
    "sums_of_sums", "product", "stores_in_each_round", "stops_at_different_places", "rounds_on_its_own_array",
    "starts_at_its_number", "sums_and_those_before",
    "sums_of_different_lengths", "private_array", "bytes_and_shorts", "floats", "takes_turns", "hands_over",
    "strides_with_sums", "strides_up_to", "strides_down",
    "strides_to_the_end_of_numbers", "strides_below_the_end_of_numbers", "strides_of_widened_numbers",
    "strides_compared_wide", "strides_of_64_bits", "strides_that_carry",
    "strides_with_atomics", "strides_left_early", "strides_done_once_in_any_case",
    "strides_in_two_dimensions", "strides_around_loops", "strides_of_their_own",
    "strides_to_a_bound_that_moves", "strides_if_wanted", "strides_on_an_own_array",
    "strides_that_swap", "waiting_between_strides", "waiting_for_some_threads",
};

static const uint32_t GRIDS[][6] = {
    {1, 1, 1, 1, 1, 1}, {1, 1, 1, 64, 1, 1}, {5, 1, 1, 33, 1, 1}, {16, 1, 1, 256, 1, 1}, {3, 0, 0, 7, 0, 0},
    {4, 3, 2, 9, 5, 2}, {0, 1, 1, 8, 1, 1}, {2, 1, 1, 0, 1, 1},
};

static const int SIZES[][2] = {
    {0, 0}, {1, 3}, {7, 2}, {17, -1}, {32, 5}, {100, 40}, {165, 7}, {2001, 9}, {4096, 1000}, {-5, 4}, {60, -2147483647},
};

static int a[NUMBERS], b[NUMBERS], c[NUMBERS];

static uint64_t hash(uint64_t h, const int *numbers) {
    for (int i = 0; i < NUMBERS; i++) {
        h = (h ^ (uint32_t)numbers[i]) * 1099511628211u;
    }
    return h;
}

static void run(void *image, const char *name, const uint32_t *grid, int n, int m) {
    Kernel *kernel = (Kernel *)dlsym(image, name);
    if (!kernel) {
        printf("%s\n", dlerror());
        exit(1);
    }
    Arguments arguments = {3, 5, {0}, 0, 0, {grid[0], grid[1], grid[2]}, {grid[3], grid[4], grid[5]}, 0};
    memset(a, 0, sizeof a);
    memset(c, 0, sizeof c);
    for (uint32_t i = 0; i < NUMBERS; i++) {
        b[i] = (int)((i * 747796405u + 2891336453u) >> 7) - 100;
    }
    /* with room in front for what is below 0 */
    kernel(&arguments, a + 64, b + 64, c + 64, (uint32_t)n, (uint32_t)m);
}

int main(int count, char **files) {
    for (int f = 1; f < count; f++) {
        void *image = dlopen(files[f], RTLD_NOW | RTLD_LOCAL);
        if (!image) {
            printf("%s\n", dlerror());
            return 1;
        }
        for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++) {
            uint64_t h = 14695981039346656037u;
            for (size_t g = 0; g < sizeof GRIDS / sizeof *GRIDS; g++) {
                /* no threads cannot wait */
                if (strncmp(NAMES[k], "waiting", 7) == 0 && GRIDS[g][3] * GRIDS[g][4] * GRIDS[g][5] == 0) {
                    continue;
                }
                for (size_t s = 0; s < sizeof SIZES / sizeof *SIZES; s++) {
                    run(image, NAMES[k], GRIDS[g], SIZES[s][0], SIZES[s][1]);
                    h = hash(hash(h, a), c);
                }
            }
            printf("%s: %016llx\n", NAMES[k], (unsigned long long)h);
        }
        if (f + 1 == count) {
            const uint32_t all[6] = {1 << 24, 1, 1, 256, 1, 1}, more[6] = {(1 << 24) + 1, 1, 1, 256, 1, 1};
            run(image, "begins_again", all, 0, 0);
            printf("begins again: %d %d %d %d\n", a[64], a[65], a[72], a[73]);
            run(image, "does_not_begin_again", more, 0, 0);
            printf("does not begin again: %d %d %d %d\n", a[64], a[68], a[69], a[64 + 260]);
        }
        printf("\n");
    }
    return 0;
}
