#ifndef TAMIS_SPLIT_WORDS_H
#define TAMIS_SPLIT_WORDS_H
#include <CKernels.h>

#include "hash_words.h"

// How many words lie between the white space of `blocks`.
size_t tamis_count_split_words(const tamis_split_block *blocks, size_t block_count);

// How many bytes beyond the words `tamis_split_words` may write to.
enum { TAMIS_JOINED_SPARE_BYTES = 32 };

// What `tamis_split_words` has found besides.
typedef struct {
    // How many words do not begin with a letter A–Z or a–z.
    size_t odd_count;
    // A bit for each of be, that, the, of, with, to, have, and that is a word of the text, from the lowest on.
    uint32_t stop_words;
} tamis_split_extent;

// Writes the words between the white space of `blocks`, which describe `count` bytes at `bytes`: start, end and a hash of
// the word as it stands. Copies the words one behind the other to `joined`, which has room for `count` bytes and
// TAMIS_JOINED_SPARE_BYTES, and writes to `offsets` where each begins there and where the last one ends. Writes to `odd`,
// which has room for all, the numbers of the words that do not begin with a letter.
tamis_split_extent tamis_split_words(
    const uint8_t *bytes, size_t count, const tamis_split_block *blocks, tamis_word *words, uint8_t *joined,
    uint32_t *offsets, uint32_t *odd);

#endif
