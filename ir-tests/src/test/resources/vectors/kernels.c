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

KERNEL(sums_and_those_before) {
    int i = ROW(0);
    if (i < n) {
        int sum = 1, before = 0, other = 2;
        for (int k = 0; k < (m & 15); k++) {
            before = sum;
            sum = other + b[i + k];
            other = before * 3;
        }
        a[i] = sum ^ before * 5;
        c[i] = other;
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

/* Loops in strides: what a thread does in its rounds may be done round by round by all of them. */
KERNEL(strides_with_sums) {
    int sum = 0, last = -1, before = -2, rounds = 0, i = ROW(0), row = i;
    for (; i < n; i += offload_grid_size(0) * offload_block_size(0)) {
        sum = sum * 3 + b[i];
        before = last;
        last = i;
        rounds++;
    }
    if (row < 3000) {
        a[row] = sum + rounds;
        c[row] = last ^ before * 5;
        c[row + 4096] = i;
    }
}

KERNEL(strides_up_to) {
    int row = ROW(0);
    unsigned most = 0;
    for (unsigned i = row; i <= ((unsigned)n & 4095); i += (m & 31) + 1) {
        most = most > (unsigned)b[i] ? most : b[i] + i;
    }
    a[row & 4095] = most;
}

KERNEL(strides_down) {
    int row = ROW(0), sum = 0;
    for (int i = row; i > -60; i -= (m & 63) + 1) {
        sum = sum * 3 + b[i];
    }
    a[row & 4095] = sum;
}

/* What begins again at 0 ends the loop, for threads in different rounds. */
KERNEL(strides_to_the_end_of_numbers) {
    const unsigned begin = 4294966000u;
    int row = ROW(0), sum = 0;
    for (unsigned i = begin + row; i >= begin; i += (m & 127) + 1) {
        sum = sum * 7 + b[i - begin];
    }
    a[row & 4095] = sum;
}

KERNEL(strides_below_the_end_of_numbers) {
    const unsigned begin = 4294966000u;
    int row = ROW(0), sum = 0;
    for (unsigned i = begin + row, k = 0; i < 4294967200u; i += 1 << 29) {
        sum = sum * 7 + i;
        if (k++ > 20) {
            break;
        }
    }
    a[row & 4095] = sum;
}

/* A number of 32 bits that begins again before it is widened. */
KERNEL(strides_of_widened_numbers) {
    int row = ROW(0), sum = 0, step = (1 << 30) | (m & 15);
    for (uint64_t i = (unsigned)row + 4294967290u; i < 4294972300u; i += step) {
        sum += (int)(i >> 3) + 1;
    }
    for (int64_t i = (int)((unsigned)row + 2147483640u); i < 2147488000; i += step) {
        sum = sum * 3 + (int)(i >> 5);
    }
    a[row & 4095] = sum;
}

KERNEL(strides_compared_wide) {
    size_t size = (unsigned)n & 4095;
    for (int i = ROW(0); (size_t)i < size; i += offload_block_size(0)) {
        a[i] = b[i] * 3;
    }
}

KERNEL(strides_of_64_bits) {
    int64_t i = (int64_t)offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
    for (; i < n; i += (int64_t)offload_block_size(0) * offload_grid_size(0)) {
        a[i] = b[i] + (int)i;
    }
}

/* A thread reads what it has written in the round before. */
KERNEL(strides_that_carry) {
    int stride = offload_grid_size(0) * offload_block_size(0);
    for (int i = ROW(0); i < n; i += stride) {
        a[i + stride] = a[i] * 3 + b[i];
        c[i] = a[i];
    }
}

KERNEL(strides_with_atomics) {
    for (int i = ROW(0); i < n; i += offload_grid_size(0) * offload_block_size(0)) {
        __atomic_fetch_add(a + (b[i] & 63), i, __ATOMIC_RELAXED);
        c[i] = b[i] ^ m;
    }
}

KERNEL(strides_left_early) {
    int row = ROW(0), i = row;
    for (; i < n; i += offload_grid_size(0) * offload_block_size(0)) {
        if (b[i] % 13 == 0) {
            break;
        }
        if (b[i] & 2) {
            continue;
        }
        a[i] = b[i];
    }
    c[row & 4095] = i;
}

KERNEL(strides_done_once_in_any_case) {
    int i = ROW(0) & 4095, row = i, product = 1;
    do {
        product = product * 3 + b[i];
        i += (m & 63) + 1;
    } while (i < n);
    a[row] = product;
    c[row] = i;
}

KERNEL(strides_in_two_dimensions) {
    for (int y = ROW(1); y < 20; y += offload_grid_size(1) * offload_block_size(1)) {
        for (int x = ROW(0); x < (n & 63); x += offload_grid_size(0) * offload_block_size(0)) {
            a[y * 64 + x] = b[x] * y + m;
        }
    }
}

KERNEL(strides_around_loops) {
    for (int i = ROW(0); i < n; i += offload_grid_size(0) * offload_block_size(0)) {
        int sum = 0, other = 1;
        for (int k = 0; k < (m & 15); k++) {
            sum += b[k] * b[i + k];
        }
        for (int k = 0; k < (b[i] & 7); k++) {
            other = other * 3 + b[i + k];
        }
        a[i] = sum ^ other;
    }
}

KERNEL(strides_of_their_own) {
    int row = ROW(0), sum = 0;
    for (int i = row; i < n; i += row + 1) {
        sum = sum * 5 + b[i];
    }
    a[row & 4095] = sum;
}

KERNEL(strides_to_a_bound_that_moves) {
    int row = ROW(0), sum = 0;
    for (int i = row, end = n & 4095; i < end; i += m & 1, end -= 7) {
        sum = sum * 5 + b[i];
    }
    a[row & 4095] = sum;
}

KERNEL(strides_if_wanted) {
    int row = ROW(0), sum = 0;
    if (m > 4 && row % 3) {
        for (int i = row; i < n; i += offload_block_size(0)) {
            sum = sum * 5 + b[i];
        }
    }
    if (m > 6) {
        for (int i = row; i < n; i += offload_block_size(0)) {
            sum = sum * 5 - b[i];
        }
    }
    a[row & 4095] = sum;
}

KERNEL(strides_on_an_own_array) {
    int row = ROW(0), own[4] = {1, 2, 3, 4};
    for (int i = row; i < n; i += 17) {
        own[i & 3] += own[b[i] & 3] + b[i];
    }
    a[row & 4095] = own[0] ^ own[1] ^ own[2] ^ own[3];
}

/* Two variables that change places in every round. */
KERNEL(strides_that_swap) {
    int row = ROW(0), one = 1, two = 2;
    for (int i = row; i < n; i += 29) {
        int kept = one;
        one = two;
        two = kept + b[i];
    }
    a[row & 4095] = one;
    c[row & 4095] = two;
}

enum { MOST_THREADS = 256 };

KERNEL(waiting_between_strides) {
    static OFFLOAD_SHARED int part[MOST_THREADS], tile[64];
    int t = offload_thread_id(0), size = offload_block_size(0), sum = 0, i = ROW(0);
    for (int k = t; k < 64; k += size) {
        tile[k] = b[k] + m;
    }
    offload_barrier();
    for (; i < n; i += size * offload_grid_size(0)) {
        sum += b[i] * tile[i & 63];
    }
    part[t] = sum;
    offload_barrier();
    for (int round = 0; round < (m & 3); round++) {
        for (int k = t + round; k < 64; k += size) {
            tile[k] = part[k % size] * 3 + k;
        }
        offload_barrier();
        sum += tile[(t * 7 + round) & 63];
        part[t] = sum;
        offload_barrier();
    }
    a[ROW(0)] = sum;
    c[ROW(0)] = i;
}

KERNEL(waiting_for_some_threads) {
    static OFFLOAD_SHARED int tile[64];
    int t = offload_thread_id(0), last = -1;
    if (t < 5) {
        for (int k = t; k < 64; k += 5) {
            tile[k] = b[k];
        }
    }
    offload_barrier();
    for (int k = t; k < 64 && m > 2; k += offload_block_size(0)) {
        last = tile[63 - k] + k;
    }
    offload_barrier();
    a[ROW(0)] = last + tile[t & 63];
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
