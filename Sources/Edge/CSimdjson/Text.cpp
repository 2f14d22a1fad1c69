#include "Reader.hpp"

namespace daihuo {

static bool isDigit(uint8_t byte) { return uint8_t(byte - '0') < 10; }

static const uint8_t *behindDigits(const uint8_t *at, const uint8_t *end) {
    while (at < end && isDigit(*at)) ++at;
    return at;
}

bool isNumber(const uint8_t *at, const uint8_t *end) {
    if (at < end && *at == '-') ++at;
    if (at == end || !isDigit(*at)) return false;
    at = *at == '0' ? at + 1 : behindDigits(at, end);
    if (at < end && *at == '.') {
        const uint8_t *decimals = at + 1;
        at = behindDigits(decimals, end);
        if (at == decimals) return false;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at < end && (*at == '+' || *at == '-')) ++at;
        const uint8_t *exponent = at;
        at = behindDigits(exponent, end);
        if (at == exponent) return false;
    }
    return at == end;
}

/// The value of four hexadecimal digits, or -1.
static int codeUnit(const uint8_t *at, const uint8_t *end) {
    if (end - at < 4) return -1;
    int value = 0;
    for (int index = 0; index < 4; ++index) {
        const uint8_t digit = at[index], letter = uint8_t((digit | 0x20) - 'a');
        if (!isDigit(digit) && letter >= 6) return -1;
        value = value << 4 | (isDigit(digit) ? digit - '0' : letter + 10);
    }
    return value;
}

const uint8_t *firstBadEscape(const uint8_t *at, const uint8_t *end) {
    while ((at = static_cast<const uint8_t *>(memchr(at, '\\', size_t(end - at))))) {
        if (end - at < 2) return at;
        if (at[1] == 'u') {
            if (codeUnit(at + 2, end) < 0) return at;
            at += 6;
        } else {
            if (!at[1] || !strchr("\"\\/bfnrt", at[1])) return at;
            at += 2;
        }
    }
    return nullptr;
}

static uint8_t *writeScalar(uint32_t scalar, uint8_t *to) {
    if (scalar < 0x80) {
        *to++ = uint8_t(scalar);
        return to;
    }
    if (scalar < 0x800) {
        *to++ = uint8_t(0xC0 | scalar >> 6);
    } else {
        if (scalar < 0x10000) {
            *to++ = uint8_t(0xE0 | scalar >> 12);
        } else {
            *to++ = uint8_t(0xF0 | scalar >> 18);
            *to++ = uint8_t(0x80 | (scalar >> 12 & 0x3F));
        }
        *to++ = uint8_t(0x80 | (scalar >> 6 & 0x3F));
    }
    *to++ = uint8_t(0x80 | (scalar & 0x3F));
    return to;
}

/// The scalar of the `\u` escape at `at`, which moves behind it (and behind the second half of a pair).
static uint32_t readScalar(const uint8_t *&at, const uint8_t *end) {
    const uint32_t unit = uint32_t(codeUnit(at + 2, end));
    at += 6;
    if (unit < 0xD800 || unit > 0xDFFF) return unit;
    if (unit < 0xDC00 && end - at >= 6 && at[0] == '\\' && at[1] == 'u') {
        const int low = codeUnit(at + 2, end);
        if (low >= 0xDC00 && low <= 0xDFFF) {
            at += 6;
            return 0x10000 + ((unit - 0xD800) << 10) + uint32_t(low - 0xDC00);
        }
    }
    return 0xFFFD;
}

static uint8_t plain(uint8_t letter) {
    switch (letter) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return letter;
    }
}

}  // namespace daihuo

size_t csimdjson_unescape(const uint8_t *text, size_t length, uint8_t *unescaped) {
    const uint8_t *at = text, *end = text + length;
    uint8_t *to = unescaped;
    while (at < end) {
        if (*at != '\\') {
            *to++ = *at++;
        } else if (at[1] == 'u') {
            to = daihuo::writeScalar(daihuo::readScalar(at, end), to);
        } else {
            *to++ = daihuo::plain(at[1]);
            at += 2;
        }
    }
    return size_t(to - unescaped);
}
