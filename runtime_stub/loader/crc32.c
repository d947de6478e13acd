// SPDX-License-Identifier: MIT
// CRC-32 with the reflected polynomial 0xedb88320, four bits at a time: 64 bytes of table.
#include "flashfreeze/image.h"

#include <stddef.h>

static const uint32_t nibble_table[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
};

uint32_t fz_crc32(uint32_t crc, const uint8_t *bytes, uint32_t size)
{
    crc = ~crc;
    for (uint32_t i = 0; i < size; i++) {
        crc ^= bytes[i];
        crc = crc >> 4 ^ nibble_table[crc & 15];
        crc = crc >> 4 ^ nibble_table[crc & 15];
    }
    return ~crc;
}

uint32_t fz_image_crc(const uint8_t *image, uint32_t size)
{
    uint32_t at = (uint32_t)offsetof(FzImageHeader, crc);
    return fz_crc32(fz_crc32(0, image, at), image + at + 4, size - at - 4);
}
