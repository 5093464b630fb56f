/* Runs programs: from the one whose number is the first argument to the one before the second. */
#include <stdio.h>
#include <stdlib.h>

typedef unsigned char byte;

/* In the list of programs. */
extern void (*const programs[])(byte *, byte *, byte *, byte *, long);
extern const int first_program;

static void change(byte *place, long size, long factor, long summand) {
    for (long i = 0; i < size; i++) {
        place[i] = place[i] * factor + summand + i;
    }
}

void library1(byte *a, long a_size, long factor, long summand) {
    change(a, a_size, factor, summand);
}

void library2(byte *a, long a_size, byte *b, long b_size, long factor, long summand) {
    change(a, a_size, factor, summand);
    change(b, b_size, factor, summand);
}

void library3(byte *a, long a_size, byte *b, long b_size, byte *c, long c_size, long factor, long summand) {
    change(a, a_size, factor, summand);
    change(b, b_size, factor, summand);
    change(c, c_size, factor, summand);
}

static void print(const byte *place, int size) {
    for (int i = 0; i < size; i++) {
        printf("%02x", place[i]);
    }
}

int main(int count, char **arguments) {
    if (count != 3) {
        return 2;
    }
    for (int number = atoi(arguments[1]); number < atoi(arguments[2]); number++) {
        /* On the heap, and apart: what one program leaves mapped is never met by another. */
        byte *memory = malloc(1024);
        byte *a = memory, *b = memory + 256, *c = memory + 512, *t = memory + 768;
        for (int i = 0; i < 64; i++) {
            a[i] = i;
            b[i] = 64 + i;
            c[i] = 128 + i;
        }
        *t = 191;
        fprintf(stderr, "@ sequence\n");
        programs[number - first_program](a, b, c, t, 1);
        print(a, 64);
        print(b, 64);
        print(c, 63);
        print(t, 1);
        printf("\n");
        fflush(stdout);
    }
    return 0;
}
