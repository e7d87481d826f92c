#ifndef TAMIS_CHARACTERS_H
#define TAMIS_CHARACTERS_H
#include <stddef.h>
#include <stdint.h>

// How many Unicode scalars UTF-8 has; a stray continuation byte belongs to what stands before it.
size_t tamis_count_characters(const uint8_t *bytes, size_t count);

#endif
