// Example: the scores of eight lines stand beside each other in one column, and so do those of their neighbours, one place
// before. So what all eight see around them is worked out together, slot by slot:
//
//     scores          90  70 -95 -99 120 ..
//     slot ownScore   20  19  11  11  22 ..
//     the one before   .  10   6   3   3 ..
//
// The sets of instructions share this one body; vectors of eight are two registers where they have no such registers.
#ifndef TAMIS_LINE_SURROUNDINGS_H
#define TAMIS_LINE_SURROUNDINGS_H

#include "eight_numbers.h"
#include "line_columns.h"

typedef uint16_t eight_shorts __attribute__((vector_size(16)));

// The offset of a value of a slot among weights, for each slot and eight lines: see `tamis_line_network`.
typedef eight_shorts tamis_offsets_around[TAMIS_AROUND_SLOTS];

// What the lines from `lower` to before `upper`, counted from each of eight lines, have together.
INLINE eight window(const int32_t *sums, int lower, int upper) { return numbers(sums + upper) - numbers(sums + lower); }

// The same as `scoreBin`: `width` times `width` times half of `count` is below 2^16, so the factor tells the quotient.
INLINE eight score_bin(eight score, int32_t width, int32_t count) {
    int32_t bound = count / 2 * width;
    eight place = most(least(score, all(bound - 1)), all(-bound)) + bound;
    return place * (65536 / width + 1) >> 16;
}

