// SPDX-License-Identifier: MIT
// Adds the objects of an image up by kind.
#include "measure.h"

#include <inttypes.h>
#include <string.h>

static const char *const kind_names[FZ_KIND_COUNT] = {
#define KIND(name, type, words, values, tail) #name,
#include "flashfreeze/kinds.def"
#undef KIND
};

const char *image_kind_name(FzKind kind) { return kind_names[kind]; }

void image_measure(const uint32_t *image, uint32_t size, ImageParts *out)
{
    FzImageHeader header;
    memcpy(&header, image, sizeof header);
    *out = (ImageParts){.total = size};
    out->tables = size - (header.objects_end - FZ_SINGLETONS_OFF);
    for (uint32_t at = FZ_SINGLETONS_OFF; at < header.objects_end;) {
        uint32_t word = image[at / 4];
        FzKind kind = fz_header_kind(word);
        out->bytes[kind] += fz_object_size(word);
        out->count[kind]++;
        at += fz_object_size(word);
    }
}

void image_print_parts(const ImageParts *parts, FILE *out)
{
    bool printed[FZ_KIND_COUNT] = {false};
    fprintf(out, "rom: %" PRIu32 " bytes\n", parts->total);
    for (;;) {
        int largest = -1;
        for (int kind = 0; kind < FZ_KIND_COUNT; kind++)
            if (!printed[kind] && parts->count[kind] > 0 &&
                (largest < 0 || parts->bytes[kind] > parts->bytes[largest]))
                largest = kind;
        if (largest < 0)
            break;
        printed[largest] = true;
        fprintf(out, "  %-16s %6" PRIu32 " bytes in %" PRIu32 "\n", kind_names[largest],
                parts->bytes[largest], parts->count[largest]);
    }
    fprintf(out, "  %-16s %6" PRIu32 " bytes\n", "tables", parts->tables);
}
