// Example: "é=2" is C3 A9 3D 32: three bytes that continue nothing, three characters.
#include "characters.h"

size_t tamis_count_characters(const uint8_t *bytes, size_t count) {
    size_t characters = 0;
    // Sums of at most 255 fit a byte, so that whole vectors of them are added.
    for (size_t start = 0; start < count; start += 240) {
        size_t end = count - start < 240 ? count : start + 240;
        uint8_t starts = 0;
        for (size_t i = start; i < end; i++) starts += (int8_t)bytes[i] >= -64;
        characters += starts;
    }
    return characters;
}
