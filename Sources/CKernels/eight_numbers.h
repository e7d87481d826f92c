// Eight numbers at a time, in one register of AVX2 or two of SSE2.
#ifndef TAMIS_EIGHT_NUMBERS_H
#define TAMIS_EIGHT_NUMBERS_H
#include <stdint.h>
#include <string.h>

// Vectors are handed to functions that are inlined everywhere, so there is no convention of calls to keep.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))

typedef int32_t eight __attribute__((vector_size(32)));
typedef float eight_floats __attribute__((vector_size(32)));

INLINE eight all(int32_t value) { return (eight){0} + value; }
INLINE eight least(eight a, eight b) { return __builtin_elementwise_min(a, b); }
INLINE eight most(eight a, eight b) { return __builtin_elementwise_max(a, b); }

// Of each two numbers the first where `is_first` is -1, and the second where it is 0.
INLINE eight choose(eight is_first, eight first, eight second) { return (first & is_first) | (second & ~is_first); }

INLINE eight numbers(const int32_t *column) {
    eight numbers;
    memcpy(&numbers, column, sizeof numbers);
    return numbers;
}

INLINE eight bytes(const uint8_t *column) {
    typedef uint8_t eight_bytes __attribute__((vector_size(8)));
    eight_bytes bytes;
    memcpy(&bytes, column, sizeof bytes);
    return __builtin_convertvector(bytes, eight);
}

// Quotients of numbers below 2^12, of which no float is on the wrong side of a whole number.
INLINE eight quotient(eight a, eight b) {
    return __builtin_convertvector(
        __builtin_convertvector(a, eight_floats) / __builtin_convertvector(b, eight_floats), eight);
}

// The same as `tamis_octave`.
INLINE eight octave(eight count) {
    eight_floats number = __builtin_convertvector(count, eight_floats);
    eight bits;
    memcpy(&bits, &number, sizeof bits);
    return choose(count < 2, count, (bits >> 22) - 254);
}

#endif
