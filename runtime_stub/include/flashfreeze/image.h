// SPDX-License-Identifier: MIT
// The image: header, objects, tables. All words are little-endian and aligned to four bytes; all
// offsets are bytes from the image's start. docs/image-format.md describes it in prose.
#ifndef FLASHFREEZE_IMAGE_H
#define FLASHFREEZE_IMAGE_H

#include "object.h"

#define FZ_IMAGE_MAGIC   0x315a4c46u // "FLZ1"
#define FZ_IMAGE_VERSION 1

enum { FZ_ABI_FLOAT32 = 1 }; // floats are binary32 instead of binary64

typedef struct {
    uint32_t magic;
    uint32_t version;       // FZ_IMAGE_VERSION | FZ_ABI_* << 16
    uint32_t size;          // bytes of the whole image, a multiple of 4
    uint32_t crc;           // fz_image_crc of the whole image
    uint32_t objects_end;   // objects fill FZ_SINGLETONS_OFF .. objects_end without gaps
    uint32_t names_off;     // numbered table of FZ_NAME_COUNT: str or NULL
    uint32_t types_off;     // numbered table of FZ_TYPE_COUNT: CLASS or NULL
    uint32_t natives_off;   // natives_count words: numbers of natives.def rows (FzNativeId), or FZ_NATIVE_USER + k
    uint32_t natives_count;
    uint32_t catalogue;     // fz_natives_fingerprint() of the natives.def it was made with
    uint32_t modules_off;   // modules_count values: MODULE
    uint32_t modules_count;
    uint32_t entry;         // index of the module to run
    uint32_t globals_count; // slots of all modules
    uint32_t builtins;      // value: DICT str -> value, names that code may look up at run time
    uint32_t interned_off;  // interned_slots values: STR or NULL, open addressing by text hash
    uint32_t interned_slots; // a power of two
    uint32_t codes_off;     // codes_count values: CODE
    uint32_t codes_count;
    uint32_t heap_size;     // bytes: least heap, greatest stack, first collection (0: when full)
    uint32_t stack_size;
    uint32_t gc_threshold;
    uint32_t name;          // value: str, the application's name
    uint32_t memory_error;  // value: EXCEPTION, a MemoryError in ROM for when there is no room
    uint32_t user_natives;  // number of natives bound by the manifest
    uint32_t mutable_off;   // objects from here on can be written (copied to RAM); 0: none
    uint32_t globals_off;   // globals_count values: the globals' first values; 0: all NULL
    uint32_t attributes;    // value: ARRAY, the first FZ_REG_ATTRS; or NULL
    uint32_t boot_flags;    // FZ_BOOT_*
    uint32_t kinds[2];      // bit FZ_KIND_*: objects that the program can come to hold (makes.def)
    uint32_t reserved[1];
} FzImageHeader;

// A numbered table: the values that there are, behind a word that says where the bytes are; and for
// each number a byte, which of the words it is: 0 NULL, 1 the first value.
FZ_SHARED FzValue fz_numbered(const FzImageHeader *image, uint32_t off, uint32_t number)
{
    const uint8_t *words = (const uint8_t *)image + off;
    uint8_t index = ((const uint8_t *)image)[*(const uint32_t *)(const void *)words + number];
    return index == 0 ? FZ_NULL : ((const FzValue *)(const void *)words)[index];
}

enum {
    FZ_BOOT_LATE_DESCRIPTORS = 1, // FzVm.late_descriptors is set
    FZ_BOOT_NO_LINES = 2,         // code has no tables of lines: tracebacks show offsets
};

_Static_assert(sizeof(FzImageHeader) == FZ_SINGLETONS_OFF, "objects follow the header");

// CRC-32 (zlib's) of an image of `size` bytes, all of them but its crc field.
uint32_t fz_image_crc(const uint8_t *image, uint32_t size);

// CRC-32 as in zlib; start with 0.
uint32_t fz_crc32(uint32_t crc, const uint8_t *bytes, uint32_t size);

// Text hash used by strings, tables and the interned table: 16 bits, never 0.
uint32_t fz_hash_text(const uint8_t *text, uint32_t size);

#endif
