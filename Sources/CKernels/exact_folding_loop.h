// The loop of the exact folding; included once per instruction set with these defined: NAME, TARGET, WIDTH (bytes of a
// vector) and MOVE_MASK (the top bits of a vector's bytes).

#include "lowered_bytes.h"

// How many of these bytes are three-byte characters from U+4000 to U+9FFF, which are copied.
static inline __attribute__((always_inline, TARGET)) size_t JOIN(copy_ideographs_, NAME)(
    const uint8_t *bytes, uint8_t *output) {
    typedef JOIN(vector_, NAME) byte_vector;
    byte_vector v;
    memcpy(&v, bytes, WIDTH);
    byte_vector lead = (byte_vector)(v - 0xE4 < 6), tail = (byte_vector)(v - 0x80 < 0x40);
    const uint64_t leads = 0x9249249249249249ull;
    uint64_t matches = (MOVE_MASK(lead) & leads) | (MOVE_MASK(tail) & ~leads);
    memcpy(output, &v, WIDTH);
    size_t count = ~matches ? (size_t)__builtin_ctzll(~matches) : 64;
    return (count < WIDTH ? count : WIDTH) / 3 * 3;
}

static __attribute__((TARGET)) void JOIN(fold_, NAME)(tamis_exact_folding *folding, size_t cut) {
    tamis_exact_folding f = *folding;
    int is_behind_vector = 0;
    // Whether a blank that is written here would be the second or the first of all.
    uint64_t is_blank_before = (uint64_t)is_after_blank(&f);
    while (f.position < cut) {
        size_t left = cut - f.position;
        if (f.bytes[f.position] < 0x80) {
            // What is read behind the cut does not count.
            const uint8_t *bytes = f.bytes + f.position;
            uint8_t *output = f.output + f.written;
            lowered_masks masks = JOIN(lower_, NAME)(bytes, f.count - f.position, output);
            uint64_t stops = masks.non_ascii | (masks.space & (masks.space << 1 | is_blank_before));
            const size_t limit = left < WIDTH ? left : WIDTH;
            size_t regular = limit;
            is_behind_vector = 1;
            while (stops) {
                size_t place = (size_t)__builtin_ctzll(stops);
                // A letter of two bytes stays one of two bytes.
                if (place + 1 >= limit || !fold_in_place(bytes + place, output + place)) {
                    regular = place < limit ? place : limit;
                    break;
                }
                stops &= ~(3ull << place);
            }
            f.written += regular;
            f.position += regular;
            if (regular) is_blank_before = masks.space >> (regular - 1) & 1;
            if (regular == limit) continue;
            // White space behind a blank or at the start.
            while (f.position < cut && is_space(f.bytes[f.position])) f.position++;
            continue;
        }
        if (is_behind_vector) {
            set_anchor(&f);
            if (!is_blank_before) {
                const size_t length = f.bytes[f.position - 1] < 0x80 ? 1 : 2;
                f.anchor_source -= length;
                f.anchor_output -= length;
            }
            is_behind_vector = 0;
        }
        if (left >= WIDTH && f.bytes[f.position] - 0xE4u < 6) {
            size_t count = JOIN(copy_ideographs_, NAME)(f.bytes + f.position, f.output + f.written);
            if (count) {
                f.position += count;
                f.written += count;
                f.anchor_source = f.position - 3;
                f.anchor_output = f.written - 3;
                is_blank_before = 0;
                continue;
            }
        }
        if (!fold_character(&f, cut)) break;
        is_blank_before = (uint64_t)is_after_blank(&f);
    }
    *folding = f;
}

#undef NAME
#undef TARGET
#undef WIDTH
#undef MOVE_MASK
