// The loop that finds lines; included once per instruction set with these defined: NAME, TARGET, WIDTH (bytes of a vector)
// and MOVE_MASK (the top bits of a vector's bytes).

#include "lowered_bytes.h"

static __attribute__((TARGET)) size_t JOIN(find_lines_, NAME)(tamis_line_search *search, tamis_line *lines) {
    tamis_line_search s = *search;
    size_t found = 0;
    // A vector has at most as many line ends as bytes.
    while (s.position < s.count && found + WIDTH < TAMIS_LINES_AT_ONCE) {
        const uint8_t *bytes = s.bytes + s.position;
        const size_t left = s.count - s.position;
        const lowered_masks masks = JOIN(lower_, NAME)(bytes, left, s.lowered + s.position);
        uint64_t ends = masks.line_end;
        if (masks.non_ascii) {
            // What follows the vector may end what begins in it.
            uint64_t wide = masks.wide_lead & (masks.wide_tail >> 1 | masks.wide_tail >> 2 | 3ull << (WIDTH - 2));
            for (; wide; wide &= wide - 1) {
                const size_t place = (size_t)__builtin_ctzll(wide);
                if (line_end_length(bytes + place, left - place)) ends |= 1ull << place;
            }
        }
        uint64_t irregular = masks.non_ascii | (masks.space & (masks.space << 1 | s.is_behind_space));
        s.is_behind_space = masks.space >> (WIDTH - 1) & 1;
        for (; ends; ends &= ends - 1) {
            const size_t place = (size_t)__builtin_ctzll(ends);
            const size_t stop = s.position + place;
            // The LF of a CRLF.
            if (stop < s.line_start) continue;
            const uint64_t before = irregular & ((1ull << place) - 1);
            const size_t length = line_end_length(bytes + place, left - place);
            found = add_line(&s, stop, stop + length, s.is_irregular || before, lines, found);
            s.line_start = stop + length;
            s.is_irregular = 0;
            irregular = place + length < WIDTH ? irregular >> (place + length) << (place + length) : 0;
        }
        if (irregular) s.is_irregular = 1;
        s.position += WIDTH;
    }
    if (s.position >= s.count && s.line_start < s.count && found < TAMIS_LINES_AT_ONCE) {
        found = add_line(&s, s.count, s.count, s.is_irregular, lines, found);
        s.line_start = s.count;
    }
    *search = s;
    return found;
}

#undef NAME
#undef TARGET
#undef WIDTH
#undef MOVE_MASK
