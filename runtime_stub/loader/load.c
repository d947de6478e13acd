// SPDX-License-Identifier: MIT
// Opening an image: structure first, then the VM's memory. Nothing of an image is read before its
// bounds are known. References between objects and bytecode are the verifier's business.
#include "load.h"

#include "../heap/heap.h"

#include <string.h>

// The host must see the image's words as they are; images are little-endian.
static bool is_little_endian(void)
{
    const uint32_t one = 1;
    uint8_t first;
    memcpy(&first, &one, 1);
    return first == 1;
}

// A table of `count` words at `off` must lie behind the objects and inside the image.
static bool table_fits(const FzImageHeader *header, uint32_t off, uint32_t count)
{
    if (off % 4 != 0 || off < header->objects_end || off > header->size)
        return false;
    return count <= (header->size - off) / 4;
}

// The bytes of a numbered table follow its words; none of them leads elsewhere.
static bool numbered_fits(const FzImageHeader *header, uint32_t off, uint32_t count)
{
    const uint8_t *image = (const uint8_t *)header;
    if (!table_fits(header, off, 1))
        return false;
    uint32_t bytes = *(const uint32_t *)(const void *)(image + off);
    if (bytes % 4 != 0 || bytes <= off || !table_fits(header, bytes, (count + 3) / 4))
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (image[bytes + i] >= (bytes - off) / 4)
            return false;
    return true;
}

static bool is_power_of_two(uint32_t number) { return number && (number & (number - 1)) == 0; }

static bool tables_fit(const FzImageHeader *header)
{
    uint32_t least = FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE;
    if (header->objects_end % 4 != 0 || header->objects_end < least ||
        header->objects_end > header->size)
        return false;
    return numbered_fits(header, header->names_off, FZ_NAME_COUNT) &&
           numbered_fits(header, header->types_off, FZ_TYPE_COUNT) &&
           table_fits(header, header->natives_off, header->natives_count) &&
           table_fits(header, header->modules_off, header->modules_count) &&
           table_fits(header, header->interned_off, header->interned_slots) &&
           table_fits(header, header->codes_off, header->codes_count) &&
           (header->globals_off == 0 ||
            table_fits(header, header->globals_off, header->globals_count)) &&
           header->mutable_off % 4 == 0 && header->mutable_off <= header->objects_end &&
           (header->mutable_off == 0 || header->mutable_off >= least) &&
           is_power_of_two(header->interned_slots) && header->entry < header->modules_count;
}

FzStatus fz_check_image(const FzApp *app)
{
    if (!app || !app->image)
        return FZ_BAD_ARGUMENT;
    if ((uintptr_t)app->image % 4 != 0)
        return FZ_UNALIGNED;
    if (app->image_size < sizeof(FzImageHeader))
        return FZ_TRUNCATED;
    if (!is_little_endian())
        return FZ_BAD_ABI;
    const FzImageHeader *header = (const FzImageHeader *)(const void *)app->image;
    if (header->magic != FZ_IMAGE_MAGIC)
        return FZ_BAD_MAGIC;
    if ((header->version & 0xffff) != FZ_IMAGE_VERSION)
        return FZ_BAD_VERSION;
    if (header->version >> 16 & ~(uint32_t)FZ_ABI_FLOAT32)
        return FZ_BAD_ABI;
    if (header->size % 4 != 0 || header->size < sizeof(FzImageHeader))
        return FZ_BAD_BOUNDS;
    if (header->size > app->image_size)
        return FZ_TRUNCATED;
    const uint8_t *bytes = (const uint8_t *)app->image;
    if (fz_image_crc(bytes, header->size) != header->crc)
        return FZ_BAD_CHECKSUM;
#ifdef FZ_NEEDS
    // The runtime was built for this program alone, whose image has been verified.
    return header->crc == fz_frozen_crc ? FZ_OK : FZ_BAD_ABI;
#endif
    if (!tables_fit(header))
        return FZ_BAD_BOUNDS;
    if (header->natives_count != app->natives_count)
        return FZ_BAD_ABI;
    return FZ_OK;
}

uint32_t fz_ram_needed(const FzApp *app)
{
    if (fz_check_image(app) != FZ_OK)
        return 0;
    const FzImageHeader *header = (const FzImageHeader *)(const void *)app->image;
    return (FZ_REG_COUNT + header->globals_count) * 4 + header->heap_size + header->stack_size;
}

// What the program had when it stopped running at build time.
static void restore_state(FzVm *vm, const FzImageHeader *header)
{
    const uint8_t *image = (const uint8_t *)header;
    vm->first_mutable = header->mutable_off ? header->mutable_off + 2 : UINT32_MAX;
    vm->registers[FZ_REG_ATTRS] = header->attributes;
    vm->late_descriptors = header->boot_flags & FZ_BOOT_LATE_DESCRIPTORS;
    if (header->globals_off)
        memcpy(vm->globals, image + header->globals_off,
               header->globals_count * sizeof *vm->globals);
}

FzStatus fz_open(FzVm *vm, const FzApp *app, void *ram, uint32_t ram_size, const FzPort *port)
{
    if (!vm || !ram)
        return FZ_BAD_ARGUMENT;
    if ((uintptr_t)ram % 4 != 0)
        return FZ_UNALIGNED;
    FzStatus status = fz_check_image(app);
    if (status != FZ_OK)
        return status;
    const FzImageHeader *header = (const FzImageHeader *)(const void *)app->image;
    memset(vm, 0, sizeof *vm);
    vm->app = app;
    vm->port = port;
    // Never written through: ROM values are only read.
    vm->base[1] = (uint8_t *)(uintptr_t)app->image - 2;
    vm->stack_max = header->stack_size;
    vm->threshold = header->gc_threshold;
    vm->next_identity = 1;
    vm->budget = UINT32_MAX;
    vm->steps = FZ_PAUSE_STEPS;
    status = fz_heap_open(vm, ram, ram_size, header->globals_count);
    if (status == FZ_OK)
        restore_state(vm, header);
    return status;
}

void fz_close(FzVm *vm) { memset(vm, 0, sizeof *vm); }
