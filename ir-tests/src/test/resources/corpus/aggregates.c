/* Structures, unions, lists and trees with pointers in them. */
#include "corpus.h"

struct view {
    word *at;
    long length;
};

struct two_views {
    struct view first;
    struct view second;
    long more;
};

static NOINLINE void bump_view(struct view v) {
    for (long i = 0; i < v.length; i++) {
        v.at[i] += 1;
    }
}

SHAPE(view_by_value) {
    struct view v = {a, n};
    bump_view(v);
    v.at = b + 1;
    v.length = 2;
    bump_view(v);
}

static NOINLINE void mix_views(struct two_views v) {
    for (long i = 0; i < v.first.length; i++) {
        v.first.at[i] += v.second.at[v.more];
    }
    v.second.at[0] += 1;
}

SHAPE(large_view_by_value) {
    struct two_views v = {{a, n}, {b, n}, 3};
    mix_views(v);
}

static NOINLINE struct view part(word *x, long from, long length) {
    struct view v = {x + from, length};
    return v;
}

SHAPE(view_returned) {
    struct view v = part(a, 3, 4);
    for (long i = 0; i < v.length; i++) {
        v.at[i] += b[i];
    }
}

static NOINLINE struct two_views parts(word *x, word *y, long n) {
    struct two_views v = {{x, n}, {y + 1, n - 1}, 2};
    return v;
}

SHAPE(large_view_returned) {
    struct two_views v = parts(a, b, n);
    v.second.at[v.more] += v.first.at[v.more];
}

SHAPE(view_assigned) {
    struct two_views v = {{a, n}, {b, n}, 1};
    struct two_views u;
    u = v;
    struct view w = u.second;
    w.at[2] += 3;
    u.first.at[3] += 4;
}

SHAPE(view_through_pointer) {
    struct view v = {a, n};
    struct view *p = &v;
    p->at[1] += 1;
    p->at = b;
    v.at[2] += 2;
}

SHAPE(views_sorted) {
    struct view v[4] = {{a, 3}, {b, 1}, {a + 4, 4}, {b + 4, 2}};
    for (int i = 1; i < 4; i++) {
        for (int j = i; j > 0 && v[j - 1].length > v[j].length; j--) {
            struct view kept = v[j];
            v[j] = v[j - 1];
            v[j - 1] = kept;
        }
    }
    for (int i = 0; i < 4; i++) {
        v[i].at[0] += (word)i;
    }
}

union slot {
    word *pointer;
    uintptr_t number;
    struct {
        uint32_t low;
        uint32_t high;
    } halves;
};

SHAPE(union_of_pointer_and_number) {
    union slot s;
    s.pointer = a;
    s.number += 2 * sizeof(word);
    *s.pointer += b[0];
}

SHAPE(union_of_pointer_and_halves) {
    union slot s;
    union slot t;
    s.pointer = b;
    t.halves.low = s.halves.low;
    t.halves.high = s.halves.high;
    t.pointer[3] += a[0];
}

struct pair {
    word x;
    word y;
};

SHAPE(elements_as_pairs) {
    struct pair *p = (struct pair *)a;
    for (long i = 0; i < n / 2; i++) {
        p[i].y += p[i].x + b[i];
    }
}

struct four {
    word w[4];
};

SHAPE(elements_as_structs) {
    struct four *p = (struct four *)a;
    struct four *q = (struct four *)b;
    p[1] = q[2];
    q[0] = p[3];
}

static NOINLINE struct four scaled(struct four v, word k) {
    for (int i = 0; i < 4; i++) {
        v.w[i] *= k;
    }
    return v;
}

SHAPE(structs_through_a_call) {
    struct four *p = (struct four *)a;
    p[2] = scaled(*(struct four *)b, 3);
}

SHAPE(compound_literal) {
    struct view *v = (struct view[]){{a, 2}, {b, 3}};
    v[n & 1].at[1] += 1;
    v[1].at[v[0].length] += 2;
}

struct holder {
    word *t[3];
};

static NOINLINE struct holder turned(struct holder h) {
    struct holder r = {{h.t[2], h.t[0], h.t[1]}};
    return r;
}

SHAPE(struct_of_a_table) {
    struct holder h = {{a, b, a + 8}};
    h = turned(h);
    h.t[0][0] += 1;
    h.t[1][1] += 2;
    h.t[n % 3][2] += 3;
}

struct node {
    struct node *next;
    word *data;
};

SHAPE(list) {
    struct node nodes[4];
    for (int i = 0; i < 4; i++) {
        nodes[i].next = i < 3 ? &nodes[i + 1] : NULL;
        nodes[i].data = i & 1 ? a + i : b + i;
    }
    for (struct node *p = nodes; p; p = p->next) {
        *p->data += 1 + (word)n;
    }
}

SHAPE(list_reversed) {
    struct node nodes[4] = {{nodes + 1, a}, {nodes + 2, b}, {nodes + 3, a + 3}, {NULL, b + 3}};
    struct node *head = NULL;
    for (struct node *p = nodes; p;) {
        struct node *next = p->next;
        p->next = head;
        head = p;
        p = next;
    }
    word k = 1;
    for (; head; head = head->next) {
        *head->data += k++;
    }
}

SHAPE(list_in_a_circle) {
    struct node u;
    struct node v = {&u, a};
    u.next = &v;
    u.data = b;
    struct node *p = &u;
    for (long i = 0; i < 5; i++) {
        p->data[i] += 1;
        p = p->next;
    }
}

struct tree {
    struct tree *left;
    struct tree *right;
    word *leaf;
};

static NOINLINE void visit(struct tree *t, word k) {
    if (t) {
        visit(t->left, 2 * k);
        *t->leaf += k;
        visit(t->right, 2 * k + 1);
    }
}

HOST_SHAPE(tree) {
    struct tree l = {NULL, NULL, a + 5};
    struct tree r = {NULL, NULL, b + 5};
    struct tree root = {&l, &r, a};
    visit(&root, 1);
}

struct iterator {
    word *now;
    word *end;
    long step;
};

static NOINLINE word *next(struct iterator *it) {
    if (it->now >= it->end) {
        return NULL;
    }
    word *p = it->now;
    it->now += it->step;
    return p;
}

SHAPE(iterator) {
    struct iterator it = {a, a + n, 2};
    for (word *p = next(&it); p; p = next(&it)) {
        *p += b[0];
    }
}

SHAPE(container_of) {
    struct pair *p = (struct pair *)a;
    word *y = &p[3].y;
    struct pair *again = (struct pair *)((char *)y - offsetof(struct pair, y));
    again->x += b[0];
}

SHAPE(rows_by_pointers) {
    word *rows[4];
    for (int i = 0; i < 4; i++) {
        rows[i] = a + 4 * ((i * 3) & 3);
    }
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
            rows[i][j] += b[i] + (word)j;
        }
    }
}
