// SPDX-License-Identifier: MIT
// UTF-8: reading and writing characters. The text of a str is always well formed, except that
// surrogates may stand in it as three bytes.
#include "str.h"

uint32_t fz_utf8_size(uint8_t first)
{
    return !FZ_HAS_WIDE_TEXT || first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

uint32_t fz_utf8_decode(const uint8_t *bytes, uint32_t *size)
{
    *size = fz_utf8_size(bytes[0]);
    switch (*size) {
    case 1:
        return bytes[0];
    case 2:
        return (bytes[0] & 0x1fu) << 6 | (bytes[1] & 0x3fu);
    case 3:
        return (bytes[0] & 0xfu) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);
    default:
        return (bytes[0] & 7u) << 18 | (bytes[1] & 0x3fu) << 12 | (bytes[2] & 0x3fu) << 6 |
               (bytes[3] & 0x3fu);
    }
}

uint32_t fz_utf8_encode(uint32_t code_point, uint8_t bytes[4])
{
    uint32_t size = code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    if (size == 1) {
        bytes[0] = (uint8_t)code_point;
        return 1;
    }
    for (uint32_t i = size; i-- > 1; code_point >>= 6)
        bytes[i] = (uint8_t)(0x80 | (code_point & 0x3f));
    bytes[0] = (uint8_t)((0xf00u >> size & 0xf0) | code_point);
    return size;
}

uint32_t fz_utf8_length(const uint8_t *bytes, uint32_t size)
{
    uint32_t length = 0;
    for (uint32_t i = 0; i < size; i++)
        length += (bytes[i] & 0xc0) != 0x80;
    return length;
}

static bool continues(const uint8_t *bytes, uint32_t size, uint32_t at)
{
    return at < size && (bytes[at] & 0xc0) == 0x80;
}

// Least and greatest second byte: they rule out overlong forms, surrogates, and what lies beyond
// U+10FFFF.
static bool second_fits(uint8_t first, uint8_t second)
{
    uint8_t least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    uint8_t most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return second >= least && second <= most;
}

uint32_t fz_utf8_check(const uint8_t *bytes, uint32_t size, uint32_t *bad)
{
    *bad = 1;
    uint8_t first = bytes[0];
    if (first < 0x80)
        return 1;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    uint32_t length = fz_utf8_size(first);
    if (size < 2 || !second_fits(first, bytes[1]))
        return 0;
    for (; *bad < length; ++*bad)
        if (!continues(bytes, size, *bad))
            return 0;
    return length;
}
