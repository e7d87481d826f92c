#ifndef TAMIS_EXACT_FOLDING_H
#define TAMIS_EXACT_FOLDING_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

// How far the exact folding of a text has come.
typedef struct {
    // The text; nothing is read behind it.
    const uint8_t *bytes;
    size_t count;
    // The offset of the next byte to fold.
    size_t position;
    // What has been written, of which the bytes from `segment_start` on are of the segment at hand.
    uint8_t *output;
    size_t written;
    size_t segment_start;
    // The last place, in the text and the output, from which folding can be taken up again.
    size_t anchor_source;
    size_t anchor_output;
    // Where the last combining mark that was copied, and dropped characters behind it, end.
    size_t last_mark_end;
} tamis_exact_folding;

// Folds up to `cut`, or to a character that its neighbours may change. `output` has room for as many bytes as there are up to
// `cut`, and 64 more.
void tamis_fold_exact(tamis_exact_folding *folding, size_t cut);

// The same by the kernel for `cpu`, which this machine must support.
void tamis_fold_exact_on(tamis_cpu cpu, tamis_exact_folding *folding, size_t cut);

#endif
