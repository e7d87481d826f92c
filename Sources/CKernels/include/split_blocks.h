#ifndef TAMIS_SPLIT_BLOCKS_H
#define TAMIS_SPLIT_BLOCKS_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

// What the published filters ask of 64 bytes of text: in each mask, bit i stands for byte i.
typedef struct {
    // ASCII white space as Python's str.split sees it: 09–0D, 1C–1F, 20. Behind the end of the text all bits are set.
    uint64_t space;
    // Letters A–Z and a–z.
    uint64_t letter;
    // Letters, digits and "_".
    uint64_t word;
    // ".", "!" and "?".
    uint64_t terminal;
    // 0A–0D and 1C–1E, at which Python's str.splitlines cuts.
    uint64_t line_end;
    // "#", "[", "{" and "}".
    uint64_t sign;
    // Bytes that are not ASCII.
    uint64_t non_ascii;
    // C2, E1, E2 and E3, under which white space and line ends beyond ASCII are found.
    uint64_t lead;
} tamis_split_block;

// Describes `count` bytes in (count + 63) / 64 blocks.
void tamis_split_blocks(const uint8_t *bytes, size_t count, tamis_split_block *blocks);

// The same by the kernel for `cpu`, which this machine must support.
void tamis_split_blocks_on(tamis_cpu cpu, const uint8_t *bytes, size_t count, tamis_split_block *blocks);

#endif
