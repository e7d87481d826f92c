// Example: sums of the lines before each line, of which those of any window are two; the strongest evidence since the last prose;
// and the run of lines with the largest sum of gains, which is the main span (Kadane's algorithm, see Bentley 1984):
//
//     line                         score   sum before   peak   gain
//     Home                           +90            0   -160   -530
//     Share this                    +120           90     90   -816
//     The council met on Monday …    -95          210   -160  +1900   span
//     It will meet again when …      -99          115   -160  +2100   span
#include "bins.h"
#include "eight_numbers.h"
#include "line_columns.h"
#include "line_shape.h"

// The evidence that a phrase of the table is, and words that speak for furniture in a line.
enum { PHRASE_EVIDENCE = 120, STRONG_EVIDENCE = 96 };

typedef struct {
    eight score, wording, evidence, sentence, prose, shared, content;
} sums;

// Writes the sums before each of eight numbers, and adds them to the sums: `before` holds the same one eight times.
INLINE void write_sums(int32_t *column, eight added, eight *before) {
    const eight none = {0};
    eight sum = added + __builtin_shufflevector(none, added, 0, 8, 9, 10, 11, 12, 13, 14);
    sum += __builtin_shufflevector(none, sum, 0, 1, 8, 9, 10, 11, 12, 13);
    sum += __builtin_shufflevector(none, sum, 0, 1, 2, 3, 8, 9, 10, 11);
    eight result = *before + sum - added;
    memcpy(column, &result, sizeof result);
    *before += __builtin_shufflevector(sum, sum, 7, 7, 7, 7, 7, 7, 7, 7);
}

// Writes the same sums for lines of a margin.
INLINE void write_margin(const tamis_line_columns *c, ptrdiff_t start, ptrdiff_t end, sums sums) {
    for (; start < end; start += TAMIS_LINE_GROUP) {
        memcpy(c->score_sum + start, &sums.score, sizeof sums.score);
        memcpy(c->wording_sum + start, &sums.wording, sizeof sums.wording);
        memcpy(c->evidence_sum + start, &sums.evidence, sizeof sums.evidence);
        memcpy(c->sentence_sum + start, &sums.sentence, sizeof sums.sentence);
        memcpy(c->prose_sum + start, &sums.prose, sizeof sums.prose);
        memcpy(c->shared_sum + start, &sums.shared, sizeof sums.shared);
        memcpy(c->content_sum + start, &sums.content, sizeof sums.content);
    }
}

// Comment forms, related articles, newsletters and the rest, by the kind of phrase.
static inline uint8_t header_kind(uint8_t phrase_kind) {
    return phrase_kind == 1 ? 0 : phrase_kind == 5 ? 10 : phrase_kind == 4 ? 20 : 30;
}

// What is seen from one line to the next.
typedef struct {
    int32_t last_prose, peak, header, colon;
    uint8_t header_kind;
    int64_t sum, best_sum;
    int32_t start, best_start, best_end;
} passing;

INLINE void pass(const tamis_line_columns *c, int32_t i, int is_prose, int32_t evidence, int32_t gain, passing *p) {
    const tamis_line_row *row = c->rows + i;
    p->last_prose = is_prose ? i : p->last_prose;
    p->colon = is_prose ? -TAMIS_FAR_AWAY : p->colon;
    c->prose_behind[i] = i - p->last_prose;
    c->since_peak[i] = p->peak = is_prose ? -TAMIS_WORDING_LIMIT : p->peak;
    p->peak = evidence > p->peak && !is_prose ? evidence : p->peak;
    c->colon_behind[i] = i - p->colon;
    p->colon = row->ending == TAMIS_BYTE_COLON ? i : p->colon;
    if (row->phrase_zone & 16) {
        p->header = i;
        p->header_kind = header_kind(row->phrase_kind);
    }
    c->header_behind[i] = i - p->header;
    c->header_kind[i] = p->header_kind;
    p->start = p->sum <= 0 ? i : p->start;
    p->sum = (p->sum <= 0 ? 0 : p->sum) + gain;
    int is_best = p->sum > p->best_sum;
    p->best_start = is_best ? p->start : p->best_start;
    p->best_end = is_best ? i + 1 : p->best_end;
    p->best_sum = is_best ? p->sum : p->best_sum;
}

