/* Which parts of structures a call can have mapped, one situation each: by marks, or with -DOPENMP by OpenMP; without either, by the host. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include "situations.h"

struct part { int32_t i; float f[50]; };
struct node { int32_t i; float f[50]; struct part s; double *p; struct node *next; };

BEGIN_DEVICE
KERNEL void addDouble(double *x) { *x += 1; }
KERNEL void addFloats(float *x, int n) { for (int k = 0; k < n; k++) x[k] += k + 1; }
KERNEL void addMiddle(float *x) { for (int k = 1; k < 24; k++) x[k] *= 2; }
KERNEL void addNode(struct node *n) { n->i += 1; n->f[49] += 2; n->s.i += 3; n->s.f[0] += 4; }
KERNEL void addI(struct node *n) { n->i += 5; }
KERNEL void addSF(struct node *n) { for (int k = 0; k < 50; k++) n->s.f[k] += k; }
KERNEL void addNext(struct node *n) { n->next->s.i += 6; n->next->i += n->i; }
KERNEL void addThird(struct node *n) { for (int k = 0; k < 22; k++) n->next->next->next->s.f[k] += 8; }
KERNEL void movePointer(struct node *n) { if (n->p) n->p++; }
END_DEVICE

static double data[40], x;
static float floats[50];
static struct node nodes[4];

static void reset(void) {
    x = 3;
    for (int k = 0; k < 40; k++) data[k] = k;
    for (int k = 0; k < 50; k++) floats[k] = 100 + k;
    for (int m = 0; m < 4; m++) {
        nodes[m] = (struct node){.i = 10 * m, .s = {.i = 20 * m}, .p = data, .next = &nodes[(m + 1) % 4]};
        for (int k = 0; k < 50; k++) { nodes[m].f[k] = m + k; nodes[m].s.f[k] = m - k; }
    }
}

static void tell(const char *name) {
    SITUATION(name);
    double sum = x;
    for (int k = 0; k < 40; k++) sum += data[k] * (k + 1);
    for (int k = 0; k < 50; k++) sum += floats[k] * (k + 2);
    printf("%s: %g", name, sum);
    for (int m = 0; m < 4; m++) {
        double part = 0;
        for (int k = 0; k < 50; k++) part += (k + 3) * (nodes[m].f[k] + 7 * nodes[m].s.f[k]);
        printf(" %d %d %g %d %d", nodes[m].i, nodes[m].s.i, part, (int)(nodes[m].p - data), (int)(nodes[m].next - nodes));
    }
    printf("\n");
    reset();
}

static void variable(double *d) {
    LAUNCH; MAP(d, sizeof *d, TOFROM);
    OMP(target map(tofrom: d[0:1]))
    addDouble(d);
}
static void middle(float *p) {
    LAUNCH; MAP(p, 0, TOFROM); SECTION(sizeof *p, 1, 23, 1);
    OMP(target map(tofrom: p[1:23]))
    addMiddle(p);
}
static void whole(struct node *n) {
    LAUNCH; MAP(n, sizeof *n, TOFROM);
    OMP(target map(tofrom: n[0:1]))
    addNode(n);
}
static void field(struct node *n) {
    LAUNCH; MAP(n, 0, TOFROM); SECTION(1, offsetof(struct node, i), sizeof n->i, 1);
    OMP(target map(tofrom: n->i))
    addI(n);
}
static void arrayInside(struct node *n) {
    LAUNCH; MAP(n, 0, TOFROM); SECTION(1, offsetof(struct node, s.f), sizeof n->s.f, 1);
    OMP(target map(tofrom: n->s.f))
    addSF(n);
}
static void pointerItself(struct node *n) {
    LAUNCH; MAP(n, 0, TOFROM); SECTION(1, offsetof(struct node, p), sizeof n->p, 1);
    OMP(target map(tofrom: n->p))
    movePointer(n);
}

static void next(struct node *n) {
    LAUNCH; MAP(n, sizeof *n, TO); MEMBER(n, sizeof *n, TOFROM, offsetof(struct node, next));
    OMP(target map(to: n[0:1]) map(tofrom: n->next[0:1]))
    addNext(n);
}
static void third(struct node *n) {
    LAUNCH; MAP(n, sizeof *n, TO);
    MEMBER(n, sizeof *n, TO, offsetof(struct node, next));
    MEMBER(n, sizeof *n, TO, offsetof(struct node, next), offsetof(struct node, next));
    MEMBER(n, sizeof *n, TOFROM, offsetof(struct node, next), offsetof(struct node, next), offsetof(struct node, next));
    OMP(target map(to: n[0:1]) map(to: n->next[0:1]) map(to: n->next->next[0:1]) map(tofrom: n->next->next->next[0:1]))
    addThird(n);
}
int main(void) {
    reset();
    PLACE(data); PLACE(floats); PLACE(nodes); PLACE(x);
    variable(&x); tell("variable");
    middle(floats); tell("middle");
    whole(&nodes[0]); tell("whole");
    field(&nodes[1]); tell("field");
    arrayInside(&nodes[1]); tell("array inside");
    pointerItself(&nodes[1]); tell("pointer itself");
    next(&nodes[0]); tell("next");
    next(&nodes[3]); tell("next, in front");
    third(&nodes[0]); tell("third");
    return 0;
}
