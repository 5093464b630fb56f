/* What a call can have mapped, one situation each: by marks, or with -DOPENMP by OpenMP; without either, by the host. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "situations.h"

struct leaf { int64_t n; double *values; };
struct branch { struct leaf *leaf; int32_t add; };
struct root { int64_t n; double *values; struct branch *branch; struct root *self; double *other; double x; };
struct __attribute__((packed)) packed { char c; double *values; int32_t n; };

BEGIN_DEVICE
KERNEL void addAll(int n, double *x) { for (int i = 0; i < n; i++) x[i] += i + 1; }
KERNEL void addValues(struct root *r) {
    if (!r) return;
    for (int64_t i = 0; i < r->n; i++) r->values[i] += 10;
    r->x += 1;
}
KERNEL void addDeep(struct root *r) {
    r->x += 1;
    if (!r->branch) return;
    if (!r->branch->leaf) { r->x += 100; return; }
    for (int64_t i = 0; i < r->branch->leaf->n; i++) r->branch->leaf->values[i] += r->branch->add;
}
KERNEL void tellNull(struct root *r) { r->x = r->values ? 1 : 2; }
KERNEL void copyOver(struct root *r) { for (int64_t i = 0; i < r->n; i++) r->other[i] = r->values[i] * 2; }
KERNEL void followSelf(struct root *r) { r->self->x += 5; *r->values += 7; }
KERNEL void addBoth(struct root *r, double *x) { for (int64_t i = 0; i < r->n; i++) { r->values[i] += 1; x[i] += 1; } }
KERNEL void addPacked(struct packed *p) { for (int i = 0; i < p->n; i++) p->values[i] += p->c; p->c++; }
KERNEL void addFlat(int n, struct leaf *l) { for (int i = 0; i < n; i++) l[i].n += i; }
END_DEVICE

static double data[8], more[8];
static struct root root;
static struct branch branch;
static struct leaf leaf;

static void reset(void) {
    for (int i = 0; i < 8; i++) { data[i] = i; more[i] = 100 + i; }
    leaf = (struct leaf){4, more};
    branch = (struct branch){&leaf, 3};
    root = (struct root){8, data, &branch, &root, more, 0.5};
}

static int kept(void) {
    return root.values == data && root.branch == &branch && branch.leaf == &leaf && leaf.values == more;
}

static void array(double *x, int n) {
    LAUNCH; MAP(x, n * sizeof *x, TOFROM);
    OMP(target map(tofrom: x[0:n]))
    addAll(n, x);
}

static void pointerMember(struct root *r) {
    LAUNCH; MAP(r, sizeof *r, TOFROM); MEMBER(r, r->n * sizeof(double), TOFROM, offsetof(struct root, values));
    OMP(target map(tofrom: r[0:1]) map(tofrom: r->values[0:r->n]))
    addValues(r);
}

static void deepMember(struct root *r, int64_t n) {
    LAUNCH; MAP(r, sizeof *r, TOFROM);
    MEMBER(r, sizeof(struct branch), TO, offsetof(struct root, branch));
    MEMBER(r, sizeof(struct leaf), TO, offsetof(struct root, branch), offsetof(struct branch, leaf));
    MEMBER(r, n * sizeof(double), TOFROM, offsetof(struct root, branch), offsetof(struct branch, leaf),
           offsetof(struct leaf, values));
    OMP(target map(tofrom: r[0:1]) map(to: r->branch[0:1]) map(to: r->branch->leaf[0:1])
        map(tofrom: r->branch->leaf->values[0:n]))
    addDeep(r);
}

static void nullDeep(struct root *r) {
    LAUNCH; MAP(r, sizeof *r, TOFROM);
    MEMBER(r, sizeof(struct branch), TO, offsetof(struct root, branch));
    MEMBER(r, sizeof(struct leaf), TO, offsetof(struct root, branch), offsetof(struct branch, leaf));
    MEMBER(r, 32, TOFROM, offsetof(struct root, branch), offsetof(struct branch, leaf), offsetof(struct leaf, values));
#ifdef OPENMP
    if (r->branch) {
#pragma omp target map(tofrom: r[0:1]) map(to: r->branch[0:1])
        addDeep(r);
        return;
    }
#pragma omp target map(tofrom: r[0:1])
#endif
    addDeep(r);
}

static void nullMember(struct root *r) {
    LAUNCH; MAP(r, sizeof *r, TOFROM); MEMBER(r, 64, TOFROM, offsetof(struct root, values));
    OMP(target map(tofrom: r[0:1]))
    tellNull(r);
}

static void nullStructure(struct root *r) {
    LAUNCH; MAP(r, sizeof *r, TOFROM); MEMBER(r, 64, TOFROM, offsetof(struct root, values));
    OMP(target map(tofrom: r[0:0]))
    addValues(r);
}

static void twice(struct root *r) {
    LAUNCH; MAP(r, sizeof *r, TO);
    MEMBER(r, 64, TO, offsetof(struct root, values)); MEMBER(r, 64, FROM, offsetof(struct root, other));
    OMP(target map(to: r[0:1]) map(tofrom: r->values[0:8]) map(tofrom: r->other[0:8]))
    copyOver(r);
}

static void self(struct root *r) {
    LAUNCH; MAP(r, sizeof *r, TOFROM);
    MEMBER(r, sizeof *r, TO, offsetof(struct root, self)); MEMBER(r, sizeof(double), TO, offsetof(struct root, values));
    OMP(target map(tofrom: r[0:1]) map(to: r->self[0:1]) map(to: r->values[0:1]))
    followSelf(r);
}

static void argumentToo(struct root *r, double *x) {
    LAUNCH; MAP(r, sizeof *r, TO); MEMBER(r, 64, TO, offsetof(struct root, values)); MAP(x, 64, TOFROM);
    OMP(target map(to: r[0:1]) map(tofrom: r->values[0:8]) map(tofrom: x[0:8]))
    addBoth(r, x);
}

static void packedMember(struct packed *p) {
    LAUNCH; MAP(p, sizeof *p, TOFROM); MEMBER(p, p->n * sizeof(double), TOFROM, offsetof(struct packed, values));
    OMP(target map(tofrom: p[0:1]) map(tofrom: p->values[0:p->n]))
    addPacked(p);
}

static void flat(int n, struct leaf *l) {
    LAUNCH; MAP(l, n * sizeof *l, TOFROM);
    OMP(target map(tofrom: l[0:n]))
    addFlat(n, l);
}

static void tell(const char *name) {
    SITUATION(name);
    printf("%s:", name);
    for (int i = 0; i < 8; i++) printf(" %g", data[i]);
    for (int i = 0; i < 8; i++) printf(" %g", more[i]);
    printf(" %g %d\n", root.x, kept());
    reset();
}

int main(void) {
    reset();
    PLACE(data); PLACE(more); PLACE(root); PLACE(branch); PLACE(leaf);
    array(data, 8); tell("array");
    array(data + 2, 3); tell("section");
    array(data, 0); tell("nothing");
    pointerMember(&root); tell("pointer member");
    root.n = 0; pointerMember(&root); tell("empty member");
    deepMember(&root, 4); tell("member of a member of a member");
    root.branch = 0; nullDeep(&root); root.branch = &branch; tell("null structure on the way");
    branch.leaf = 0; nullDeep(&root); branch.leaf = &leaf; tell("null structure at its end");
    root.values = 0; nullMember(&root); root.values = data; tell("null member");
    nullStructure(0); tell("null structure");
    root.other = data; twice(&root); tell("the same memory by two members");
    root.values = &root.x; self(&root); root.values = data; tell("a structure that points to itself");
    argumentToo(&root, data); tell("a member that is an argument too");
    struct packed p = {2, data, 8};
    PLACE(p);
    packedMember(&p); printf("%d ", p.c); tell("packed structure");
    struct leaf *many = calloc(100000, sizeof *many);
    PLACE(*many);
    flat(100000, many);
    int64_t sum = 0;
    for (int i = 0; i < 100000; i++) sum += many[i].n;
    printf("%lld ", (long long)sum); tell("flat structures");
    free(many);
    for (int i = 0; i < 3; i++) pointerMember(&root);
    tell("again and again");
    return 0;
}
