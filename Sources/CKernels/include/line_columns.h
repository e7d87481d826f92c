#ifndef TAMIS_LINE_COLUMNS_H
#define TAMIS_LINE_COLUMNS_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"
#include "line_reading.h"

// How many lines are looked at together, and how many places each column has before the first line and behind the last.
enum { TAMIS_LINE_GROUP = 8, TAMIS_COLUMN_MARGIN = 24 };

enum {
    // The bounds of scores: 64 units are a factor of e in the odds.
    TAMIS_SCORE_LIMIT = 320,
    TAMIS_WORDING_LIMIT = 160,
    // The least distance of what there is not.
    TAMIS_FAR_AWAY = 1 << 28,
};

// The lines of a text in columns: what each is by itself, and what stands around it.
typedef struct {
    size_t line_count;
    // The lines of the main span; the words of prose in the text.
    int32_t span_start, span_end, prose_words;
    // Values that hold for the page: of the slot `pageProse`, and the share of short lines in the main span.
    int32_t page_prose, short_share;
    // The number of words; the first line with the same text.
    int32_t *word_count, *first_copy;
    // The score of the line by itself, the part of it that its words make, how strongly these or a phrase speak for furniture.
    int32_t *score, *wording, *evidence;
    // How many lines it is to the last prose before the line and the next behind it, 0 for prose itself.
    int32_t *prose_behind, *prose_ahead;
    // How many lines it is to the last that opens a block, and to the last before that ends in a colon, if no prose is between.
    int32_t *header_behind, *colon_behind;
    // The strongest evidence between the last prose and the line, and between the line and the next prose.
    int32_t *since_peak, *until_peak;
    // Sums of the lines before: lines with strong evidence, lines that end like a sentence, words of prose, and words that the
    // prose has too, of how many. In the margins are sums too, so that windows need not end where the text does.
    int32_t *score_sum, *wording_sum, *evidence_sum, *sentence_sum, *prose_sum, *shared_sum, *content_sum;
    // What the line looks like; UINT16_MAX, which no line has, in the margins.
    uint16_t *signature;
    // A bit for each of the line's first words that is a function word.
    uint16_t *stop_words;
    uint8_t *sight;
    // What a phrase of the table says of the line, 0 where none does; ten times what kind of block the last header opens, 1 where
    // there is none.
    uint8_t *phrase_kind, *header_kind;
    // Whether the line is neither a sentence nor furniture by its words.
    uint8_t *is_plain;
    // How much of the prose stands before the line, in seven steps.
    uint8_t *prose_before;
    // The values of slots that are common to several lines or found otherwise.
    uint8_t *copies, *shared, *gap_score, *gap_phrases, *run_wording, *run_copies, *run_score;
    // The values of the line's own slots.
    tamis_line_row *rows;
} tamis_line_columns;

// Takes what was read of a line, which is the one at `index`.
static inline void tamis_take_line(
    const tamis_line_columns *columns, size_t index, const tamis_line_row *row, const tamis_line_record *record) {
    columns->rows[index] = *row;
    columns->phrase_kind[index] = row->phrase_kind;
    columns->word_count[index] = record->word_count;
    columns->score[index] = record->score;
    columns->wording[index] = record->wording_score;
    columns->signature[index] = record->signature;
    columns->stop_words[index] = record->stop_words;
    columns->sight[index] = record->sight;
}

// Puts lines into context, of which sights, signatures, counts of words, first copies, kinds of phrases, rows, and the values
// `copies` and `shared` are known, and the scores, without bounds; fills all columns but those of gaps and runs.
void tamis_put_into_context_on(tamis_cpu cpu, tamis_line_columns *columns);

// How many of the slots of the second look ask for nothing but the line, and how many for its surroundings.
enum { TAMIS_LONE_SLOTS = 12, TAMIS_AROUND_SLOTS = 32 };

// Writes the values of the slots that ask for the surroundings of a line, in the order of the slots.
void tamis_values_around_on(
    tamis_cpu cpu, const tamis_line_columns *columns, size_t line, uint8_t values[TAMIS_AROUND_SLOTS]);

#endif