// Writes where the weights of the values of eight lines are, from line `first` on; `starts` are the offsets of each slot's first.
INLINE void look_around(
    const tamis_line_columns *c, size_t first, const tamis_offsets_around starts, tamis_offsets_around offsets) {
#define PUT(slot, values) \
    offsets[slot] = (__builtin_convertvector(values, eight_shorts) << 2) + starts[slot]
#define GIVEN(column) bytes(c->column + first)
#define WINDOW(column, lower, upper) window(c->column + first, lower, upper)
    enum {
        COPIES, SHARED, OWN_SCORE, SCORE_BEFORE, SCORE_AFTER, SMALL_WINDOW, WINDOW_AFTER, KINDS, PROSE_DISTANCE,
        PROSE_BEFORE, SPAN_ZONE, SPAN_DISTANCE, FROM_START, FROM_END, PLACE, PAGE_PROSE, SPAN_KIND, LIKENESS,
        ENDINGS_AROUND, COPY_PLACE, GAP_SCORE, GAP_PHRASES, HEADER, INTRODUCTION, SINCE_PEAK, UNTIL_PEAK, PEAKS, SIGNATURE,
        COHESION, RUN_WORDING, RUN_COPIES, RUN_SCORE,
    };
    const int32_t count = (int32_t)c->line_count;
    const eight index = (eight){0, 1, 2, 3, 4, 5, 6, 7} + (int32_t)first;
    const eight has_before = index > 0, has_after = index < count - 1;

    PUT(COPIES, GIVEN(copies));
    PUT(SHARED, GIVEN(shared));
    PUT(GAP_SCORE, GIVEN(gap_score));
    PUT(GAP_PHRASES, GIVEN(gap_phrases));
    PUT(RUN_WORDING, GIVEN(run_wording));
    PUT(RUN_COPIES, GIVEN(run_copies));
    PUT(RUN_SCORE, GIVEN(run_score));

    // Scores.
    const int32_t *scores = c->score + first;
    const eight score = numbers(scores), sight = GIVEN(sight);
    PUT(OWN_SCORE, score_bin(score, 20, 32));
    PUT(SCORE_BEFORE, choose(has_before, score_bin(numbers(scores - 1), 56, 10), all(10)));
    PUT(SCORE_AFTER, choose(has_after, score_bin(numbers(scores + 1), 56, 10), all(10)));
    const eight around = least(index + 4, all(count)) - most(index - 3, all(0));
    const eight behind = least(index + 7, all(count)) - index - 1;
    PUT(SMALL_WINDOW, score_bin(quotient(WINDOW(score_sum, -3, 4), around), 36, 16));
    PUT(WINDOW_AFTER, score_bin(quotient(WINDOW(score_sum, 1, 7), most(behind, all(1))), 36, 16));
    PUT(SINCE_PEAK, score_bin(numbers(c->since_peak + first), 32, 10) * 6 + sight);
    PUT(UNTIL_PEAK, score_bin(numbers(c->until_peak + first), 32, 10) * 6 + sight);
    const eight near = least(WINDOW(evidence_sum, -5, 6) - WINDOW(evidence_sum, 0, 1), all(5));
    PUT(PEAKS, near * 6 + least(WINDOW(evidence_sum, -14, 15), all(5)));
    const eight content = WINDOW(content_sum, -8, 9), shared = WINDOW(shared_sum, -8, 9);
    const eight share = least(quotient(shared * 8, most(content, all(1))) + 1, all(8));
    PUT(COHESION, choose(shared >= content, all(9), share) * 4 * -(shared > 0) + least(content >> 3, all(3)));

    // Shapes.
    const eight before = choose(has_before, bytes(c->sight + first - 1), all(TAMIS_SIGHT_BARE));
    const eight after = choose(has_after, bytes(c->sight + first + 1), all(TAMIS_SIGHT_BARE));
    PUT(KINDS, before * 36 + sight * 6 + after);
    const int32_t *word_counts = c->word_count + first;
    const uint16_t *signatures = c->signature + first;
    const eight words = numbers(word_counts), limit = words + 4;
    eight_shorts signature, alike = {0}, other[9];
    for (int i = 0; i < 9; i++) memcpy(&other[i], signatures + i - 4, sizeof other[i]);
    signature = other[4];
    for (int i = 0; i < 9; i++) alike -= (eight_shorts)(other[i] == signature);
#define IS_LIKE(sights, step) \
    ((sights) == sight & (numbers(word_counts + (step)) - words) * 4 <= limit \
     & (words - numbers(word_counts + (step))) * 4 <= limit)
// How a line opens is in the upper four bits.
#define OPENS_LIKE(step) \
    __builtin_convertvector((eight_shorts)((other[4 + (step)] ^ signature) < 1 << 12) & 1, eight)
    PUT(LIKENESS,
        (has_before & ((IS_LIKE(before, -1) & 1) + OPENS_LIKE(-1) * 4))
            + (has_after & ((IS_LIKE(after, 1) & 2) + OPENS_LIKE(1) * 8)));
    PUT(SIGNATURE, (alike - 1) * 5 + (signature & 7));
    const eight sentences = WINDOW(sentence_sum, -4, 5) + (sight <= TAMIS_SIGHT_SENTENCE);
    PUT(ENDINGS_AROUND, least(sentences, all(4)) * 6 + sight);

    // Places. A score is of five classes, a distance of eight: 0, 1, 2, 3–5, 6–11, 12–15, 16–23 lines and more, as 0, 1, 2, 3 to 5,
    // 6 and so on by half octaves.
    const eight coarse = -(score >= -160) - (score >= -48) - (score >= 48) - (score >= 160);
    const eight to_last = least(octave(numbers(c->prose_behind + first)), all(9));
    const eight to_next = least(octave(numbers(c->prose_ahead + first)), all(9));
#define DISTANCE_CLASS(bin) ((bin) + ((bin) > 3) + ((bin) > 5))
    PUT(PROSE_DISTANCE, DISTANCE_CLASS(to_last) * 8 + DISTANCE_CLASS(to_next));
    PUT(PROSE_BEFORE, GIVEN(prose_before) * 6 + coarse);
    const eight header = octave(numbers(c->header_behind + first)) >> 1;
    PUT(HEADER, GIVEN(header_kind) + least(header, all(8)));
    const eight colon_behind = numbers(c->colon_behind + first), colon = least(octave(colon_behind) >> 1, all(6));
    PUT(INTRODUCTION, (colon - (colon_behind >= TAMIS_FAR_AWAY)) * 5 + coarse);
    const eight is_before = index < c->span_start, is_behind = index >= c->span_end;
    const eight inside = least(index - c->span_start, c->span_end - 1 - index);
    const eight outside = choose(is_before, c->span_start - index, index - c->span_end + 1);
    const eight is_outside = is_before | is_behind, distance = choose(is_outside, outside, inside);
    const eight far = -(distance > 10), outer = -(distance > 3);
    const eight zone_outside = choose(is_before, 2 - outer - far, 5 + outer + far);
    const eight zone = choose(is_outside, zone_outside, 4 + (distance < 2)), side = 1 + is_before - is_behind;
    PUT(SPAN_ZONE, zone * 5 + coarse);
    PUT(SPAN_DISTANCE, side * 8 + least(octave(distance) >> 1, all(7)));
    PUT(FROM_START, least(octave(index), all(15)));
    PUT(FROM_END, least(octave(count - 1 - index), all(15)));
    typedef double eight_doubles __attribute__((vector_size(64)));
    PUT(PLACE, __builtin_convertvector(__builtin_convertvector(index, eight_doubles) * 10 / (double)count, eight));
    PUT(PAGE_PROSE, all(c->page_prose));
    PUT(SPAN_KIND, sight + c->short_share * 6);
    const eight copy = numbers(c->first_copy + first);
    PUT(COPY_PLACE, (2 + (copy < c->span_start) + (copy < c->span_end)) * 3 + side);
}

#endif
