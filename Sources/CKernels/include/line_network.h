#ifndef TAMIS_LINE_NETWORK_H
#define TAMIS_LINE_NETWORK_H
#include <stddef.h>
#include <stdint.h>

#include "cpu.h"

enum {
    // How many sums the network has, and the bound of each.
    TAMIS_HIDDEN_SUMS = 16,
    TAMIS_HIDDEN_LIMIT = 256,
};

// One weight for each value of some slots; there is one weight more than values, of any value.
typedef struct {
    const int16_t *weights;
    // The place of each slot's first value.
    const uint32_t *starts;
    size_t slots;
} tamis_slot_weights;

// The sum of the weights of a row: a value for each slot.
int32_t tamis_sum_weights_on(tamis_cpu cpu, const tamis_slot_weights *table, const uint8_t *row);

// A network of one layer: sixteen sums of one weight for each value, each held between 0 and TAMIS_HIDDEN_LIMIT.
typedef struct {
    // What values add directly.
    tamis_slot_weights direct;
    // TAMIS_HIDDEN_SUMS weights for each value.
    const int16_t *hidden;
    // What each sum begins with, and what it counts for, in 128ths.
    const int16_t *bias, *output;
} tamis_line_network;

// The score of a row.
int32_t tamis_score_row_on(tamis_cpu cpu, const tamis_line_network *network, const uint8_t *row);

#endif
