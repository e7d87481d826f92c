// Example: "“Cafés–don’t" has the words "cafes" and "don t". A letter of two bytes is folded by its table; a quote or dash of
// three bytes ends a word, but for one that joins the letters or the digits beside it.
#include "simple_words.h"

#include "CXXHash.h"

enum { OTHER_KIND, LETTER, DIGIT, SEPARATOR, JOINT };

// The kind of a character, its length and its near folding, which for letters and digits is one or two bytes, the first one low.
typedef struct {
    int kind;
    size_t length;
    uint16_t form;
} character;

static inline character character_at(const uint8_t *bytes, size_t left) {
    const uint8_t lead = bytes[0];
    character result = {OTHER_KIND, 1, lead};
    if (lead < 0x80) {
        const uint8_t low = lead | 0x20;
        if ((uint8_t)(low - 'a') < 26) {
            result.kind = LETTER;
            result.form = low;
        } else if ((uint8_t)(lead - '0') < 10) {
            result.kind = DIGIT;
        }
        return result;
    }
    if (lead >= 0xC3 && lead < 0xE0 && left >= 2 && (bytes[1] & 0xC0) == 0x80) {
        const uint32_t scalar = (lead & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
        const uint32_t properties = tamis_unicode_properties(scalar);
        result.form = tamis_near_short_form(scalar);
        result.length = 2;
        const uint32_t category = tamis_category(properties);
        const int is_letter = category >= TAMIS_CATEGORY_LU && category <= TAMIS_CATEGORY_LO;
        if (is_letter && result.form && tamis_word_class(properties) == TAMIS_WORD_ALETTER) result.kind = LETTER;
        return result;
    }
    if (lead == 0xE2 && left >= 3 && bytes[1] == 0x80) {
        result.length = 3;
        switch (bytes[2]) {
        case 0x90 ... 0x95: case 0x9C ... 0x9F: case 0xA6: result.kind = SEPARATOR; break;
        case 0x99: result.kind = JOINT; break;
        default: break;
        }
    }
    return result;
}

// Appends the word with this folding, or each of its parts between blanks; -1 where there are too many.
static inline int append_parts(
    tamis_word *words, int count, size_t start, size_t end, const uint8_t *folded, size_t length, int cuts_joints) {
    for (size_t part = 0; part < length;) {
        const uint8_t *blank = cuts_joints ? memchr(folded + part, ' ', length - part) : 0;
        const size_t part_end = blank ? (size_t)(blank - folded) : length;
        if (count == TAMIS_SIMPLE_WORDS) return -1;
        words[count++] = (tamis_word){
            (uint32_t)start, (uint32_t)end, tamis_xxh3_64(folded + part, part_end - part, 0)};
        part = part_end + 1;
    }
    return count;
}

int tamis_simple_words(const uint8_t *utf8, size_t start, size_t end, int cuts_joints, tamis_word *words) {
    if (end - start > TAMIS_SIMPLE_RUN_BYTES) return -1;
    uint8_t folded[TAMIS_SIMPLE_RUN_BYTES + 1];
    size_t length = 0, word_start = start;
    int count = 0, last_kind = OTHER_KIND;
    for (size_t position = start; count >= 0;) {
        // Most bytes are letters of ASCII that follow each other.
        const size_t letters_start = position;
        for (uint8_t low; position < end && (uint8_t)((low = utf8[position] | 0x20) - 'a') < 26; position++) {
            folded[length++] = low;
        }
        if (position > letters_start) {
            if (length == position - letters_start) word_start = letters_start;
            last_kind = LETTER;
        }
        character here = {SEPARATOR, 1, 0};
        if (position < end) here = character_at(utf8 + position, end - position);
        if (here.kind == OTHER_KIND) return -1;
        if (here.kind == LETTER || here.kind == DIGIT) {
            if (!length) word_start = position;
            folded[length++] = (uint8_t)here.form;
            if (here.form >> 8) folded[length++] = (uint8_t)(here.form >> 8);
            last_kind = here.kind;
            position += here.length;
            continue;
        }
        if (here.kind == JOINT && length) {
            // It joins two letters or two digits, and else it is a quote like others.
            const size_t next = position + here.length;
            const int next_kind = next < end ? character_at(utf8 + next, end - next).kind : SEPARATOR;
            if (next_kind == OTHER_KIND) return -1;
            if (next_kind == last_kind) {
                folded[length++] = ' ';
                position = next;
                continue;
            }
        }
        count = append_parts(words, count, word_start, position, folded, length, cuts_joints);
        length = 0;
        if (position == end) break;
        position += here.length;
    }
    return count;
}
