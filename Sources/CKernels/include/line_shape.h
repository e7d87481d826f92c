#ifndef TAMIS_LINE_SHAPE_H
#define TAMIS_LINE_SHAPE_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

// What kind of character a byte is, as far as the shape of a line goes.
enum {
    TAMIS_BYTE_OTHER,
    TAMIS_BYTE_LOWERCASE,
    TAMIS_BYTE_UPPERCASE,
    TAMIS_BYTE_DIGIT,
    TAMIS_BYTE_SPACE,
    TAMIS_BYTE_STOP,
    TAMIS_BYTE_COMMA,
    TAMIS_BYTE_COLON,
    TAMIS_BYTE_SEPARATOR,
    TAMIS_BYTE_QUOTE,
    TAMIS_BYTE_BRACKET,
    TAMIS_BYTE_DASH,
    TAMIS_BYTE_SIGN,
    TAMIS_BYTE_MONEY,
    TAMIS_BYTE_LEAD,
    TAMIS_BYTE_CONTINUATION,
};

extern const uint8_t tamis_byte_classes[256];

static inline uint8_t tamis_byte_class(uint8_t byte) { return tamis_byte_classes[byte]; }

// How many bytes of a line are looked at, at most.
#define TAMIS_SHAPED_BYTES 96

// How many bytes of a line are of a class, and how often one class follows another.
typedef struct {
    uint8_t lowercase, uppercase, digit, stop, comma, colon, separator, quote, bracket, dash, sign, money, lead;
    // Capitals behind small letters; blanks behind stops; digits behind colons.
    uint8_t glue, inner_stop, time;
    // Whether a small letter follows a stop, or one separator another.
    uint8_t has_address;
    // Bullets, arrows and angle quotes; copyright signs.
    uint8_t foreign_separator, copyright;
} tamis_line_shape;

// Counts in the first `count` bytes of a line, at most TAMIS_SHAPED_BYTES; `readable` bytes, no fewer, are in memory.
void tamis_shape_line_on(
    tamis_cpu cpu, const uint8_t *bytes, size_t count, size_t readable, tamis_line_shape *shape);

#endif
