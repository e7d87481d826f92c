// The class that a line begins with and that it ends with, as far as it goes by classes: a bullet is a separator, a number of
// a list a colon, an ellipsis a dash, a question mark money, an exclamation mark a sign, and marks of other scripts are theirs.
#include "line_shape.h"

static inline uint8_t opening_of(const uint8_t *line, size_t count) {
    uint8_t first = line[0], second = count > 1 ? line[1] : 0, third = count > 2 ? line[2] : 0;
    uint8_t class = tamis_byte_class(first);
    if (count == 1) return class;
    if (class == TAMIS_BYTE_DIGIT) {
        return second == '.' || second == ')' || third == '.' || third == ')' ? TAMIS_BYTE_COLON : class;
    }
    if (first == 0xE2) {
        if (second != 0x80 || count == 2) return TAMIS_BYTE_SEPARATOR;
        if (third >= 0x98 && third <= 0x9F) return TAMIS_BYTE_QUOTE;
        return third >= 0x90 && third <= 0x95 ? TAMIS_BYTE_DASH : TAMIS_BYTE_SEPARATOR;
    }
    if (first == 0xC2) return second == 0xAB || second == 0xBB ? TAMIS_BYTE_QUOTE : TAMIS_BYTE_OTHER;
    return first == 0xF0 && second == 0x9F ? TAMIS_BYTE_SEPARATOR : class;
}

static inline uint8_t ending_of(const uint8_t *line, size_t count) {
    const uint8_t *end = line + count;
    uint8_t last = end[-1];
    if (last >= 0x80 && count > 2) {
        switch (end[-3] << 16 | end[-2] << 8 | last) {
        case 0xE280A6: return TAMIS_BYTE_DASH;
        case 0xE38082: case 0xEFBC81: case 0xEFBC9F: return TAMIS_BYTE_STOP;
        // Behind a closing quote it is the byte before that counts.
        case 0xE28099: case 0xE2809C: case 0xE2809D: end -= 3; break;
        default: return end[-2] == 0xC2 ? TAMIS_BYTE_OTHER : TAMIS_BYTE_LEAD;
        }
    } else if (last == '"' || last == ')' || last == '\'' || last == ']') {
        end -= 1;
    }
    if (end == line) return TAMIS_BYTE_OTHER;
    uint8_t inner = end[-1];
    if (inner == '.') return count > 3 && end > line + 1 && end[-2] == '.' ? TAMIS_BYTE_DASH : TAMIS_BYTE_STOP;
    if (inner == '?') return TAMIS_BYTE_MONEY;
    return inner == '!' ? TAMIS_BYTE_SIGN : tamis_byte_class(last);
}
