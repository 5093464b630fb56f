/* Pointers kept in variables that outlive the call, which is over before they are used again. */
#include "corpus.h"

static word *kept;
static word *kept_table[4];
static struct {
    word *at;
    long length;
} kept_view;

static NOINLINE void use_kept(word k) {
    *kept += k;
}

SHAPE(kept_pointer) {
    kept = a;
    use_kept(1);
    kept = b + 2;
    use_kept(a[0]);
}

SHAPE(kept_in_a_table) {
    for (int i = 0; i < 4; i++) {
        kept_table[i] = i & 1 ? a + i : b + i;
    }
    for (long i = 0; i < n; i++) {
        *kept_table[i & 3] += 1;
    }
}

static NOINLINE void use_view(void) {
    while (kept_view.length > 0) {
        *kept_view.at++ += 1;
        kept_view.length--;
    }
}

SHAPE(kept_in_a_struct) {
    kept_view.at = a;
    kept_view.length = n;
    use_view();
    kept_view.at = b;
    kept_view.length = 3;
    use_view();
}

static const int order[4] = {2, 0, 3, 1};

SHAPE(constant_order) {
    for (int i = 0; i < 4; i++) {
        a[order[i]] += b[order[3 - i]] + (word)n;
    }
}

static NOINLINE word **kept_slot(void) {
    static word *slot;
    return &slot;
}

SHAPE(static_slot_returned) {
    *kept_slot() = a;
    **kept_slot() += b[0];
    *kept_slot() = b;
    (*kept_slot())[1] += 1;
}

static void bump_kept(void) {
    *kept += 1;
    kept += 1;
}

static void (*hook)(void);

SHAPE(hook) {
    hook = bump_kept;
    kept = a;
    for (int i = 0; i < 3; i++) {
        hook();
    }
    *kept += b[0];
}
