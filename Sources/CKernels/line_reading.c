// Example: "By Ann Lee | 5 May 2024" has seven words, so it is of the third of six lengths, and four of them begin with a
// capital, so its value of the slot `capitals` is that length and 3 of 5 steps: 3 · 6 + 3. One sign stands between words, five
// bytes of 23 are digits, one word may be a year: its digits are 1 of 5 steps and a year, 1 · 4 + 2.
#include "line_reading.h"

#include "bins.h"
#include "line_ends.h"
#include "line_words.h"

// How many words and bytes are looked at: a longer line is known by its beginning, and one of many words sooner.
enum { MANY_WORDS = 25, WORDS_OF_MANY = 12, BYTES_OF_MANY = 48 };

static inline uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

static inline uint8_t octave(uint32_t count) { return (uint8_t)least(tamis_octave(count), 19); }

static inline uint32_t length_class(uint32_t words) {
    return words <= 1 ? 0 : words <= 3 ? 1 : words <= 6 ? 2 : words <= 11 ? 3 : words <= 23 ? 4 : 5;
}

static inline uint8_t sight_of(uint32_t words, int ends_sentence, int is_label) {
    if (words >= 25 || (words >= 12 && ends_sentence)) return TAMIS_SIGHT_PROSE;
    if (words >= 4 && ends_sentence) return TAMIS_SIGHT_SENTENCE;
    if (words >= 4) return words >= 9 ? TAMIS_SIGHT_LONG : TAMIS_SIGHT_SHORT;
    return words >= 1 && is_label ? TAMIS_SIGHT_LABEL : TAMIS_SIGHT_BARE;
}

// How a line begins and ends and which marks it has, and how many kinds of marks.
static inline uint16_t signature_of(const tamis_line_row *row) {
    uint32_t digits = row->digits >= 4, marks = row->marks;
    uint32_t count = digits + (marks & 1) + (marks >> 1 & 1) + (marks >> 3 & 1) + (row->commas >= 4)
        + (row->separators > 0) + (row->enclosure > 0);
    return (uint16_t)((((row->opening << 4 | row->ending) << 1 | digits) << 4 | marks) << 3 | least(count, 4));
}

void tamis_read_line_on(tamis_cpu cpu, const tamis_text_line *line, tamis_line_row *row, tamis_line_record *record) {
    size_t start = line->start, end = line->end;
    const uint8_t *text = line->text;
    while (end - start > 1 && text[start] <= ' ') start++;
    while (end - start > 1 && text[end - 1] <= ' ') end--;
    const uint8_t *bytes = text + start;
    uint32_t count = (uint32_t)(end - start), words = (uint32_t)line->word_count;
    int has_many = words >= MANY_WORDS;
    uint32_t scanned = least(count, has_many ? BYTES_OF_MANY : TAMIS_SHAPED_BYTES);
    uint32_t read = least(words, has_many ? WORDS_OF_MANY : TAMIS_LINE_WORDS);
    tamis_line_shape shape;
    tamis_shape_line_on(cpu, bytes, scanned, line->text_count - start, &shape);
    tamis_line_words found = tamis_look_at_words_on(cpu, text, line->words, read, line->function_words);
    if (count <= words * 4 && shape.lead * 4u > scanned) words = (words + 1) / 2;

    uint32_t length = 6 * length_class(words);
    row->separators = (uint8_t)(least(shape.separator + shape.foreign_separator, 3) + (shape.foreign_separator ? 4 : 0));
    row->address = (uint8_t)((shape.has_address ? 4 : 0) + (shape.copyright ? 2 : 0) + (shape.sign ? 1 : 0));
    row->glue = (uint8_t)least(shape.glue, 3);
    row->uppercase = (uint8_t)(tamis_share(shape.uppercase, shape.uppercase + shape.lowercase, 5) * 2 + (shape.uppercase > 3));
    row->foreign = (uint8_t)tamis_share(shape.lead, scanned, 9);
    row->marks = (uint8_t)((shape.dash ? 1 : 0) + (shape.colon ? 2 : 0) + (shape.money ? 4 : 0) + (shape.stop ? 8 : 0));
    row->word_count = octave(words);
    row->byte_count = octave(count);
    row->word_length = (uint8_t)(words ? least(1 + count / words, 15) : 0);
    row->ending = ending_of(bytes, count);
    row->opening = opening_of(bytes, count);
    row->stop_words = (uint8_t)(length + tamis_share(found.in_set_count, read, 5));
    row->capitals = (uint8_t)(length + tamis_share(found.capitals, read, 5));
    row->digits = (uint8_t)(tamis_share(shape.digit, scanned, 5) * 4 + (found.has_year ? 2 : 0) + (shape.time ? 1 : 0));
    row->commas = (uint8_t)(least(shape.comma, 3) * 4 + least(shape.inner_stop, 3));
    row->enclosure = (uint8_t)(least(shape.bracket, 2) * 2 + (shape.quote ? 1 : 0));
    row->phrase_kind = line->phrase_kind;
    row->phrase_zone = line->phrase_zone;

    int ends_sentence =
        row->ending == TAMIS_BYTE_STOP || row->ending == TAMIS_BYTE_MONEY || row->ending == TAMIS_BYTE_SIGN;
    record->start = line->start;
    record->word_count = (int32_t)words;
    record->signature = signature_of(row);
    record->stop_words = found.in_set;
    record->sight = sight_of(words, ends_sentence, shape.digit * 2u < scanned);
}