// Finds what stands before each line, the main span, and what holds for the page.
INLINE void look_forward(tamis_line_columns *columns) {
    const tamis_line_columns copy = *columns, *c = &copy;
    const int32_t count = (int32_t)c->line_count;
    sums before = {0};
    write_margin(c, -TAMIS_COLUMN_MARGIN, 0, before);
    passing passing = {
        .last_prose = -TAMIS_FAR_AWAY, .peak = -TAMIS_WORDING_LIMIT, .header = -TAMIS_FAR_AWAY, .header_kind = 1,
        .colon = -TAMIS_FAR_AWAY};
    eight word_sums = {0};
    int32_t first = 0;
    for (; first < count; first += TAMIS_LINE_GROUP) {
        const eight is_there = (eight){0, 1, 2, 3, 4, 5, 6, 7} < count - first;
        const eight score = most(least(numbers(c->score + first), all(TAMIS_SCORE_LIMIT)), all(-TAMIS_SCORE_LIMIT));
        const eight wording =
            most(least(numbers(c->wording + first), all(TAMIS_WORDING_LIMIT)), all(-TAMIS_WORDING_LIMIT));
        const eight is_phrase = bytes(c->phrase_kind + first) != 0, sight = bytes(c->sight + first);
        const eight evidence = choose(is_phrase, most(wording, all(PHRASE_EVIDENCE)), wording);
        const eight all_words = numbers(c->word_count + first), words = least(all_words, all(60)) & is_there;
        const eight is_prose = (sight == TAMIS_SIGHT_PROSE) & (score < -32) & is_there;
        memcpy(c->score + first, &score, sizeof score);
        memcpy(c->wording + first, &wording, sizeof wording);
        memcpy(c->evidence + first, &evidence, sizeof evidence);
        const eight is_plain = (sight >= TAMIS_SIGHT_LONG) & ~is_phrase
            & ((wording <= 83) | ((wording < TAMIS_WORDING_LIMIT) & (all_words > 5)));
        typedef uint8_t eight_bytes __attribute__((vector_size(8)));
        const eight_bytes plain = __builtin_convertvector(is_plain & 1, eight_bytes);
        memcpy(c->is_plain + first, &plain, sizeof plain);
        // The slot `shared` is five times the words that count and those of them that the prose has; 29 for prose itself.
        const eight value = bytes(c->shared + first), content = least(value * 52 >> 8, all(4));
        const eight shared = (value - content * 5) & (value < 29);
        write_sums(c->score_sum + first, score & is_there, &before.score);
        write_sums(c->wording_sum + first, wording & is_there, &before.wording);
        write_sums(c->evidence_sum + first, (evidence > STRONG_EVIDENCE) & is_there & 1, &before.evidence);
        write_sums(c->sentence_sum + first, (sight <= TAMIS_SIGHT_SENTENCE) & is_there & 1, &before.sentence);
        write_sums(c->prose_sum + first, words & is_prose, &before.prose);
        write_sums(c->shared_sum + first, shared & is_there, &before.shared);
        write_sums(c->content_sum + first, content & is_there, &before.content);
        word_sums += words;
        // A line counts for the span as its words do, and a short one not for nothing.
        const eight gains = (-16 - score) * (least(words, all(40)) + 4);
        int32_t prose[TAMIS_LINE_GROUP], gain[TAMIS_LINE_GROUP];
        memcpy(prose, &is_prose, sizeof prose);
        memcpy(gain, &gains, sizeof gain);
        for (int32_t i = 0; i < TAMIS_LINE_GROUP && first + i < count; i++) {
            pass(c, first + i, prose[i], c->evidence[first + i], gain[i], &passing);
        }
    }
    write_margin(c, first, count + TAMIS_COLUMN_MARGIN - TAMIS_LINE_GROUP + 1, before);
    columns->span_start = passing.best_start;
    columns->span_end = passing.best_end;
    columns->prose_words = before.prose[0];
    int32_t short_lines = 0;
    for (int32_t i = passing.best_start; i < passing.best_end; i++) short_lines += c->sight[i] >= TAMIS_SIGHT_SHORT;
    const uint32_t span = (uint32_t)(passing.best_end - passing.best_start);
    const uint32_t all_words = (uint32_t)__builtin_reduce_add(word_sums);
    columns->page_prose =
        (int32_t)(8 * tamis_share((uint32_t)columns->prose_words, all_words, 7) + tamis_share(span, (uint32_t)count, 7));
    columns->short_share = (int32_t)tamis_share((uint32_t)short_lines, span, 7);
}

// Finds what stands behind each line, and how much of the prose before it.
INLINE void look_back(const tamis_line_columns *columns) {
    const tamis_line_columns copy = *columns, *c = &copy;
    const int32_t count = (int32_t)c->line_count;
    const uint32_t prose = (uint32_t)c->prose_words;
    int32_t next = count + TAMIS_FAR_AWAY, peak = -TAMIS_WORDING_LIMIT;
    uint8_t share = (uint8_t)tamis_share(prose, prose, 7);
    for (int32_t i = count; i-- > 0;) {
        const int is_prose = c->prose_behind[i] == 0;
        if (is_prose) {
            next = i;
            share = (uint8_t)tamis_share((uint32_t)c->prose_sum[i], prose, 7);
        }
        c->prose_before[i] = share;
        c->until_peak[i] = peak = is_prose ? -TAMIS_WORDING_LIMIT : peak;
        peak = c->evidence[i] > peak && !is_prose ? c->evidence[i] : peak;
        c->prose_ahead[i] = next - i;
    }
}

INLINE void put_into_context(tamis_line_columns *columns) {
    look_forward(columns);
    look_back(columns);
}

#if defined(__x86_64__)
static __attribute__((target("avx2,bmi,bmi2"))) void put_into_context_avx2(tamis_line_columns *columns) {
    put_into_context(columns);
}
#endif

void tamis_put_into_context_on(tamis_cpu cpu, tamis_line_columns *columns) {
#if defined(__x86_64__)
    if (cpu >= TAMIS_CPU_AVX2) {
        put_into_context_avx2(columns);
        return;
    }
#endif
    put_into_context(columns);
}
