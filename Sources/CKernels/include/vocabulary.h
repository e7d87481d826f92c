#ifndef TAMIS_VOCABULARY_H
#define TAMIS_VOCABULARY_H
#include <stddef.h>
#include <stdint.h>

#include "word.h"

// A bit for each value of sixteen bits of a word's hash.
typedef struct {
    uint64_t bits[1024];
} tamis_vocabulary;

// Takes all words out.
void tamis_clear_vocabulary(tamis_vocabulary *vocabulary);

void tamis_add_to_vocabulary(tamis_vocabulary *vocabulary, const tamis_word *words, size_t count);

// How many of some words, at most 16, are content and how many of these are in the vocabulary; a bit of `skipped` for each word
// that is none.
typedef struct {
    uint32_t content, shared;
} tamis_shared_words;

tamis_shared_words tamis_find_in_vocabulary(
    const tamis_vocabulary *vocabulary, const tamis_word *words, size_t count, uint16_t skipped);

#endif
