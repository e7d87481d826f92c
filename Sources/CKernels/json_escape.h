// Escapes of JSON strings, shared by the kernels that step over them and those that decode them.
#ifndef TAMIS_JSON_ESCAPE_H
#define TAMIS_JSON_ESCAPE_H
#include <stddef.h>
#include <stdint.h>

/// The value of a hexadecimal digit; 0xFF for other bytes.
static inline uint8_t hexadecimal_value(uint8_t byte) {
    const uint8_t digit = (uint8_t)(byte - '0');
    const uint8_t letter = (uint8_t)((byte | 0x20) - 'a');
    return digit < 10 ? digit : letter < 6 ? (uint8_t)(letter + 10) : 0xFF;
}

/// The code unit that four digits spell; above 0xFFFF when one of them is no digit.
static inline uint32_t code_unit(const uint8_t *digits) {
    const uint32_t a = hexadecimal_value(digits[0]), b = hexadecimal_value(digits[1]);
    const uint32_t c = hexadecimal_value(digits[2]), d = hexadecimal_value(digits[3]);
    return (a | b | c | d) > 0x0F ? UINT32_MAX : a << 12 | b << 8 | c << 4 | d;
}

/// The character that a letter after a backslash stands for; 0 where it stands for none or for four digits.
static const uint8_t short_escapes[256] = {
    ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['n'] = '\n', ['t'] = '\t', ['r'] = '\r', ['b'] = '\b', ['f'] = '\f',
};

/// The byte count of the escape at `bytes`: 2 or 6, and 0 when it is malformed or cut short.
static inline size_t escape_length(const uint8_t *bytes, size_t count) {
    if (count < 2) {
        return 0;
    }
    if (short_escapes[bytes[1]] != 0) {
        return 2;
    }
    return bytes[1] == 'u' && count >= 6 && code_unit(bytes + 2) <= 0xFFFF ? 6 : 0;
}
#endif
