// Masks of vectors, and the bytes of 64 whose bit is set written one behind the other.
#ifndef TAMIS_KEPT_BYTES_H
#define TAMIS_KEPT_BYTES_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)

// A bit for each byte of a vector; for the headers that are included once per width of vectors.
#define MASK(matches) ({ \
    JOIN(bits_, NAME) bits = __builtin_convertvector(matches, JOIN(bits_, NAME)); \
    uint64_t mask = 0; \
    memcpy(&mask, &bits, WIDTH / 8); \
    mask; \
})

#if defined(__x86_64__)
#define AVX2_TARGET target("avx2,bmi,popcnt")
#endif

// Appends the bytes whose bit is set; writes up to 64 bytes behind them.
static inline __attribute__((always_inline)) size_t append(uint64_t kept, const uint8_t *mapped, uint8_t *folded, size_t length) {
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
