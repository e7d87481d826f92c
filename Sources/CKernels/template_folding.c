// Example: "Page 1,024 - Home" is "page 0 home". Every byte is a letter, a digit or a blank; a blank is written when
// what follows it is, and a digit is left out, with the blank before it, when the last letter or digit was a digit too.
#include "template_folding.h"

static const uint8_t *form_of_bytes(void);

ptrdiff_t tamis_fold_template(const uint8_t *bytes, size_t count, uint8_t *folded) {
    const uint8_t *forms = form_of_bytes();
    size_t length = 0;
    unsigned is_after_blank = 0, is_in_number = 0, is_foreign = 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t form = forms[bytes[i]];
        unsigned is_blank = form == ' ', is_digit = form == '0';
        unsigned is_written = !is_blank & !(is_digit & is_in_number);
        is_foreign |= !form;
        folded[length] = ' ';
        size_t place = length + (is_after_blank & (length > 0));
        folded[place] = form;
        length = is_written ? place + 1 : length;
        is_in_number = is_blank ? is_in_number : is_digit;
        is_after_blank = is_blank;
    }
    return is_foreign ? -1 : (ptrdiff_t)length;
}

#define BLANK_4 ' ', ' ', ' ', ' '
#define BLANK_16 BLANK_4, BLANK_4, BLANK_4, BLANK_4
#define LETTERS 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', \
    'v', 'w', 'x', 'y', 'z'

// 0 for bytes that the definition has to look at.
static const uint8_t *form_of_bytes(void) {
    static const uint8_t forms[256] = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, ' ', ' ', ' ', ' ', ' ', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        BLANK_16, '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', ' ', ' ', BLANK_4,
        ' ', LETTERS, ' ', ' ', ' ', ' ', ' ', ' ', LETTERS, BLANK_4,
    };
    return forms;
}
