// SPDX-License-Identifier: MIT
// Damages an image in every way of a kind and opens it: usage: image_damage IMAGE [SEED]. Each
// damaged copy lies in memory of exactly its size, so that a sanitizer sees a read beyond it.
//
//   truncations  every length: fz_open must refuse it
//   flips        10,000 images with one bit flipped: fz_open must refuse it
//   sealed       10,000 images with one to four bytes changed and a right checksum: fz_open and
//                fz_verify must give a status; those that verify are listed too
#include "../../compiler/image/listing.h"
#include "../../runtime_stub/loader/verify.h"
#include "flashfreeze/image.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FLIPS = 10000, SEALED = 10000, RAM_SIZE = 1 << 20 };

typedef struct {
    uint8_t *bytes;
    uint32_t size;
    FzNativeFn **natives; // never called
    uint32_t natives_count;
    uint32_t *ram;
    uint32_t random;
    FILE *nowhere;
} Damage;

static uint32_t next_random(Damage *damage)
{
    damage->random ^= damage->random << 13;
    damage->random ^= damage->random >> 17;
    damage->random ^= damage->random << 5;
    return damage->random;
}

static FzValue no_native(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)vm;
    (void)argc;
    (void)argv;
    return FZ_NULL;
}

static void *allocate(size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory) {
        fputs("out of memory\n", stderr);
        exit(3);
    }
    return memory;
}

// A copy of the first `size` bytes, in a block that ends with them.
static uint8_t *copy_of(const Damage *damage, uint32_t size)
{
    uint8_t *copy = allocate(size);
    memcpy(copy, damage->bytes, size);
    return copy;
}

static FzApp app_of(const Damage *damage, const uint8_t *bytes, uint32_t size)
{
    return (FzApp){(const uint32_t *)(const void *)bytes, size, damage->natives,
                   damage->natives_count};
}

static FzStatus open_image(const Damage *damage, const uint8_t *bytes, uint32_t size)
{
    static const FzPort port = {0};
    FzApp app = app_of(damage, bytes, size);
    FzVm vm;
    FzStatus status = fz_open(&vm, &app, damage->ram, RAM_SIZE, &port);
    if (status == FZ_OK)
        fz_close(&vm);
    return status;
}

static int count_truncations(const Damage *damage)
{
    int accepted = 0;
    for (uint32_t size = 0; size < damage->size; size++) {
        uint8_t *copy = copy_of(damage, size);
        accepted += open_image(damage, copy, size) == FZ_OK;
        free(copy);
    }
    return accepted;
}

static int count_flips(Damage *damage)
{
    int accepted = 0;
    for (int i = 0; i < FLIPS; i++) {
        uint8_t *copy = copy_of(damage, damage->size);
        uint32_t bit = next_random(damage) % (damage->size * 8);
        copy[bit / 8] ^= (uint8_t)(1u << bit % 8);
        accepted += open_image(damage, copy, damage->size) == FZ_OK;
        free(copy);
    }
    return accepted;
}

static bool verify_image(const Damage *damage, const uint8_t *bytes)
{
    FzApp app = app_of(damage, bytes, damage->size);
    uint32_t scratch_size = fz_verify_scratch(&app);
    uint8_t *scratch = allocate(scratch_size);
    FzVerifyError error;
    bool good = fz_verify(&app, scratch, scratch_size, &error) == FZ_OK;
    free(scratch);
    return good;
}

static void seal(uint8_t *bytes, uint32_t size)
{
    uint32_t crc = fz_image_crc(bytes, size);
    memcpy(bytes + offsetof(FzImageHeader, crc), &crc, sizeof crc);
}

static int count_sealed(Damage *damage)
{
    int verified = 0;
    for (int i = 0; i < SEALED; i++) {
        uint8_t *copy = copy_of(damage, damage->size);
        for (uint32_t k = next_random(damage) % 4 + 1; k > 0; k--)
            copy[next_random(damage) % damage->size] = (uint8_t)next_random(damage);
        seal(copy, damage->size);
        if (open_image(damage, copy, damage->size) == FZ_OK && verify_image(damage, copy)) {
            Arena arena = {0};
            listing_print(&arena, (const uint32_t *)(const void *)copy, damage->nowhere);
            arena_free(&arena);
            verified++;
        }
        free(copy);
    }
    return verified;
}

static bool read_image(Damage *damage, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    damage->bytes = allocate(RAM_SIZE);
    damage->size = (uint32_t)fread(damage->bytes, 1, RAM_SIZE, file);
    fclose(file);
    if (damage->size < sizeof(FzImageHeader))
        return false;
    const FzImageHeader *header = (const FzImageHeader *)(const void *)damage->bytes;
    damage->natives_count = header->natives_count;
    damage->natives = allocate((damage->natives_count + 1) * sizeof *damage->natives);
    for (uint32_t i = 0; i < damage->natives_count; i++)
        damage->natives[i] = no_native;
    return true;
}

int main(int argc, char **argv)
{
    Damage damage = {.random = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 0) | 1 : 12345};
    damage.nowhere = fopen("/dev/null", "w");
    damage.ram = allocate(RAM_SIZE);
    if (argc < 2 || !damage.nowhere || !read_image(&damage, argv[1])) {
        fputs("usage: image_damage IMAGE [SEED]\n", stderr);
        return 2;
    }
    FzStatus whole = open_image(&damage, damage.bytes, damage.size);
    printf("whole: %s\n", fz_status_text(whole));
    printf("truncations accepted: %d of %u\n", count_truncations(&damage), damage.size);
    printf("flips accepted: %d of %d\n", count_flips(&damage), FLIPS);
    printf("sealed that verify: %d of %d\n", count_sealed(&damage), SEALED);
    fclose(damage.nowhere);
    free(damage.bytes);
    free(damage.natives);
    free(damage.ram);
    return whole != FZ_OK;
}
