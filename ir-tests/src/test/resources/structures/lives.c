/* How data that stays on the device is counted and copied, one situation each: by marks, or with -DOPENMP by OpenMP. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include "situations.h"

enum { N = 8 };
struct leaf { int64_t n; double *values; double add; };
struct root { int64_t n; double *values; struct leaf *leaf; double *other; };

BEGIN_DEVICE
KERNEL void add(int n, double *x) { for (int k = 0; k < n; k++) x[k] += 1; }
KERNEL void addValues(struct root *r) { for (int64_t k = 0; k < r->n; k++) r->values[k] += 10; }
KERNEL void addBoth(struct root *r) { for (int64_t k = 0; k < r->n; k++) { r->values[k] += 10; r->other[k] += 100; } }
KERNEL void addLeaf(struct root *r) {
    r->n += 1;
    if (!r->leaf) return;
    for (int64_t k = 0; k < r->leaf->n; k++) r->leaf->values[k] += r->leaf->add;
}
END_DEVICE

static double data[N], more[N], third[N];
static struct leaf leaf;
static struct root root, twin;

static void reset(void) {
    for (int k = 0; k < N; k++) { data[k] = k; more[k] = 100 + k; third[k] = 200 + k; }
    leaf = (struct leaf){4, more, 3};
    root = (struct root){N, data, &leaf, third};
    twin = (struct root){N, data, &leaf, more};
}

static void tellArray(const double *x) { for (int k = 0; k < N; k += 3) printf(" %g", x[k]); printf(","); }
static int name(const void *p) { return p == data ? 1 : p == more ? 2 : p == third ? 3 : p == &leaf ? 4 : p ? 9 : 0; }
static void look(void) {
    tellArray(data); tellArray(more); tellArray(third);
    printf(" %d %d%d%d %d %d%d%d %d%d;", (int)root.n, name(root.values), name(root.leaf), name(root.other), (int)twin.n,
           name(twin.values), name(twin.leaf), name(twin.other), (int)leaf.n, name(leaf.values));
}
static void tell(const char *name) { printf("%s:", name); look(); printf("\n"); SITUATION(name); reset(); }

/* arrays */
static void enterArray(double *x, int64_t n) { MAP(x, n * sizeof *x, TO); ENTER; OMP(target enter data map(to: x[0:n])) }
static void exitArray(double *x, int64_t n) { MAP(x, n * sizeof *x, FROM); EXIT; OMP(target exit data map(from: x[0:n])) }
static void releaseArray(double *x, int64_t n) { MAP(x, n * sizeof *x, ALLOC); EXIT; OMP(target exit data map(release: x[0:n])) }
static void deleteArray(double *x, int64_t n) { MAP(x, n * sizeof *x, DELETE); EXIT; OMP(target exit data map(delete: x[0:n])) }
static void fetchArray(double *x, int64_t n) { MAP(x, n * sizeof *x, FROM); UPDATE; OMP(target update from(x[0:n])) }
static void sendArray(double *x, int64_t n) { MAP(x, n * sizeof *x, TO); UPDATE; OMP(target update to(x[0:n])) }
static void useArray(double *x, int64_t n) { LAUNCH; MAP(x, n * sizeof *x, TOFROM); OMP(target map(tofrom: x[0:n])) add(n, x); }
static void useAlways(double *x, int64_t n) {
    LAUNCH; MAP(x, n * sizeof *x, TOFROM_ALWAYS);
    OMP(target map(always, tofrom: x[0:n]))
    add(n, x);
}
static void usePresent(double *x, int64_t n) {
    LAUNCH; MAP(x, n * sizeof *x, TOFROM_PRESENT);
    OMP(target map(present, tofrom: x[0:n]))
    add(n, x);
}
static void useNoBytes(double *x, int n) { LAUNCH; MAP(x, 0, TOFROM); OMP(target map(tofrom: x[0:0])) add(n, x); }

