/* What clang makes of OpenMP that is more than mapped arrays. */
struct list {
    int length;
    double *items;
};
#pragma omp declare mapper(whole : struct list l) map(l, l.items[0 : l.length])

void attached(double *x, int n) {
#pragma omp target map(tofrom : x[0 : n])
    x[0] = 1;
}

void mapped_by_the_user(struct list list) {
#pragma omp target map(mapper(whole), tofrom : list)
    list.items[1] = 2;
}

void sized(double *x, int n) {
#pragma omp target teams distribute parallel for map(tofrom : x[0 : n]) num_teams(4) thread_limit(64)
    for (int i = 0; i < n; i++) {
        x[i] = 3;
    }
}

void strided(double *x, int n) {
#pragma omp target update to(x[2 : n - 2 : 2])
}

void later(double *x, int n) {
#pragma omp target enter data map(to : x[0 : n]) nowait
#pragma omp target map(tofrom : x[0 : n]) nowait
    x[0] = 4;
#pragma omp target exit data map(from : x[0 : n]) nowait
}

void perhaps(double *x, int wanted) {
#pragma omp target map(tofrom : x[0 : 8]) if (wanted)
    x[0] = 5;
}
