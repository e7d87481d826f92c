#ifndef TAMIS_LINE_NETWORK_H
#define TAMIS_LINE_NETWORK_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"
#include "line_columns.h"
#include "line_reading.h"

enum {
    // How many sums the network has, and the bound of each.
    TAMIS_HIDDEN_SUMS = 16,
    TAMIS_HIDDEN_LIMIT = 256,
};

// One weight for each value of each of a line's own slots.
typedef struct {
    const int32_t *weights;
    // The place of each slot's first value.
    const uint16_t *starts;
} tamis_own_weights;

// The sum of the weights of a row.
int32_t tamis_sum_own_weights(const tamis_own_weights *table, const tamis_line_row *row);

// The same offset for each line of a group.
typedef struct {
    uint16_t offsets[TAMIS_LINE_GROUP];
} tamis_offset_group;

// A network of one layer: sixteen sums of one weight for each value, each held between 0 and TAMIS_HIDDEN_LIMIT.
//
// Offsets are in bytes of direct weights, four for each value before; an eighth of those of hidden weights.
typedef struct {
    // What every score begins with, and what values add directly.
    int32_t score_bias;
    const int32_t *direct;
    // TAMIS_HIDDEN_SUMS weights for each value.
    const int16_t *hidden;
    // What each sum begins with, and what it counts for, in 128ths.
    const int16_t *bias, *output;
    // The offset of the first value of each slot, first those that ask for nothing but the line, then those that ask for its
    // surroundings.
    const uint16_t *lone_starts;
    const tamis_offset_group *around_starts;
} tamis_line_network;

// Writes the score of each line for which `is_asked` is 1; it is 0 for others, and behind the last line to the end of its group.
void tamis_score_lines_on(
    tamis_cpu cpu, const tamis_line_columns *columns, const tamis_line_network *network, const uint8_t *is_asked,
    int32_t *scores);

#endif
