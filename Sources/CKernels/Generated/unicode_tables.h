// Written by scripts/generate-tables from the Unicode Character Database; do not edit.
#ifndef TAMIS_UNICODE_TABLES_H
#define TAMIS_UNICODE_TABLES_H
#include <stdint.h>

// A scalar's word of properties: word class in bits 0-4, sentence class in 5-8, general category in 9-13, flags.
enum {
    TAMIS_WORD_OTHER = 0,
    TAMIS_WORD_CR = 1,
    TAMIS_WORD_LF = 2,
    TAMIS_WORD_NEWLINE = 3,
    TAMIS_WORD_EXTEND = 4,
    TAMIS_WORD_ZWJ = 5,
    TAMIS_WORD_REGIONAL_INDICATOR = 6,
    TAMIS_WORD_FORMAT = 7,
    TAMIS_WORD_KATAKANA = 8,
    TAMIS_WORD_HEBREW_LETTER = 9,
    TAMIS_WORD_ALETTER = 10,
    TAMIS_WORD_SINGLE_QUOTE = 11,
    TAMIS_WORD_DOUBLE_QUOTE = 12,
    TAMIS_WORD_MIDNUMLET = 13,
    TAMIS_WORD_MIDLETTER = 14,
    TAMIS_WORD_MIDNUM = 15,
    TAMIS_WORD_NUMERIC = 16,
    TAMIS_WORD_EXTENDNUMLET = 17,
    TAMIS_WORD_WSEGSPACE = 18
};
enum {
    TAMIS_SENTENCE_OTHER = 0,
    TAMIS_SENTENCE_CR = 1,
    TAMIS_SENTENCE_LF = 2,
    TAMIS_SENTENCE_SEP = 3,
    TAMIS_SENTENCE_EXTEND = 4,
    TAMIS_SENTENCE_FORMAT = 5,
    TAMIS_SENTENCE_SP = 6,
    TAMIS_SENTENCE_LOWER = 7,
    TAMIS_SENTENCE_UPPER = 8,
    TAMIS_SENTENCE_OLETTER = 9,
    TAMIS_SENTENCE_NUMERIC = 10,
    TAMIS_SENTENCE_ATERM = 11,
    TAMIS_SENTENCE_STERM = 12,
    TAMIS_SENTENCE_CLOSE = 13,
    TAMIS_SENTENCE_SCONTINUE = 14
};
enum {
    TAMIS_CATEGORY_CN = 0,
    TAMIS_CATEGORY_LU = 1,
    TAMIS_CATEGORY_LL = 2,
    TAMIS_CATEGORY_LT = 3,
    TAMIS_CATEGORY_LM = 4,
    TAMIS_CATEGORY_LO = 5,
    TAMIS_CATEGORY_MN = 6,
    TAMIS_CATEGORY_MC = 7,
    TAMIS_CATEGORY_ME = 8,
    TAMIS_CATEGORY_ND = 9,
    TAMIS_CATEGORY_NL = 10,
    TAMIS_CATEGORY_NO = 11,
    TAMIS_CATEGORY_PC = 12,
    TAMIS_CATEGORY_PD = 13,
    TAMIS_CATEGORY_PS = 14,
    TAMIS_CATEGORY_PE = 15,
    TAMIS_CATEGORY_PI = 16,
    TAMIS_CATEGORY_PF = 17,
    TAMIS_CATEGORY_PO = 18,
    TAMIS_CATEGORY_SM = 19,
    TAMIS_CATEGORY_SC = 20,
    TAMIS_CATEGORY_SK = 21,
    TAMIS_CATEGORY_SO = 22,
    TAMIS_CATEGORY_ZS = 23,
    TAMIS_CATEGORY_ZL = 24,
    TAMIS_CATEGORY_ZP = 25,
    TAMIS_CATEGORY_CC = 26,
    TAMIS_CATEGORY_CF = 27,
    TAMIS_CATEGORY_CS = 28,
    TAMIS_CATEGORY_CO = 29
};
enum {
    TAMIS_PICTOGRAPHIC = 16384,
    TAMIS_WHITE_SPACE = 32768,
    TAMIS_UPPERCASE = 65536,
    TAMIS_LOWERCASE = 131072,
    TAMIS_LATIN_OR_GREEK = 262144,
    TAMIS_SINGLE_CHARACTER_WORD = 524288,
    TAMIS_COMBINING = 1048576,
    TAMIS_EXACT_INERT = 2097152,
    TAMIS_NEAR_INERT = 4194304,
    TAMIS_NEAR_BLANK = 8388608,
    TAMIS_EXACT_MARK = 16777216,
    TAMIS_ZERO_WIDTH = 33554432,
    TAMIS_DROPPED = 67108864
};

extern const uint16_t tamis_unicode_stage1[8704];
extern const uint8_t tamis_unicode_stage2[35072];
extern const uint32_t tamis_unicode_records[161];

extern const uint16_t tamis_exact_short[2048];
// The exact folding of a scalar under U+0800 where it is one or two bytes of UTF-8, the first one low; or 0.
static inline uint16_t tamis_exact_short_form(uint32_t scalar) { return tamis_exact_short[scalar]; }

extern const uint16_t tamis_near_short[2048];
// The near folding of a scalar under U+0800 where it is one or two bytes of UTF-8, the first one low; or 0.
static inline uint16_t tamis_near_short_form(uint32_t scalar) { return tamis_near_short[scalar]; }

// The properties of a scalar; none for a number that is no scalar.
static inline uint32_t tamis_unicode_properties(uint32_t scalar) {
    if (scalar > 0x10FFFF) return 0;
    uint32_t block = tamis_unicode_stage1[scalar / 128];
    return tamis_unicode_records[tamis_unicode_stage2[block * 128 + scalar % 128]];
}

// The classes and the category in a scalar's properties.
static inline uint32_t tamis_word_class(uint32_t properties) { return properties & 31; }
static inline uint32_t tamis_sentence_class(uint32_t properties) { return properties >> 5 & 15; }
static inline uint32_t tamis_category(uint32_t properties) { return properties >> 9 & 31; }

#endif
