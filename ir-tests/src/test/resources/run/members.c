/* Structures, alone and in arrays, whose members have counts that are computed, or are parts of arrays. */
#include "scenario.h"

struct matrix {
    int64_t rows, columns;
    double *values;
};

/* The callees run with addresses of the device, and follow its pointers. */
void add_to_matrices(struct matrix *matrices, int64_t n) {
    for (int64_t m = 0; m < n; m++)
        for (int64_t i = 0; i < matrices[m].rows * matrices[m].columns; i++) matrices[m].values[i] += 100;
}
void add_to_some_matrices(struct matrix *matrices, int64_t first, int64_t n) { add_to_matrices(matrices + first, n); }
void add_to_one_of(struct matrix *matrices, int64_t which) { add_to_matrices(matrices + which, 1); }
void add_to_row(struct matrix *matrix, int64_t row) {
    if (!matrix) return;
    for (int64_t i = 0; i < matrix->columns; i++) matrix->values[row * matrix->columns + i] += 100;
}
void add_to_inner(struct matrix *matrices, int64_t n) {
    for (int64_t m = 0; m < n; m++)
        for (int64_t i = 1; i < matrices[m].rows * matrices[m].columns - 1; i++) matrices[m].values[i] += 100;
}
struct forest {
    int64_t first, count;
    struct matrix *matrices;
};
void add_to_forest(struct forest *forest) { add_to_matrices(forest->matrices + forest->first, forest->count); }
void add_to_counted(double *values, int64_t n) {
    for (int64_t i = 0; i < n; i++) values[i] += 100;
}

void run_matrix(struct matrix *matrix, int64_t one);
void run_matrices(struct matrix *matrices, int64_t n);
void run_some_matrices(struct matrix *matrices, int64_t first, int64_t n);
void run_row(struct matrix *matrix, int64_t row);
void run_inner(struct matrix *matrices, int64_t n);
void run_forest(struct forest *forest);
void run_one_of(struct matrix *matrices, int64_t which, int64_t n);
void run_counted(double *values, int64_t n, int64_t m);
void enter_matrix(struct matrix *matrix);
void enter_matrices(struct matrix *matrices, int64_t n);
void add_matrices(struct matrix *matrices, int64_t n);
void fetch_column(struct matrix *matrix, int64_t column);
void fetch_columns(struct matrix *matrices, int64_t n);
void fetch_every_second(struct matrix *matrices, int64_t n);
void fetch_block(struct matrix *matrix);
void leave_matrices(struct matrix *matrices, int64_t n);

static double data[3][24];
static struct matrix matrices[4];

static struct matrix *fresh(void) {
    for (int m = 0; m < 3; m++)
        for (int i = 0; i < 24; i++) data[m][i] = 1000 * m + i;
    matrices[0] = (struct matrix){4, 6, data[0]};
    matrices[1] = (struct matrix){3, 2, data[1]};
    matrices[2] = (struct matrix){1, 5, data[2]};
    matrices[3] = (struct matrix){7, 9, NULL};
    return matrices;
}

/* How many values of a matrix are what the callee has left. */
static int added(int m) {
    int count = 0;
    for (int i = 0; i < 24; i++) count += data[m][i] == 1000 * m + i + 100;
    return count;
}
static int is_added(int m, int i) { return data[m][i] == 1000 * m + i + 100; }

SCENARIO(a_member_counted_by_a_product) {
    run_matrix(fresh(), 1);
    CHECK_INTEGER(added(0), 24);
    CHECK(matrices[0].values == data[0]);
    CHECK(is_unmapped_everywhere(data[0]));
}

SCENARIO(members_of_many_counted_by_products) {
    run_matrices(fresh(), 3);
    CHECK_INTEGER(added(0), 24);
    CHECK_INTEGER(added(1), 6);
    CHECK_INTEGER(added(2), 5);
    CHECK(is_unmapped_everywhere(data[1]));
}

SCENARIO(a_section_of_structures_with_members) {
    run_some_matrices(fresh(), 1, 2);
    CHECK_INTEGER(added(0), 0);
    CHECK_INTEGER(added(1), 6);
    CHECK_INTEGER(added(2), 5);
    CHECK(matrices[1].values == data[1]);
    run_some_matrices(fresh(), 2, 0);
    CHECK_INTEGER(added(2), 0);
    run_some_matrices(fresh(), 0, 1);
    CHECK_INTEGER(added(0), 24);
    CHECK(is_unmapped_everywhere(matrices));
}

