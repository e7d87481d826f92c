// Masks of sixteen bytes, and the bytes of 64 whose bit is set written one behind the other.
#ifndef TAMIS_KEPT_BYTES_H
#define TAMIS_KEPT_BYTES_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t bytes_16 __attribute__((vector_size(16)));
typedef _Bool bits_16 __attribute__((ext_vector_type(16)));

static inline uint64_t mask(bytes_16 matches) {
    bits_16 bits = __builtin_convertvector(matches, bits_16);
    uint16_t result;
    memcpy(&result, &bits, sizeof result);
    return result;
}

// Appends the bytes whose bit is set; writes up to 64 bytes behind them.
static inline size_t append(uint64_t kept, const uint8_t *mapped, uint8_t *folded, size_t length) {
    while (kept) {
        int start = __builtin_ctzll(kept);
        uint64_t others = ~(kept >> start);
        int count = others ? __builtin_ctzll(others) : 64;
        memcpy(folded + length, mapped + start, 64);
        length += (size_t)count;
        kept = start + count < 64 ? kept & ~0ull << (start + count) : 0;
    }
    return length;
}

#endif
