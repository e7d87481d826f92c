#ifndef TAMIS_LINE_WORDS_H
#define TAMIS_LINE_WORDS_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"
#include "word.h"

// How many words of a line are looked at, at most.
#define TAMIS_LINE_WORDS 16

// A set of words has 2^12 places; each of its words is at one of two.
#define TAMIS_WORD_SET_BITS 12

static inline size_t tamis_word_set_place(uint64_t hash) { return hash >> (64 - TAMIS_WORD_SET_BITS); }
static inline size_t tamis_word_set_other_place(uint64_t hash) {
    return hash >> (64 - 2 * TAMIS_WORD_SET_BITS) & ((1 << TAMIS_WORD_SET_BITS) - 1);
}

typedef struct {
    // A bit for each word that is in the set.
    uint16_t in_set;
    uint8_t in_set_count;
    // Words that begin with a capital: Latin, Greek and Cyrillic ones, as far as two bytes tell.
    uint8_t capitals;
    // Whether a word has four bytes and begins with 1 or 2.
    uint8_t has_year;
} tamis_line_words;

// Looks at `count` words of `text`, at most TAMIS_LINE_WORDS.
tamis_line_words tamis_look_at_words_on(
    tamis_cpu cpu, const uint8_t *text, const tamis_word *words, size_t count, const uint64_t *set);

// How many words of a line are looked up, of which the last four are those at its end, and how many hashes that makes.
#define TAMIS_LOOKED_UP_WORDS 12
#define TAMIS_LOOKED_UP_LAST_WORDS 4
#define TAMIS_LINE_WORDINGS 25

// Lists hashes of a line's words, of its pairs of words and of its end; returns how many.
size_t tamis_list_wordings(const tamis_word *words, size_t count, uint64_t wordings[TAMIS_LINE_WORDINGS]);

// A table of steps has 2^14 pairs of entries: in each half of a pair a mark, from 1 to 90 or 0 for none, and a weight above it.
#define TAMIS_STEP_PAIR_BITS 14
#define TAMIS_STEP_MARKS 90

static inline size_t tamis_step_pair(uint64_t hash) { return hash >> (64 - TAMIS_STEP_PAIR_BITS); }
static inline uint32_t tamis_step_mark(uint64_t hash) {
    return 1 + (uint32_t)((hash & 0xFFFFFFFF) * TAMIS_STEP_MARKS >> 32);
}

// The sum of the weights of a line's words, of its pairs of words and of its end.
int32_t tamis_sum_wordings_on(tamis_cpu cpu, const uint32_t *pairs, const tamis_word *words, size_t count);

#endif
