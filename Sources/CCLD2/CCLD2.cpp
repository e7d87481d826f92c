#include "CCLD2.h"

// Empty unless the package is built with the trait, since only then the library is needed.
#ifdef TAMIS_LANGUAGE_IDENTIFICATION
#include <limits.h>
// The library's header needs FILE.
#include <stdio.h>

#include <cld2/public/compact_lang_det.h>

static CLD2::Language detect(const char *text, int count, bool *is_reliable, int *valid_count) {
    return CLD2::DetectLanguageCheckUTF8(text, count, true, is_reliable, valid_count);
}

const char *tamis_cld2_language(const uint8_t *utf8, size_t count) {
    const char *text = reinterpret_cast<const char *>(utf8);
    int length = count < INT_MAX ? static_cast<int>(count) : INT_MAX, valid_count = 0;
    bool is_reliable = false;
    CLD2::Language language = detect(text, length, &is_reliable, &valid_count);
    if (valid_count > 0 && valid_count < length) language = detect(text, valid_count, &is_reliable, &valid_count);
    if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) return nullptr;
    return CLD2::LanguageCode(language);
}
#endif
