#ifndef TAMIS_SPLIT_WORDS_H
#define TAMIS_SPLIT_WORDS_H
#include <CKernels.h>

#include "hash_words.h"

// How many words lie between the white space of `blocks`.
size_t tamis_count_split_words(const tamis_split_block *blocks, size_t block_count);

// How many bytes beyond the words `tamis_split_words` may write to.
enum { TAMIS_JOINED_SPARE_BYTES = 32 };

// Writes the words between the white space of `blocks`, which describe `count` bytes at `bytes`: start, end and a hash of
// the word as it stands. Copies the words one behind the other to `joined`, which has room for `count` bytes and
// TAMIS_JOINED_SPARE_BYTES, and writes to `offsets` where each begins there and where the last one ends.
void tamis_split_words(
    const uint8_t *bytes, size_t count, const tamis_split_block *blocks, tamis_word *words, uint8_t *joined,
    uint32_t *offsets);

#endif
