// Sorting pairs from the lowest byte to the highest, each time keeping the order of pairs that agree in the byte:
//
//     0x0201 0x0103 0x0101   by the low byte    0x0201 0x0101 0x0103   by the high byte   0x0101 0x0103 0x0201
//
// Bytes in which all pairs agree are skipped, and so are the values' bytes where the values ascend already, as they do
// when documents are added one after another. The time is the same for any keys.
#include "pair_sort.h"

#include <string.h>

#if defined(__linux__)
#include <sys/mman.h>
#endif

enum { KEY_DIGITS = 8, DIGITS = 16, BUCKETS = 256 };

// The bits in which pairs differ from the first one, and whether no value is followed by a smaller one.
typedef struct {
    uint64_t key_bits;
    uint64_t value_bits;
    int values_ascend;
} spread;

static spread measure(const tamis_pair *pairs, size_t count) {
    uint64_t key_bits = 0, value_bits = 0, last = 0, falls = 0;
    for (size_t i = 0; i < count; i++) {
        key_bits |= pairs[i].key ^ pairs[0].key;
        value_bits |= pairs[i].value ^ pairs[0].value;
        falls |= pairs[i].value < last;
        last = pairs[i].value;
    }
    return (spread){key_bits, value_bits, !falls};
}

#define SCATTER(field) \
    for (size_t i = 0; i < count; i++) { \
        to[next[(from[i].field >> shift) & 0xFF]++] = from[i]; \
    }

static void scatter(
    const tamis_pair *restrict from, tamis_pair *restrict to, size_t count, size_t *restrict next, int digit) {
    int shift = digit % KEY_DIGITS * 8;
    size_t sum = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
        size_t size = next[bucket];
        next[bucket] = sum;
        sum += size;
    }
    if (digit < KEY_DIGITS) {
        SCATTER(value)
    } else {
        SCATTER(key)
    }
}

tamis_pair *tamis_sort_pairs(tamis_pair *pairs, tamis_pair *scratch, size_t count) {
    // From the lowest: the bytes of the value, then those of the key.
    size_t sizes[DIGITS][BUCKETS];
    spread spread = measure(pairs, count);
    uint64_t bits[2] = {spread.values_ascend ? 0 : spread.value_bits, spread.key_bits};
    memset(sizes, 0, sizeof sizes);
    if (bits[0]) {
        for (size_t i = 0; i < count; i++) {
            for (int digit = 0; digit < KEY_DIGITS; digit++) sizes[digit][(pairs[i].value >> digit * 8) & 0xFF]++;
        }
    }
    if (bits[1]) {
        for (size_t i = 0; i < count; i++) {
            for (int digit = 0; digit < KEY_DIGITS; digit++) {
                sizes[KEY_DIGITS + digit][(pairs[i].key >> digit * 8) & 0xFF]++;
            }
        }
    }
    tamis_pair *from = pairs, *to = scratch;
    for (int digit = 0; digit < DIGITS; digit++) {
        if (!(bits[digit / KEY_DIGITS] >> digit % KEY_DIGITS * 8 & 0xFF)) continue;
        scatter(from, to, count, sizes[digit], digit);
        tamis_pair *sorted = to;
        to = from;
        from = sorted;
    }
    return from;
}

void tamis_advise_huge_pages(void *memory, size_t byte_count) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    enum { HUGE_PAGE = 2 << 20 };
    uintptr_t start = ((uintptr_t)memory + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1);
    uintptr_t end = ((uintptr_t)memory + byte_count) & ~(uintptr_t)(HUGE_PAGE - 1);
    if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
#else
    (void)memory;
    (void)byte_count;
#endif
}
