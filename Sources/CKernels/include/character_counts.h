#ifndef TAMIS_CHARACTER_COUNTS_H
#define TAMIS_CHARACTER_COUNTS_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

// How many bytes of a text are of each kind.
typedef struct {
    // ASCII digits, capitals, symbols ($ + < = > ^ ` | ~) and white space.
    size_t digit, uppercase, symbol, space;
    // Bytes that may begin markup: < & =
    size_t markup_starter;
    // Bytes from 0x80 on.
    size_t non_ascii;
} tamis_character_counts;

tamis_character_counts tamis_count_character_kinds(const uint8_t *bytes, size_t count);

// The same by the kernel for `cpu`, which this machine must support.
tamis_character_counts tamis_count_character_kinds_on(tamis_cpu cpu, const uint8_t *bytes, size_t count);

#endif
