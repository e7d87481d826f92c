// From 64 bytes to one mask per kind of byte; included once per instruction set with these defined: NAME, TARGET, WIDTH
// (bytes of a vector) and MOVE_MASK (the top bits of a vector's bytes).

typedef uint8_t JOIN(split_bytes_, NAME) __attribute__((vector_size(WIDTH)));

#define MASK(matches) (opaque(MOVE_MASK((matches))) << start)

static inline __attribute__((always_inline, TARGET)) tamis_split_block JOIN(masks_, NAME)(const uint8_t *bytes) {
    typedef JOIN(split_bytes_, NAME) byte_vector;
    tamis_split_block masks = {0};
    for (int start = 0; start < 64; start += WIDTH) {
        byte_vector v;
        memcpy(&v, bytes + start, WIDTH);
        byte_vector letter = (byte_vector)((v | 0x20) - 'a' < 26);
        byte_vector separator = (byte_vector)((v - 0x0A < 4) | (v - 0x1C < 3));
        masks.letter |= MASK(letter);
        masks.word |= MASK(letter | (byte_vector)((v - '0' < 10) | (v == '_')));
        masks.space |= MASK(separator | (byte_vector)((v == ' ') | (v == 0x09) | (v == 0x1F)));
        masks.line_end |= MASK(separator);
        masks.terminal |= MASK((v == '.') | (v == '!') | (v == '?'));
        masks.sign |= MASK((v == '#') | (v == '[') | (v == '{') | (v == '}'));
        masks.non_ascii |= MASK(v >= 0x80);
    }
    if (!masks.non_ascii) return masks;
    for (int start = 0; start < 64; start += WIDTH) {
        byte_vector v;
        memcpy(&v, bytes + start, WIDTH);
        masks.lead |= MASK((v == 0xC2) | (v - 0xE1 < 3));
    }
    return masks;
}

static __attribute__((TARGET)) void JOIN(split_, NAME)(
    const uint8_t *bytes, size_t count, tamis_split_block *blocks) {
    size_t whole = count / 64;
    for (size_t block = 0; block < whole; block++) blocks[block] = JOIN(masks_, NAME)(bytes + block * 64);
    if (count % 64) {
        uint8_t last[64];
        fill_last(last, bytes + whole * 64, count % 64);
        blocks[whole] = JOIN(masks_, NAME)(last);
    }
}

#undef MASK
#undef NAME
#undef TARGET
#undef WIDTH
#undef MOVE_MASK
