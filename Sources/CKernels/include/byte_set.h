#ifndef TAMIS_BYTE_SET_H
#define TAMIS_BYTE_SET_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

// A set of byte values, as two tables of nibbles: a byte is in it when the entries of its halves share a bit. A set
// holds bytes of at most eight different upper halves.
typedef struct {
    uint8_t low[16];
    uint8_t high[16];
} tamis_byte_set;

// The offset of the first byte of `bytes` from `start` on that is in `set`; `count` when there is none.
size_t tamis_find_in_set(const tamis_byte_set *set, const uint8_t *bytes, size_t start, size_t count);

// The same by a given instruction set, so that tests can compare them.
size_t tamis_find_in_set_by(
    tamis_cpu cpu, const tamis_byte_set *set, const uint8_t *bytes, size_t start, size_t count);

#endif
