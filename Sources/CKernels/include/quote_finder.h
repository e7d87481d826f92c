#ifndef TAMIS_QUOTE_FINDER_H
#define TAMIS_QUOTE_FINDER_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

/// Where the inside of a JSON string ends.
typedef struct {
    /// The offset of the closing quote; or of a control byte or a backslash that starts no escape; or the byte count.
    size_t end;
    /// How many escapes stand before `end`.
    size_t escape_count;
} tamis_string_extent;

/// Steps over the inside of a JSON string, from after its opening quote, and checks it on the way.
tamis_string_extent tamis_find_string_end(const uint8_t *bytes, size_t count);

/// The offset of the first quote, backslash or control byte (below 0x20) in `bytes`; `count` when there is none.
size_t tamis_find_quote(const uint8_t *bytes, size_t count);

/// The number of line feeds in `bytes`.
size_t tamis_count_newlines(const uint8_t *bytes, size_t count);

/// An escape in a JSON string, or the pair of escapes that spells one character beyond U+FFFF.
typedef struct {
    /// The offset of the character in the text.
    uint32_t decoded_offset;
    /// The offset of the backslash in the raw string.
    uint32_t raw_offset;
    /// How many bytes the character takes in the text: 1 to 4.
    uint8_t decoded_count;
    /// How many bytes its spelling takes: 2, 6 or 12.
    uint8_t raw_count;
} tamis_escape;

/// What was decoded of a JSON string.
typedef struct {
    size_t decoded_count;
    size_t escape_count;
} tamis_decoded_extent;

/// Decodes the checked inside of a JSON string into `decoded`, which has room for `count` bytes, and lists its escapes.
///
/// Stops early where there are more than `escape_capacity` escapes, or at a malformed one: never where
/// `tamis_find_string_end` has checked and counted them.
tamis_decoded_extent tamis_decode_string(
    const uint8_t *raw, size_t count, uint8_t *decoded, tamis_escape *escapes, size_t escape_capacity);

// The same by the kernel for `cpu`, which this machine must support.
tamis_string_extent tamis_find_string_end_on(tamis_cpu cpu, const uint8_t *bytes, size_t count);
size_t tamis_find_quote_on(tamis_cpu cpu, const uint8_t *bytes, size_t count);
size_t tamis_count_newlines_on(tamis_cpu cpu, const uint8_t *bytes, size_t count);
tamis_decoded_extent tamis_decode_string_on(
    tamis_cpu cpu, const uint8_t *raw, size_t count, uint8_t *decoded, tamis_escape *escapes, size_t escape_capacity);
#endif