SCENARIO(a_member_of_which_a_section_travels) {
    run_row(fresh(), 2);
    CHECK_INTEGER(added(0), 6);
    CHECK(is_added(0, 12) && is_added(0, 17));
    CHECK(matrices[0].values == data[0]);
    run_row(NULL, 2);
    matrices[3].columns = 0;
    run_row(matrices + 3, 2);
    CHECK(matrices[3].values == NULL);
    CHECK(is_unmapped_everywhere(data[0] + 12));
}

SCENARIO(members_of_many_of_which_sections_travel) {
    run_inner(fresh(), 3);
    CHECK_INTEGER(added(0), 22);
    CHECK_INTEGER(added(1), 4);
    CHECK_INTEGER(added(2), 3);
    CHECK(!is_added(1, 0) && !is_added(1, 5) && is_added(1, 1));
    CHECK(is_unmapped_everywhere(data[2] + 1));
}

SCENARIO(a_section_of_structures_behind_a_pointer) {
    struct forest forest = {1, 2, fresh()};
    run_forest(&forest);
    CHECK_INTEGER(added(0), 0);
    CHECK_INTEGER(added(1), 6);
    CHECK_INTEGER(added(2), 5);
    CHECK(forest.matrices == matrices);
    CHECK(is_unmapped_everywhere(matrices + 1));
}

SCENARIO(one_structure_of_an_array_with_a_count_of_the_function) {
    run_one_of(fresh(), 1, 6);
    CHECK_INTEGER(added(0), 0);
    CHECK_INTEGER(added(1), 6);
    CHECK(matrices[1].values == data[1]);
    CHECK(is_unmapped_everywhere(matrices + 1));
}

SCENARIO(an_argument_counted_by_a_formula) {
    fresh();
    run_counted(data[0], 7, 3);
    CHECK_INTEGER(added(0), 7);
    CHECK(is_unmapped_everywhere(data[0]));
}

/* What an update brings, of all that the callee has changed. */
static int fetched(int m) { return offloading() ? added(m) : -1; }

SCENARIO(a_column_of_a_member_is_updated) {
    enter_matrix(fresh());
    add_matrices(matrices, 1);
    fetch_column(matrices, 2);
    CHECK(!offloading() || fetched(0) == 4);
    CHECK(is_added(0, 2) && is_added(0, 8) && is_added(0, 14) && is_added(0, 20));
    CHECK(matrices[0].values == data[0]);
    leave_matrices(matrices, 1);
    CHECK(is_unmapped_everywhere(data[0]));
}

SCENARIO(columns_of_members_of_many_are_updated) {
    enter_matrices(fresh(), 3);
    add_matrices(matrices, 3);
    fetch_columns(matrices, 3);
    CHECK(!offloading() || (fetched(0) == 4 && fetched(1) == 3 && fetched(2) == 1));
    CHECK(is_added(0, 1) && is_added(0, 19) && is_added(1, 5) && is_added(2, 1));
    leave_matrices(matrices, 3);
    CHECK(is_unmapped_everywhere(data[1]));
}

SCENARIO(every_second_structure_is_updated_with_its_members) {
    enter_matrices(fresh(), 3);
    add_matrices(matrices, 3);
    fetch_every_second(matrices, 2);
    CHECK(!offloading() || (fetched(0) == 24 && fetched(1) == 0 && fetched(2) == 5));
    CHECK(matrices[2].values == data[2]);
    fetch_every_second(matrices, 0);
    CHECK(!offloading() || fetched(1) == 0);
    leave_matrices(matrices, 3);
    CHECK(is_unmapped_everywhere(matrices));
}

SCENARIO(a_part_of_three_dimensions_of_a_member_is_updated) {
    enter_matrix(fresh());
    add_matrices(matrices, 1);
    fetch_block(matrices);
    CHECK(!offloading() || fetched(0) == 8);
    CHECK(is_added(0, 4) && is_added(0, 6) && is_added(0, 8) && is_added(0, 10));
    CHECK(is_added(0, 16) && is_added(0, 18) && is_added(0, 20) && is_added(0, 22));
    leave_matrices(matrices, 1);
}
