// What `lowered_bytes.h` tells of a vector, and what it needs for each instruction set.
#ifndef TAMIS_LOWERED_MASKS_H
#define TAMIS_LOWERED_MASKS_H
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)

// One bit per byte of a vector. Line ends are LF and CR; a wide line end is NEL (C2 85), U+2028 or U+2029 (E2 80 A8, E2 80
// A9): bytes that may begin one, and bytes that may end one.
typedef struct {
    uint64_t space, non_ascii, line_end, wide_lead, wide_tail;
} lowered_masks;

// Without vectors: eight bytes at a time, one by one.
static inline uint64_t bits_of_bytes(const uint8_t *matches) {
    uint64_t bits = 0;
    for (int i = 0; i < 8; i++) bits |= (uint64_t)(matches[i] != 0) << i;
    return bits;
}
#endif
