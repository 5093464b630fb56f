/* Kernels whose threads have nothing to do with each other, written in ways that a vectoriser may get wrong. */
#include "offload.h"
#include <math.h>
#include <stddef.h>
#include <stdint.h>

#define ROW(d) (offload_block_id(d) * offload_block_size(d) + offload_thread_id(d))
#define KERNEL(name) OFFLOAD_KERNEL void name(int *a, const int *b, int *c, int n, int m)

KERNEL(guarded) {
    int i = ROW(0);
    if (i < n) {
        a[i] = b[i] * 3 + m;
    }
}

KERNEL(returns_early) {
    int i = ROW(0);
    if (i >= n) {
        return;
    }
    a[i] = b[i] - i;
}

KERNEL(without_sign) {
    unsigned i = ROW(0);
    if ((unsigned)n > i) {
        a[i] = b[i] ^ m;
    }
}

KERNEL(in_64_bits) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        a[i] = b[i] + 1;
    }
}

KERNEL(in_64_bits_without_sign) {
    size_t i = (size_t)(unsigned)offload_block_id(0) * (unsigned)offload_block_size(0) + (unsigned)offload_thread_id(0);
    if (i < (size_t)(unsigned)n) {
        a[i] = b[i] + 2;
    }
}

KERNEL(compares_wide) {
    int i = ROW(0);
    if ((size_t)i < (size_t)n && (int64_t)i <= (int64_t)m) {
        a[i] = b[i] + 3;
    }
}

KERNEL(between) {
    int i = ROW(0);
    if (!(i <= m || i > n)) {
        a[i] = b[i - 1] + b[i];
    }
}

KERNEL(only_one) {
    int i = ROW(0);
    if (i == n) {
        a[i] = m;
    }
}

KERNEL(all_but_one) {
    int i = ROW(0);
    if (i != m && i < n) {
        a[i] = i;
    }
}

KERNEL(if_wanted) {
    int i = ROW(0);
    if (m > 2 && i < n) {
        a[i] = b[i];
    }
}

KERNEL(bound_is_computed) {
    int i = ROW(0);
    if (m != 0 && i < n / m) {
        a[i] = b[i] + m;
    }
}

KERNEL(stores_before) {
    int i = ROW(0);
    c[i] = i;
    if (i < n) {
        a[i] = b[i];
    }
}

KERNEL(diverges) {
    int i = ROW(0);
    if (i < n) {
        if (b[i] & 1) {
            a[i] = b[i] / 3;
        } else if (b[i] & 2) {
            c[i] = b[i] << 1;
        } else {
            a[i] = -b[i];
            c[i] = b[i] * b[i];
        }
    }
}

KERNEL(guards_an_index) {
    int i = ROW(0);
    if (i < n) {
        unsigned k = (unsigned)b[i] * 2654435761u >> 20;
        if (k < (m & 1023u)) {
            a[i] = b[k];
        }
    }
}

KERNEL(backwards) {
    int i = ROW(0);
    if (i < n) {
        a[n - 1 - i] = b[i] + c[n - 1 - i];
    }
}

KERNEL(in_strides) {
    int i = ROW(0);
    if (3 * i < n) {
        a[3 * i] = b[2 * i] + c[i];
    }
}

KERNEL(gathers_and_scatters) {
    int i = ROW(0);
    if (i < n) {
        /* a permutation of the first 4096 */
        int k = (i * 5 + 3) & 4095;
        a[k] = b[4095 - k];
    }
}

KERNEL(in_place) {
    int i = ROW(0);
    if (i < n) {
        a[i] = a[i] * 3 + 1;
    }
}

/* The same array twice, each number touched by its own thread. */
KERNEL(through_another_name) {
    int i = ROW(0);
    int *other = m >= 0 ? a : c;
    if (i < n) {
        a[i] = b[i];
        other[i] += 5;
        c[i] = a[i];
    }
}

KERNEL(all_dimensions) {
    int x = ROW(0), y = ROW(1), z = ROW(2);
    if (x < n && y < m && z < 3) {
        a[(z * 15 + y) * 40 + x] = b[x] + 100 * y + 1000 * z;
    }
}

KERNEL(neighbours) {
    int x = ROW(0), y = ROW(1);
    if (x > 0 && x < n - 1 && y >= 1 && y + 1 < m) {
        a[y * 40 + x] = b[y * 40 + x - 1] + b[y * 40 + x + 1] + b[y * 40 - 40 + x] + b[y * 40 + 40 + x];
    }
}

KERNEL(by_block_and_thread) {
    int t = offload_thread_id(0), block = offload_block_id(0), size = offload_block_size(0);
    if (block * size + t < n) {
        a[block * size + size - 1 - t] = b[t] * block;
    }
}

