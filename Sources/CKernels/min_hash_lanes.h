// All values of a signature by vectors; included once per instruction set with these defined: NAME, TARGET, WIDTH (bytes of
// a vector) and TOGETHER (how many vectors of values are in registers at a time).

typedef uint32_t JOIN(lanes_, NAME) __attribute__((vector_size(WIDTH)));

static __attribute__((TARGET)) void JOIN(min_hash_, NAME)(const uint64_t *shingles, size_t count, uint32_t *minima) {
    typedef JOIN(lanes_, NAME) lanes;
    enum { STEP = TOGETHER * WIDTH / 4 };
    for (int first = 0; first < TAMIS_SIGNATURE_VALUES; first += STEP) {
        lanes factor[TOGETHER], addend[TOGETHER], least[TOGETHER];
        memcpy(factor, factors + first, sizeof factor);
        memcpy(addend, addends + first, sizeof addend);
        memset(least, 0xFF, sizeof least);
        for (size_t i = 0; i < count; i++) {
            uint32_t shingle = (uint32_t)shingles[i];
#pragma clang loop unroll(full)
            for (int k = 0; k < TOGETHER; k++) {
                least[k] = __builtin_elementwise_min(least[k], factor[k] * shingle + addend[k]);
            }
        }
        int rest = TAMIS_SIGNATURE_VALUES - first;
        memcpy(minima + first, least, sizeof(uint32_t) * (size_t)(rest < STEP ? rest : STEP));
    }
}

#undef NAME
#undef TARGET
#undef WIDTH
#undef TOGETHER
