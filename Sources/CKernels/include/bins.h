#ifndef TAMIS_BINS_H
#define TAMIS_BINS_H
#include <stdint.h>

// A count in half octaves: 0, 1, 2, 3, 4–5, 6–7, 8–11, 12–15, 16–23, … as 0, 1, 2, 3, 4, 5, …
//
// The exponent of a floating-point number and the first bit behind its point say it. Counts above 2^24 are rounded, and may be in
// the next bin.
static inline uint32_t tamis_octave(uint32_t count) {
    float number = (float)(int32_t)count;
    uint32_t bits;
    __builtin_memcpy(&bits, &number, sizeof bits);
    return count < 2 ? count : (bits >> 22) - 254;
}

// A part of a whole in `steps` equal steps; the last of `steps` + 1 values is the whole itself, the first is nothing.
//
// Both are below 2^32 / `steps`: they count bytes, words and lines.
static inline uint32_t tamis_share(uint32_t part, uint32_t whole, uint32_t steps) {
    // All cases are worked out, since nobody can foresee which it is.
    uint32_t step = 1 + part * (steps - 1) / (whole ? whole : 1);
    step = step < steps - 1 ? step : steps - 1;
    return part == 0 || whole == 0 ? 0 : part >= whole ? steps : step;
}

#endif