KERNEL(only_the_thread) {
    if (offload_block_id(0) == 0 && offload_thread_id(0) < n) {
        a[offload_thread_id(0)] = b[offload_thread_id(0)];
    }
}

KERNEL(strides_of_the_grid) {
    int stride = offload_grid_size(0) * offload_block_size(0);
    for (int i = ROW(0); i < n; i += stride) {
        a[i] = b[i] + i;
    }
}

KERNEL(sums) {
    int i = ROW(0);
    if (i < n) {
        int sum = 0;
        for (int k = 0; k < m; k++) {
            sum += b[k] * b[i + k];
        }
        a[i] = sum;
    }
}

KERNEL(sums_of_sums) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i < n) {
        int sum = 0, most = b[i];
        for (int k = 0; k < (m & 15); k++) {
            int part = k;
            for (int j = 0; j < k; j++) {
                part += b[i + j] * b[k];
            }
            if (part & 4) {
                sum -= part;
            }
            most = most > part ? most : part;
        }
        a[i] = sum;
        c[i] = most;
    }
}

KERNEL(product) {
    int x = ROW(0), y = ROW(1);
    if (x < n && y < 15 && x < 40) {
        int sum = 0;
        for (int k = 0; k < (m & 31); k++) {
            sum += b[y * 40 + k] * b[k * 40 + x];
        }
        a[y * 40 + x] = sum;
    }
}

KERNEL(stores_in_each_round) {
    unsigned i = ROW(0);
    if (i < (unsigned)n && i < 2000) {
        for (int k = 1; k < (m & 7); k++) {
            a[k * 2048 + i] = b[i + k] - k;
            c[i] += a[k * 2048 + i] * 3;
        }
    }
}

KERNEL(stops_at_different_places) {
    int i = ROW(0);
    if (i < n) {
        int k = 0;
        for (; k < m; k++) {
            if (b[i + k] % 7 == 0) {
                break;
            }
            c[i] += k;
        }
        a[i] = k;
    }
}

KERNEL(rounds_on_its_own_array) {
    int i = ROW(0), own[4] = {1, 2, 3, 4};
    if (i < n) {
        for (int k = 0; k < (m & 63); k++) {
            own[k & 3] += own[(k + 1) & 3] * b[i + k];
        }
        a[i] = own[0] ^ own[1] ^ own[2] ^ own[3];
    }
}

KERNEL(starts_at_its_number) {
    int i = ROW(0);
    if (i < n) {
        int sum = 0;
        for (int k = i; k < i + (m & 15); k++) {
            sum = sum * 5 + b[k];
        }
        a[i] = sum;
    }
}

KERNEL(sums_of_different_lengths) {
    int i = ROW(0);
    if (i < n) {
        int sum = 0;
        for (int k = 0; k < (b[i] & 15); k++) {
            sum = sum * 3 + b[i + k];
        }
        a[i] = sum;
    }
}

KERNEL(private_array) {
    int i = ROW(0), own[8];
    if (i < n) {
        for (int k = 0; k < 8; k++) {
            own[k] = b[i + k];
        }
        own[b[i] & 7] = m;
        a[i] = own[b[i + 1] & 7] + own[0];
    }
}

KERNEL(bytes_and_shorts) {
    int i = ROW(0);
    if (i < n) {
        ((int8_t *)a)[i] = (int8_t)(((const int16_t *)b)[i] >> 3);
        ((int64_t *)c)[i] = (int64_t)b[i] * m;
    }
}

KERNEL(floats) {
    int i = ROW(0);
    if (i < n) {
        float x = (float)b[i], y = sqrtf(fabsf(x) + 1.0f);
        ((float *)a)[i] = x > 0 ? x / y : y - x;
        ((double *)c)[i] = (double)x * 0.1;
    }
}

/* Which thread gets which number depends on their order; the sum does not. */
KERNEL(takes_turns) {
    int i = ROW(0);
    if (i < n) {
        int turn = __atomic_fetch_add(c, 1, __ATOMIC_RELAXED);
        a[turn] = 7;
        __atomic_fetch_add(c + 1, b[i], __ATOMIC_RELAXED);
    }
}

/* What the second of two threads reads, the first one has written before it took the flag. */
KERNEL(hands_over) {
    int i = ROW(0);
    if (i < n) {
        int pair = i / 2;
        c[i] = b[pair] + 1;
        if (__atomic_fetch_add(a + pair, 1, __ATOMIC_ACQ_REL) == 1) {
            a[pair] = c[2 * pair] + c[2 * pair + 1];
        }
    }
}

/* Numbers of 32 bits that begin again: only the last eight below zero, of as many threads as there are numbers. */
KERNEL(begins_again) {
    int i = ROW(0);
    if (i < 0 && i > -9) {
        a[-i] = i;
    }
}

KERNEL(does_not_begin_again) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    if (i >= 4294967291) {
        a[i - 4294967291] = (int)(i >> 30);
    }
}
