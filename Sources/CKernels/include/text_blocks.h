#ifndef TAMIS_TEXT_BLOCKS_H
#define TAMIS_TEXT_BLOCKS_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

// What is known of 64 bytes of text: in each mask, bit i stands for byte i.
typedef struct {
    // The first byte of each line end: LF, CR (also before LF), NEL, U+2028, U+2029.
    uint64_t line_end;
    // ASCII white space.
    uint64_t space;
    // Bytes at which the exact folding is not the lower-cased byte: non-ASCII, and white space behind white space or
    // non-ASCII.
    uint64_t irregular;
    // Bytes of words: a run of these shares no word with another run.
    uint64_t run;
    // Bytes of `run` that are ASCII punctuation inside of one word, as in "it's", "3.14", "snake_case".
    uint64_t joint;
    // Non-ASCII bytes, and ASCII punctuation beside them that may join words. A run without these is one word, if it has a
    // letter or digit.
    uint64_t foreign;
    // ".", "!", "?" and lead bytes under which other sentence terminators are found.
    uint64_t terminator;
} tamis_text_block;

// Describes `count` bytes in (count + 63) / 64 blocks, and writes them to `lowered` with ASCII letters in lower case and
// each ASCII white space as a blank. `lowered` has room for whole blocks.
void tamis_text_blocks(const uint8_t *bytes, size_t count, uint8_t *lowered, tamis_text_block *blocks);

// The same by the kernel for `cpu`, which this machine must support.
void tamis_text_blocks_on(
    tamis_cpu cpu, const uint8_t *bytes, size_t count, uint8_t *lowered, tamis_text_block *blocks);

#endif
