/* Grids of two and three dimensions. */
#include "scenario.h"

#include <stdlib.h>
#include <string.h>

struct record {
    int32_t visits;
    int32_t thread[3];
    int32_t block[3];
    int32_t threads[3];
    int32_t blocks[3];
};

void run_indices(struct record *out, int64_t count, int32_t gx, int32_t gy, int32_t gz, int32_t bx, int32_t by,
    int32_t bz);

static void check_grid(int32_t gx, int32_t gy, int32_t gz, int32_t bx, int32_t by, int32_t bz) {
    const int32_t blocks[3] = {gx, gy, gz}, threads[3] = {bx, by, bz};
    int64_t count = (int64_t)gx * gy * gz * bx * by * bz;
    struct record *out = calloc(count + 1, sizeof *out);
    run_indices(out, count, gx, gy, gz, bx, by, bz);
    for (int64_t i = 0; i < count; i++) {
        int64_t thread = i % ((int64_t)bx * by * bz), block = i / ((int64_t)bx * by * bz);
        CHECK_INTEGER(out[i].visits, 1);
        for (int d = 0; d < 3; d++) {
            CHECK_INTEGER(out[i].thread[d], thread % threads[d]);
            CHECK_INTEGER(out[i].block[d], block % blocks[d]);
            CHECK_INTEGER(out[i].threads[d], threads[d]);
            CHECK_INTEGER(out[i].blocks[d], blocks[d]);
            thread /= threads[d];
            block /= blocks[d];
        }
    }
    CHECK_INTEGER(out[count].visits, 0);
    free(out);
}

SCENARIO(every_index_is_visited_once) {
    check_grid(1, 1, 1, 1, 1, 1);
    check_grid(3, 5, 7, 2, 3, 1);
    check_grid(7, 1, 3, 5, 1, 1);
    check_grid(1, 9, 1, 1, 4, 2);
    check_grid(1, 1, 11, 1, 1, 3);
    check_grid(13, 2, 1, 1, 1, 17);
    check_grid(1000, 1, 1, 3, 1, 1);
}

SCENARIO(grid_that_is_empty_in_one_dimension_visits_nothing) {
    struct record out[1] = {{0}};
    run_indices(out, 1, 1, 0, 1, 1, 1, 1);
    run_indices(out, 1, 1, 1, 0, 1, 1, 1);
    run_indices(out, 1, 1, 1, 1, 1, 1, 0);
    CHECK_INTEGER(out[0].visits, 0);
}

void run_indices_of_a_constant_grid(struct record *out);

SCENARIO(constant_grid) {
    struct record out[2 * 3 * 4];
    memset(out, 0, sizeof out);
    run_indices_of_a_constant_grid(out);
    for (int i = 0; i < 24; i++) {
        CHECK_INTEGER(out[i].visits, 1);
        CHECK_INTEGER(out[i].block[2], i / 12);
        CHECK_INTEGER(out[i].thread[1], i / 2 % 2);
        CHECK_INTEGER(out[i].thread[0], i % 2);
    }
}

void run_heat(float *new, const float *old, int32_t width, int32_t height, int32_t blocks_x, int32_t blocks_y);

static void step(float *new, const float *old, int width, int height) {
    for (int y = 1; y < height - 1; y++) {
        for (int x = 1; x < width - 1; x++) {
            int p = y * width + x;
            new[p] = (old[p - 1] + old[p + 1] + old[p - width] + old[p + width]) * 0.25f;
        }
    }
}

SCENARIO(stencil_on_a_plane) {
    enum { width = 45, height = 31 };
    static float expected[2][width * height], actual[2][width * height];
    for (int i = 0; i < width * height; i++) {
        expected[0][i] = expected[1][i] = (float)(i * 37 % 101);
    }
    memcpy(actual, expected, sizeof actual);
    for (int i = 0; i < 10; i++) {
        step(expected[(i + 1) % 2], expected[i % 2], width, height);
        run_heat(actual[(i + 1) % 2], actual[i % 2], width, height, (width + 7) / 8, (height + 3) / 4);
    }
    for (int i = 0; i < width * height; i++) {
        CHECK_REAL(actual[0][i], expected[0][i]);
        CHECK_REAL(actual[1][i], expected[1][i]);
    }
}
