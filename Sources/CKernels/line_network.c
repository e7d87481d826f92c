// Example: two slots with three and two values have their weights at the places 0 1 2 and 3 4, so their first values are at 0
// and 3. The row (2, 1) has its weights at 0 + 2 and 3 + 1:
//
//     places           2    4
//     direct          -5  + 1                                = -4
//     first sum        7  + 9  +  bias 100  =  116           116 · output 64  / 128 = 58
//     second sum     -80  - 3  +  bias  20  =  -63, so 0       0 · output 12  / 128 =  0
//     score                                                  = 54
//
// What lines see around them is worked out for eight of them, the network asks line by line: weights are read one after the
// other, since a gathering instruction takes longer than as many of one weight each.
#include "line_network.h"

#include "line_surroundings.h"

typedef uint8_t sixteen_bytes __attribute__((vector_size(16)));
typedef uint16_t sixteen __attribute__((vector_size(2 * TAMIS_HIDDEN_SUMS)));

// Sixteen values of a row as numbers.
INLINE sixteen numbers_of(const uint8_t *values) {
    sixteen_bytes bytes;
    memcpy(&bytes, values, sizeof bytes);
    return __builtin_convertvector(bytes, sixteen);
}

int32_t tamis_sum_own_weights(const tamis_own_weights *table, const tamis_line_row *row) {
    sixteen starts;
    uint16_t places[sizeof *row];
    memcpy(&starts, table->starts, sizeof starts);
    starts += numbers_of(&row->separators);
    memcpy(places, &starts, sizeof starts);
    places[16] = table->starts[16] + row->phrase_kind;
    places[17] = table->starts[17] + row->phrase_zone;
    int32_t sum = 0;
    for (size_t slot = 0; slot < sizeof *row; slot++) sum += table->weights[places[slot]];
    return sum;
}

typedef int16_t sixteen_signed __attribute__((vector_size(2 * TAMIS_HIDDEN_SUMS)));

// What the sums count for, in 128ths.
INLINE int32_t output_of(const tamis_line_network *network, sixteen_signed sums) {
    typedef int32_t sixteen_long __attribute__((vector_size(4 * TAMIS_HIDDEN_SUMS)));
    sixteen_signed output;
    memcpy(&output, network->output, sizeof output);
    sums = __builtin_elementwise_min(sums, (sixteen_signed){0} + TAMIS_HIDDEN_LIMIT);
    sums = __builtin_elementwise_max(sums, (sixteen_signed){0});
    return __builtin_reduce_add(
        __builtin_convertvector(sums, sixteen_long) * __builtin_convertvector(output, sixteen_long));
}

// Adds the weights at an offset.
INLINE int32_t add(const tamis_line_network *network, size_t offset, sixteen *sums) {
    sixteen weights;
    memcpy(&weights, (const uint8_t *)network->hidden + 8 * offset, sizeof weights);
    *sums += weights;
    return *(const int32_t *)((const uint8_t *)network->direct + offset);
}

// The score of the line at `place` among eight.
INLINE int32_t score_of(
    const tamis_line_network *network, const tamis_line_row *row, const tamis_offsets_around around, size_t place) {
    sixteen sums, starts;
    uint16_t lone[16];
    memcpy(&starts, network->lone_starts, sizeof starts);
    starts += numbers_of(&row->word_count) << 2;
    memcpy(lone, &starts, sizeof lone);
    // Read from memory one by one, for taking numbers out of a register takes longer.
    __asm__("" : "+m"(lone));
    memcpy(&sums, network->bias, sizeof sums);
    int32_t score = network->score_bias;
#pragma clang loop unroll(full)
    for (size_t slot = 0; slot < TAMIS_LONE_SLOTS; slot++) score += add(network, lone[slot], &sums);
    const uint16_t *column = (const uint16_t *)around + place;
#pragma clang loop unroll(full)
    for (size_t slot = 0; slot < TAMIS_AROUND_SLOTS; slot++) {
        score += add(network, column[TAMIS_LINE_GROUP * slot], &sums);
    }
    return score + (output_of(network, (sixteen_signed)sums) >> 7);
}

INLINE void score_lines(
    const tamis_line_columns *columns, const tamis_line_network *network, const uint8_t *is_asked, int32_t *scores) {
    tamis_offsets_around starts, around;
    memcpy(starts, network->around_starts, sizeof starts);
    for (size_t first = 0; first < columns->line_count; first += TAMIS_LINE_GROUP) {
        uint64_t asked;
        memcpy(&asked, is_asked + first, sizeof asked);
        if (!asked) continue;
        look_around(columns, first, starts, around);
        for (; asked; asked &= asked - 1) {
            size_t place = (size_t)__builtin_ctzll(asked) / 8;
            scores[first + place] = score_of(network, columns->rows + first + place, around, place);
        }
    }
}

INLINE void values_around(const tamis_line_columns *columns, size_t line, uint8_t values[TAMIS_AROUND_SLOTS]) {
    tamis_offsets_around starts = {{0}}, around;
    look_around(columns, line / TAMIS_LINE_GROUP * TAMIS_LINE_GROUP, starts, around);
    for (size_t slot = 0; slot < TAMIS_AROUND_SLOTS; slot++) {
        values[slot] = (uint8_t)(around[slot][line % TAMIS_LINE_GROUP] >> 2);
    }
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,bmi,bmi2")))

static AVX2 void score_lines_avx2(
    const tamis_line_columns *columns, const tamis_line_network *network, const uint8_t *is_asked, int32_t *scores) {
    score_lines(columns, network, is_asked, scores);
}

static AVX2 void values_around_avx2(const tamis_line_columns *columns, size_t line, uint8_t values[TAMIS_AROUND_SLOTS]) {
    values_around(columns, line, values);
}
#endif

void tamis_score_lines_on(
    tamis_cpu cpu, const tamis_line_columns *columns, const tamis_line_network *network, const uint8_t *is_asked,
    int32_t *scores) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) {
        score_lines_avx2(columns, network, is_asked, scores);
        return;
    }
#endif
    score_lines(columns, network, is_asked, scores);
}

void tamis_values_around_on(
    tamis_cpu cpu, const tamis_line_columns *columns, size_t line, uint8_t values[TAMIS_AROUND_SLOTS]) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) {
        values_around_avx2(columns, line, values);
        return;
    }
#endif
    values_around(columns, line, values);
}
