// What 64 bytes are in a template folding; included once per width of vectors with these defined: NAME, TARGET, WIDTH (bytes
// of a vector).

typedef uint8_t JOIN(bytes_, NAME) __attribute__((vector_size(WIDTH)));
typedef _Bool JOIN(bits_, NAME) __attribute__((ext_vector_type(WIDTH)));

// Maps 64 bytes to letters in lower case, zeros and blanks. In a near folding other bytes are letters, and foreign are
// those under which decimal digits beyond ASCII are found.
static inline __attribute__((always_inline, TARGET)) classes JOIN(map_, NAME)(
    const uint8_t *bytes, uint8_t *mapped, int is_near_folded) {
    typedef JOIN(bytes_, NAME) vector;
    classes c = {0, 0, 0};
    for (int start = 0; start < 64; start += WIDTH) {
        vector v;
        memcpy(&v, bytes + start, sizeof v);
        vector letter = (vector)((v | 0x20) - 'a' < 26), digit = (vector)(v - '0' < 10);
        vector low = v | (letter & 0x20), foreign = (vector)((v - ' ' >= 95) & (v - 9 >= 5));
        if (is_near_folded) {
            letter |= foreign;
            foreign = (vector)((v == 0xD9) | (v == 0xDB) | (v == 0xDF) | ((v & 0xFE) == 0xE0) | (v == 0xEA) | (v >= 0xEF));
        }
        vector form = (letter & low) | (digit & '0') | (~(letter | digit) & ' ');
        memcpy(mapped + start, &form, sizeof form);
        c.letter |= MASK(letter) << start;
        c.digit |= MASK(digit) << start;
        c.foreign |= MASK(foreign) << start;
    }
    return c;
}

#undef NAME
#undef TARGET
#undef WIDTH
