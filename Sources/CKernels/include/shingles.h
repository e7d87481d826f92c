#ifndef TAMIS_SHINGLES_H
#define TAMIS_SHINGLES_H
#include <stddef.h>
#include <stdint.h>

#include "word.h"

enum { TAMIS_SHINGLE_WORDS = 5, TAMIS_PERMUTATIONS = 3 };

// Writes the hash of each run of five words: count - 4 hashes, or none where there are fewer than five words.
void tamis_hash_shingles(const tamis_word *words, size_t count, uint64_t *shingles);

// Lowers each of `least` to the smallest value that its permutation of 64-bit numbers gives a shingle; all bits set is none.
void tamis_least_shingles(const uint64_t *shingles, size_t count, uint64_t least[TAMIS_PERMUTATIONS]);

#endif
