#ifndef TAMIS_NEAR_FOLDING_H
#define TAMIS_NEAR_FOLDING_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

// How far ASCII was folded.
typedef struct {
    // Bytes read and written, and whether the last one written is a blank.
    size_t read, written;
    int is_after_blank;
    // The same behind the last white space; 0 where there is none.
    size_t stretch_read, stretch_written;
} tamis_near_extent;

// How many bytes more than it reads the folding may write to: what it keeps is written in blocks.
#define TAMIS_NEAR_SPARE_BYTES 64

// Writes the near folding of the ASCII that `bytes` begin with to `folded`, which has room for `count` and the spare bytes. A
// blank goes where one stands before, which `is_after_blank` tells of the first.
tamis_near_extent tamis_fold_near_ascii(const uint8_t *bytes, size_t count, int is_after_blank, uint8_t *folded);

// The same with the kernel for `cpu`, which the machine must support.
tamis_near_extent tamis_fold_near_ascii_on(
    tamis_cpu cpu, const uint8_t *bytes, size_t count, int is_after_blank, uint8_t *folded);

#endif
