// Example: two slots with three and two values have their weights at the places 0 1 2 and 3 4, so their first values are at 0
// and 3. The row (2, 1) has its weights at 0 + 2 and 3 + 1:
//
//     places           2    4
//     direct          -5  + 1                                = -4
//     first sum        7  + 9  +  bias 100  =  116           116 · output 64  / 128 = 58
//     second sum     -80  - 3  +  bias  20  =  -63, so 0       0 · output 12  / 128 =  0
//     score                                                  = 54
#include "line_network.h"

#include <string.h>

static int32_t sum_portable(const tamis_slot_weights *table, const uint8_t *row) {
    int32_t sum = 0;
    for (size_t slot = 0; slot < table->slots; slot++) sum += table->weights[table->starts[slot] + row[slot]];
    return sum;
}

static int32_t score_portable(const tamis_line_network *network, const uint8_t *row) {
    typedef uint16_t sixteen __attribute__((vector_size(2 * TAMIS_HIDDEN_SUMS)));
    const tamis_slot_weights *direct = &network->direct;
    sixteen sums, weights;
    memcpy(&sums, network->bias, sizeof sums);
    for (size_t slot = 0; slot < direct->slots; slot++) {
        memcpy(&weights, network->hidden + TAMIS_HIDDEN_SUMS * (direct->starts[slot] + row[slot]), sizeof weights);
        sums += weights;
    }
    int32_t output = 0;
    for (size_t i = 0; i < TAMIS_HIDDEN_SUMS; i++) {
        int32_t sum = (int16_t)sums[i];
        output += (sum < 0 ? 0 : sum > TAMIS_HIDDEN_LIMIT ? TAMIS_HIDDEN_LIMIT : sum) * network->output[i];
    }
    return sum_portable(direct, row) + (output >> 7);
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 static inline __attribute__((always_inline, target("avx2,bmi,bmi2")))

// The places of the weights of eight slots.
AVX2 __m256i places_of(const tamis_slot_weights *table, const uint8_t *row, size_t slot) {
    __m256i values = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)(row + slot)));
    return _mm256_add_epi32(values, _mm256_loadu_si256((const __m256i *)(table->starts + slot)));
}

// The weights at eight places: of two that are read together the first, as a number of 32 bits.
AVX2 __m256i weights_at(const tamis_slot_weights *table, __m256i places) {
    __m256i pairs = _mm256_i32gather_epi32((const int *)table->weights, places, 2);
    return _mm256_madd_epi16(pairs, _mm256_set1_epi32(1));
}

AVX2 int32_t sum_of(__m256i eight) {
    __m128i four = _mm_add_epi32(_mm256_castsi256_si128(eight), _mm256_extracti128_si256(eight, 1));
    __m128i two = _mm_add_epi32(four, _mm_unpackhi_epi64(four, four));
    return _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32(two, 1)));
}

static __attribute__((target("avx2,bmi,bmi2"))) int32_t sum_avx2(const tamis_slot_weights *table, const uint8_t *row) {
    __m256i sums = _mm256_setzero_si256();
    size_t slot = 0;
    for (; slot + 8 <= table->slots; slot += 8) {
        sums = _mm256_add_epi32(sums, weights_at(table, places_of(table, row, slot)));
    }
    int32_t sum = sum_of(sums);
    for (; slot < table->slots; slot++) sum += table->weights[table->starts[slot] + row[slot]];
    return sum;
}

static __attribute__((target("avx2,bmi,bmi2"))) int32_t score_avx2(
    const tamis_line_network *network, const uint8_t *row) {
    const tamis_slot_weights *direct = &network->direct;
    // Of 32 bytes for each place.
    const uint8_t *hidden = (const uint8_t *)network->hidden;
    __m256i sums = _mm256_loadu_si256((const __m256i *)network->bias), scores = _mm256_setzero_si256();
    uint32_t offsets[8];
    size_t slot = 0;
    for (; slot + 8 <= direct->slots; slot += 8) {
        __m256i eight = places_of(direct, row, slot);
        scores = _mm256_add_epi32(scores, weights_at(direct, eight));
        _mm256_storeu_si256((__m256i *)offsets, _mm256_slli_epi32(eight, 5));
        for (int i = 0; i < 8; i++) {
            sums = _mm256_add_epi16(sums, _mm256_loadu_si256((const __m256i *)(hidden + offsets[i])));
        }
    }
    int32_t score = sum_of(scores);
    for (; slot < direct->slots; slot++) {
        uint32_t place = direct->starts[slot] + row[slot];
        sums = _mm256_add_epi16(sums, _mm256_loadu_si256((const __m256i *)(hidden + 32 * place)));
        score += direct->weights[place];
    }
    sums = _mm256_min_epi16(_mm256_max_epi16(sums, _mm256_setzero_si256()), _mm256_set1_epi16(TAMIS_HIDDEN_LIMIT));
    return score + (sum_of(_mm256_madd_epi16(sums, _mm256_loadu_si256((const __m256i *)network->output))) >> 7);
}
#endif

int32_t tamis_sum_weights_on(tamis_cpu cpu, const tamis_slot_weights *table, const uint8_t *row) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) return sum_avx2(table, row);
#endif
    return sum_portable(table, row);
}

int32_t tamis_score_row_on(tamis_cpu cpu, const tamis_line_network *network, const uint8_t *row) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) return score_avx2(network, row);
#endif
    return score_portable(network, row);
}
