#ifndef TAMIS_WORD_H
#define TAMIS_WORD_H
#include <stdint.h>

// A word's first byte, the byte after its last, and the XXH3-64 of its near folding.
typedef struct {
    uint32_t start;
    uint32_t end;
    uint64_t hash;
} tamis_word;

#endif
