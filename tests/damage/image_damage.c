// SPDX-License-Identifier: MIT
// Damages a good image in every way that storage and wires do, and opens and verifies each copy: the
// answer must be a status, never a fault. Prints one line for each kind of damage.
//
//   image_damage IMAGE.fzi FLIPS
//
// Copies are made in memory of just their size, so that a sanitizer sees every read past the end.
#include "../../compiler/cli/host.h"
#include "../../compiler/cli/image_file.h"
#include "flashfreeze/image.h"
#include "loader/load.h"
#include "loader/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t random_state = 88172645463325252u;

static uint32_t below(uint32_t limit)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (uint32_t)(random_state >> 16) % limit;
}

typedef struct {
    uint32_t refused, accepted;
} Tally;

// Verifies a copy of `size` bytes, and opens it as firmware would.
static FzStatus examine(const FzApp *good, const uint32_t *bytes, uint32_t size)
{
    uint32_t *copy = malloc(size ? size : 1);
    if (!copy)
        exit(3);
    memcpy(copy, bytes, size);
    FzApp app = {copy, size, good->natives, good->natives_count};
    FzStatus status = fz_check_image(&app);
    if (status == FZ_OK) {
        uint32_t scratch_size = fz_verify_scratch(&app);
        uint8_t *scratch = calloc(1, scratch_size ? scratch_size : 1);
        FzVerifyError error;
        status = fz_verify(&app, scratch, scratch_size, &error);
        free(scratch);
    }
    free(copy);
    return status;
}

static void count(Tally *tally, FzStatus status)
{
    if (status == FZ_OK)
        tally->accepted++;
    else
        tally->refused++;
}

static void show(const char *what, const Tally *tally)
{
    printf("%s: %" PRIu32 " refused, %" PRIu32 " accepted\n", what, tally->refused, tally->accepted);
}

// Flips one bit; with `repair` the checksum is made to fit, so that only the verifier is in the way.
static FzStatus flip(const FzApp *good, uint32_t *bytes, bool repair)
{
    uint32_t bit = below(good->image_size * 8);
    uint8_t *at = (uint8_t *)bytes + bit / 8;
    FzImageHeader *header = (FzImageHeader *)(void *)bytes;
    uint32_t crc = header->crc;
    *at ^= (uint8_t)(1u << bit % 8);
    if (repair)
        header->crc = fz_image_crc((const uint8_t *)bytes, good->image_size);
    FzStatus status = examine(good, bytes, good->image_size);
    header->crc = crc;
    *at ^= (uint8_t)(1u << bit % 8);
    header->crc = crc;
    return status;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    Arena arena = {0};
    ImageFile file;
    int failed = image_file_open(&arena, argv[1], &file);
    if (failed)
        return failed;
    uint32_t flips = (uint32_t)strtoul(argv[2], NULL, 10);
    uint32_t size = file.app.image_size;
    uint32_t *bytes = malloc(size);
    if (!bytes)
        return 3;
    memcpy(bytes, file.app.image, size);
    Tally truncated = {0}, flipped = {0}, repaired = {0};
    for (uint32_t length = 0; length < size; length++)
        count(&truncated, examine(&file.app, bytes, length));
    for (uint32_t i = 0; i < flips; i++)
        count(&flipped, flip(&file.app, bytes, false));
    for (uint32_t i = 0; i < flips; i++)
        count(&repaired, flip(&file.app, bytes, true));
    show("truncated", &truncated);
    show("flipped", &flipped);
    show("flipped, checksum repaired", &repaired);
    bool intact = examine(&file.app, bytes, size) == FZ_OK;
    free(bytes);
    arena_free(&arena);
    return intact && truncated.accepted == 0 && flipped.accepted == 0 ? 0 : 1;
}
