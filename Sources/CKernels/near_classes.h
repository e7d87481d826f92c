// What 64 bytes are in a near folding; included once per width of vectors with these defined: NAME, TARGET, WIDTH (bytes of
// a vector).

typedef uint8_t JOIN(bytes_, NAME) __attribute__((vector_size(WIDTH)));
typedef _Bool JOIN(bits_, NAME) __attribute__((ext_vector_type(WIDTH)));

static inline __attribute__((always_inline, TARGET)) classes JOIN(map_, NAME)(const uint8_t *bytes, uint8_t *mapped) {
    typedef JOIN(bytes_, NAME) vector;
    classes c = {0, 0, 0};
    for (int start = 0; start < 64; start += WIDTH) {
        vector v;
        memcpy(&v, bytes + start, sizeof v);
        vector letter = (vector)((v | 0x20) - 'a' < 26), space = (vector)((v - 9 < 5) | (v == ' '));
        vector kept = letter | (vector)((v - '0' < 10) | (v < ' ') | (v == 0x7F));
        kept &= ~space;
        vector form = (kept & (v | (letter & 0x20))) | (~kept & ' ');
        memcpy(mapped + start, &form, sizeof form);
        c.kept |= MASK(kept) << start;
        c.space |= MASK(space) << start;
        c.foreign |= MASK((vector)(v > 0x7F)) << start;
    }
    return c;
}

#undef NAME
#undef TARGET
#undef WIDTH
