#ifndef TAMIS_HASH_WORDS_H
#define TAMIS_HASH_WORDS_H
#include <CKernels.h>

// Writes the words of a text of `count` bytes and returns how many. Runs without foreign bytes are hashed from the
// lower-cased text; `foreign`, in order, are the words of all other runs. `words` has room for a word per run and
// these; eight bytes behind the whole blocks of `lowered` are readable. With `cuts_joints`, "it's" is two words and
// `foreign` has those of runs cut in the same way.
size_t tamis_hash_words(
    const tamis_text_block *blocks, size_t count, const uint8_t *lowered, int cuts_joints, const tamis_word *foreign,
    size_t foreign_count, tamis_word *words);

// The same by the kernel for `cpu`, which this machine must support.
size_t tamis_hash_words_on(
    tamis_cpu cpu, const tamis_text_block *blocks, size_t count, const uint8_t *lowered, int cuts_joints,
    const tamis_word *foreign, size_t foreign_count, tamis_word *words);

#endif
