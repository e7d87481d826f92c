// From 64 bytes to one mask per kind of byte; included once per instruction set with these defined: NAME, TARGET, WIDTH
// (bytes of a vector) and MOVE_MASK (the top bits of a vector's bytes).

typedef uint8_t JOIN(bytes_, NAME) __attribute__((vector_size(WIDTH)));

#define MASK(matches) (opaque(MOVE_MASK((matches))) << start)

static inline __attribute__((always_inline, TARGET)) byte_classes JOIN(classes_, NAME)(
    const uint8_t *bytes, uint8_t *lowered) {
    typedef JOIN(bytes_, NAME) byte_vector;
    byte_classes c = {0};
    for (int start = 0; start < 64; start += WIDTH) {
        byte_vector v;
        memcpy(&v, bytes + start, WIDTH);
        byte_vector letter = (byte_vector)((v | 0x20) - 'a' < 26);
        byte_vector space = (byte_vector)((v - 9 < 5) | (v == ' '));
        byte_vector low = ((v | (letter & 0x20)) & ~space) | (space & ' ');
        memcpy(lowered + start, &low, WIDTH);
        byte_vector stop = (byte_vector)(v == '.');
        byte_vector both = stop | (byte_vector)(v == '\'');
        c.letter |= MASK(letter);
        c.digit |= MASK(v - '0' < 10);
        c.connector |= MASK(v == '_');
        c.letter_middle |= MASK(both | (byte_vector)(v == ':'));
        c.digit_middle |= MASK(both | (byte_vector)((v == ',') | (v == ';')));
        c.quote |= MASK(v == '"');
        c.space |= MASK(space);
        c.line_end |= MASK((v == '\n') | (v == '\r'));
        c.terminator |= MASK(stop | (byte_vector)((v == '!') | (v == '?')));
        c.non_ascii |= MASK(v >= 0x80);
    }
    if (!c.non_ascii) return c;
    for (int start = 0; start < 64; start += WIDTH) {
        byte_vector v;
        memcpy(&v, bytes + start, WIDTH);
        c.terminator |= MASK((v - 0xD6 < 10) | (v - 0xE0 < 4) | (v == 0xEA) | (v == 0xEF) | (v == 0xF0));
        c.nel_lead |= MASK(v == 0xC2);
        c.nel_tail |= MASK(v == 0x85);
        c.separator_lead |= MASK(v == 0xE2);
        c.separator_middle |= MASK(v == 0x80);
        c.separator_tail |= MASK(v - 0xA8 < 2);
    }
    return c;
}

static __attribute__((TARGET)) void JOIN(blocks_, NAME)(
    const uint8_t *bytes, size_t count, uint8_t *lowered, tamis_text_block *blocks) {
    border border = {0};
    size_t whole = count / 64;
    for (size_t block = 0; block < whole; block++) {
        byte_classes classes = JOIN(classes_, NAME)(bytes + block * 64, lowered + block * 64);
        blocks[block] = combined(&classes, bytes + block * 64 + 64, count - block * 64 - 64, &border);
    }
    if (count % 64) {
        uint8_t last[64] = {0};
        memcpy(last, bytes + whole * 64, count % 64);
        byte_classes classes = JOIN(classes_, NAME)(last, lowered + whole * 64);
        blocks[whole] = combined(&classes, last, 0, &border);
    }
}

#undef MASK
#undef NAME
#undef TARGET
#undef WIDTH
#undef MOVE_MASK
