// A vector of text in lower case; included once per instruction set with these defined: NAME, TARGET, WIDTH (bytes of a
// vector) and MOVE_MASK (the top bits of a vector's bytes).

typedef uint8_t JOIN(vector_, NAME) __attribute__((vector_size(WIDTH)));

// Lowers a vector of `count` bytes, of which more than WIDTH are not looked at. Masks that nobody reads are not made.
static inline __attribute__((always_inline, TARGET)) lowered_masks JOIN(lower_, NAME)(
    const uint8_t *bytes, size_t count, uint8_t *output) {
    typedef JOIN(vector_, NAME) byte_vector;
    byte_vector v = {0};
    if (count >= WIDTH) memcpy(&v, bytes, WIDTH); else memcpy(&v, bytes, count);
    byte_vector space = (byte_vector)((v - 9 < 5) | (v == ' ')), non_ascii = (byte_vector)(v >= 0x80);
    byte_vector line_end = (byte_vector)((v == '\n') | (v == '\r'));
    byte_vector wide_lead = (byte_vector)((v == 0xC2) | (v == 0xE2));
    byte_vector wide_tail = (byte_vector)((v == 0x85) | (v - 0xA8 < 2));
    byte_vector letter = (byte_vector)((v | 0x20) - 'a' < 26);
    byte_vector low = ((v | (letter & 0x20)) & ~space) | (space & ' ');
    memcpy(output, &low, WIDTH);
    lowered_masks masks = {
        MOVE_MASK(space), MOVE_MASK(non_ascii), MOVE_MASK(line_end), MOVE_MASK(wide_lead), MOVE_MASK(wide_tail)};
    return masks;
}
