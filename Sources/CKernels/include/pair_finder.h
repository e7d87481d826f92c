#ifndef TAMIS_PAIR_FINDER_H
#define TAMIS_PAIR_FINDER_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

// Two letters in lower case, the second three bytes behind the first.
typedef struct {
    uint8_t first;
    uint8_t second;
} tamis_letter_pair;

// How many pairs are sought at once.
enum { TAMIS_PAIR_COUNT = 5, TAMIS_PAIR_DISTANCE = 3 };

// The first offset from `start` on at which one of the pairs stands, in any case; `count` where there is none. May also
// stop at a byte that becomes the letter by setting the bit 0x20.
size_t tamis_find_pair(
    const tamis_letter_pair pairs[TAMIS_PAIR_COUNT], const uint8_t *bytes, size_t start, size_t count);

// The same by a given instruction set, so that tests can compare them.
size_t tamis_find_pair_by(
    tamis_cpu cpu, const tamis_letter_pair pairs[TAMIS_PAIR_COUNT], const uint8_t *bytes, size_t start, size_t count);

#endif
