#ifndef TAMIS_LINE_READING_H
#define TAMIS_LINE_READING_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"
#include "word.h"

// A line of a text, its words, and what a phrase of the table says of it, 0 where none does.
typedef struct {
    const uint8_t *text;
    size_t text_count;
    size_t start, end;
    const tamis_word *words;
    size_t word_count;
    // The set of function words.
    const uint64_t *function_words;
    uint8_t phrase_kind, phrase_zone;
} tamis_text_line;

// The values of the slots that a line answers by itself, in the order of the slots.
typedef struct {
    uint8_t separators, address, glue, uppercase, foreign, marks;
    uint8_t word_count, byte_count, word_length, ending, opening, stop_words, capitals, digits, commas, enclosure;
    uint8_t phrase_kind, phrase_zone;
} tamis_line_row;

// What a line is at first sight, from longest to shortest.
enum { TAMIS_SIGHT_PROSE, TAMIS_SIGHT_SENTENCE, TAMIS_SIGHT_LONG, TAMIS_SIGHT_SHORT, TAMIS_SIGHT_LABEL, TAMIS_SIGHT_BARE };

// What is known of a line besides its values.
typedef struct {
    size_t start;
    // The number of words; in scripts without spaces, where each character is one, half as many.
    int32_t word_count;
    // The score of the line by itself, and the part of it that its words make.
    int32_t score, wording_score;
    // How the line begins and ends and which marks it has, as one number, and in its last three bits how many.
    uint16_t signature;
    // A bit for each of the line's first words that is a function word.
    uint16_t stop_words;
    uint8_t sight;
} tamis_line_record;

// Reads a line: all of `row`, and of `record` all but the scores.
void tamis_read_line_on(tamis_cpu cpu, const tamis_text_line *line, tamis_line_row *row, tamis_line_record *record);

#endif
