#ifndef TAMIS_MIN_HASH_H
#define TAMIS_MIN_HASH_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

enum { TAMIS_SIGNATURE_VALUES = 120 };

// Writes the 120 values of a signature: each the smallest hash of a shingle under a hash function of its own; all bits set
// where there is no shingle.
void tamis_min_hash(const uint64_t *shingles, size_t count, uint32_t *minima);

// The same by the kernel for `cpu`, which this machine must support.
void tamis_min_hash_on(tamis_cpu cpu, const uint64_t *shingles, size_t count, uint32_t *minima);

#endif