/* structures */
#define VALUES(r, bits) MEMBER(r, r->n * sizeof(double), bits, offsetof(struct root, values))
#define OTHER(r, bits) MEMBER(r, r->n * sizeof(double), bits, offsetof(struct root, other))
#define LEAF(r, bits) MEMBER(r, sizeof(struct leaf), bits, offsetof(struct root, leaf))
#define LEAFS(r, bits) MEMBER(r, 4 * sizeof(double), bits, offsetof(struct root, leaf), offsetof(struct leaf, values))
static void enter(struct root *r) {
    MAP(r, sizeof *r, TO); VALUES(r, TO); ENTER;
    OMP(target enter data map(to: r[0:1]) map(to: r->values[0:r->n]))
}
static void leave(struct root *r) {
    MAP(r, sizeof *r, ALLOC); VALUES(r, FROM); EXIT;
    OMP(target exit data map(release: r[0:1]) map(from: r->values[0:r->n]))
}
static void leaveBack(struct root *r) {
    MAP(r, sizeof *r, FROM); VALUES(r, FROM); EXIT;
    OMP(target exit data map(from: r[0:1]) map(from: r->values[0:r->n]))
}
static void enterFlat(struct root *r) { MAP(r, sizeof *r, TO); ENTER; OMP(target enter data map(to: r[0:1])) }
static void leaveFlat(struct root *r) { MAP(r, sizeof *r, FROM); EXIT; OMP(target exit data map(from: r[0:1])) }
static void send(struct root *r) { MAP(r, sizeof *r, TO); UPDATE; OMP(target update to(r[0:1])) }
static void fetch(struct root *r) { MAP(r, sizeof *r, FROM); UPDATE; OMP(target update from(r[0:1])) }
static void fetchMembers(struct root *r) {
    MAP(r, sizeof *r, FROM); VALUES(r, FROM); UPDATE;
    OMP(target update from(r[0:1])) OMP(target update from(r->values[0:r->n]))
}
static void use(struct root *r) { LAUNCH; MAP(r, sizeof *r, TO); OMP(target map(to: r[0:1])) addValues(r); }
static void useMembers(struct root *r) {
    LAUNCH; MAP(r, sizeof *r, TO); VALUES(r, TOFROM);
    OMP(target map(to: r[0:1]) map(tofrom: r->values[0:r->n]))
    addValues(r);
}
static void useBoth(struct root *r) {
    LAUNCH; MAP(r, sizeof *r, TO); VALUES(r, TOFROM); OTHER(r, TOFROM);
    OMP(target map(to: r[0:1]) map(tofrom: r->values[0:r->n]) map(tofrom: r->other[0:r->n]))
    addBoth(r);
}
static void enterDeep(struct root *r) {
    MAP(r, sizeof *r, TO); LEAF(r, TO); LEAFS(r, TO); ENTER;
    OMP(target enter data map(to: r[0:1]) map(to: r->leaf[0:1]) map(to: r->leaf->values[0:4]))
}
static void leaveDeep(struct root *r) {
    MAP(r, sizeof *r, FROM); LEAF(r, ALLOC); LEAFS(r, FROM); EXIT;
    OMP(target exit data map(from: r[0:1]) map(release: r->leaf[0:1]) map(from: r->leaf->values[0:4]))
}
static void useDeep(struct root *r) { LAUNCH; MAP(r, sizeof *r, TO); OMP(target map(to: r[0:1])) addLeaf(r); }

int main(void) {
    reset();
    PLACE(data); PLACE(more); PLACE(third); PLACE(leaf); PLACE(root); PLACE(twin);
    enterArray(data, N); useArray(data, N); look(); exitArray(data, N); tell("entered and left");
    enterArray(data, N); data[0] = 50; enterArray(data, N); useArray(data, N); exitArray(data, N); look(); exitArray(data, N); tell("entered twice");
    enterArray(data, N); enterArray(data, N); deleteArray(data, N); look(); useArray(data, N); tell("deleted");
    enterArray(data, N); useArray(data, N); releaseArray(data, N); tell("released");
    enterArray(data, N); data[3] = 77; useAlways(data, N); look(); releaseArray(data, N); tell("always");
    enterArray(data, N); usePresent(data, N); exitArray(data, N); tell("present");
    enterArray(data, N); useArray(data + 2, 3); look(); exitArray(data, N); tell("a part of what is there");
    enterArray(data, N); useNoBytes(data, N); exitArray(data, N); tell("no bytes of what is there");
    enterArray(data, N); data[0] = 9; sendArray(data, 1); useArray(data, N); fetchArray(data + 3, 4); look(); releaseArray(data, N); tell("updates");
    enter(&root); use(&root); look(); leave(&root); tell("a structure entered and left");
    enter(&root); use(&root); leaveBack(&root); tell("a structure copied back");
    enter(&root); use(&root); data[3] = 1; useMembers(&root); look(); leave(&root); tell("used with its members");
    enterFlat(&root); useMembers(&root); look(); useMembers(&root); leaveFlat(&root); tell("entered without its members");
    enterArray(data, N); useMembers(&root); look(); exitArray(data, N); tell("a member that was there");
    enterArray(data, N); enterFlat(&root); useArray(data, N); leaveFlat(&root); exitArray(data, N); tell("each by itself");
    enter(&root); use(&root); fetchMembers(&root); look(); leave(&root); tell("members updated");
    enter(&root); use(&root); fetch(&root); look(); leave(&root); tell("a structure updated from the device");
    enter(&root); fetchArray(root.values, 2); data[1] = 5; sendArray(data + 1, 1); use(&root); leave(&root); tell("a part of a member updated");
    enter(&root); enter(&twin); use(&root); use(&twin); leave(&root); look(); leave(&twin); tell("members shared by two structures");
    enter(&root); enter(&root); use(&root); leave(&root); look(); leave(&root); tell("a structure entered twice");
    /* 'third' takes the memory that 'data' had: a pointer to the same address would not be attached again */
    enterFlat(&root); useMembers(&root); enterArray(third, N); root.values = more; useMembers(&root); leaveFlat(&root); exitArray(third, N);
    tell("a pointer that changes");
    enterFlat(&twin); useBoth(&twin); leaveFlat(&twin); tell("two members");
    enterDeep(&root); useDeep(&root); look(); leaveDeep(&root); tell("members of members");
    root.leaf = 0; enterFlat(&root); useDeep(&root); leaveFlat(&root); tell("a null member");
    enterArray(more, N); enterDeep(&root); useDeep(&root); leaveDeep(&root); look(); exitArray(more, N); tell("a member of a member that was there");
    if (getenv("LIBOMPTARGET_INFO")) return 0; /* libomptarget 22 waits for itself where it is to tell of what follows */
    enter(&root); root.n = 4; send(&root); use(&root); root.n = N; leave(&root); tell("a structure updated to the device");
    return 0;
}
