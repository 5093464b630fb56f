/* Results in quadruple precision, and how far others are from them. */
#include <math.h>
#include <quadmath.h>

typedef __float128 quad;

static quad exp10q(quad x) {
    return powq(10, x);
}

#define ONE(name) static quad reference_##name(quad x, quad y) { (void)y; return name##q(x); }
#define TWO(name) static quad reference_##name(quad x, quad y) { return name##q(x, y); }
/* What depends on the type of its arguments is no function of real numbers. */
#define nextafterq own_nextafterq
static quad own_nextafterq(quad x, quad y) {
    return x + 0 * y;
}
#include "functions.inc"
#undef ONE
#undef TWO

#define ONE(name) reference_##name,
#define TWO(name) reference_##name,
static quad (*const references[])(quad, quad) = {
#include "functions.inc"
};
#undef ONE
#undef TWO

#define ONE(name) #name,
#define TWO(name) #name,
static const char *const names[] = {
#include "functions.inc"
};

/* Units in the last place of a format, by its digits and its smallest exponent; infinite where only one is a number. */
static double error(quad expected, quad found, quad rounded, int digits, int smallest) {
    if (isnanq(rounded) || isnanq(found)) {
        return isnanq(rounded) && isnanq(found) ? 0 : INFINITY;
    }
    if (isinfq(rounded) || isinfq(found)) {
        return rounded == found ? 0 : INFINITY;
    }
    int exponent;
    frexpq(expected, &exponent);
    if (expected == 0 || exponent < smallest) {
        exponent = smallest;
    }
    return (double)fabsq((found - expected) / ldexpq(1, exponent - digits));
}

static int is_nextafter(int function) {
    return names[function][0] == 'n' && names[function][1] == 'e' && names[function][2] == 'x';
}

double error_of_float(int function, float x, float y, float result) {
    if (is_nextafter(function)) {
        float right = nextafterf(x, y);
        return right == result || (right != right && result != result) ? 0 : INFINITY;
    }
    quad expected = references[function](x, y);
    return error(expected, result, (float)expected, 24, -125);
}

double error_of_double(int function, double x, double y, double result) {
    if (is_nextafter(function)) {
        double right = nextafter(x, y);
        return right == result || (right != right && result != result) ? 0 : INFINITY;
    }
    quad expected = references[function](x, y);
    return error(expected, result, (double)expected, 53, -1021);
}
