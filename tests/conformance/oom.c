// SPDX-License-Identifier: MIT
// Runs a program's image again and again, failing one allocation each time: the first, the second
// and so on. Each run must end with a status, and the next one starts in the same memory. At the
// end the program runs undisturbed, and prints. A program whose event loop waits for what a failed
// allocation has lost is stopped by its number of steps; such runs are counted. Linked with a runtime built with
// FZ_FAIL_ALLOCATION.
//
//     oom IMAGE MOST      MOST: how many different allocations to fail; 0 is all of them
#include "flashfreeze/flashfreeze.h"
#include "flashfreeze/image.h"
#include "flashfreeze/natives.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static FzNativeFn *const natives[] = {
#define FUNCTION(module, name, symbol, least, positional, slots, flags, params) symbol,
#define METHOD(type, name, symbol, least, positional, slots, flags, params)     symbol,
#include "flashfreeze/natives.def"
#undef FUNCTION
#undef METHOD
};

static bool is_quiet; // the console is shut

static void write_console(void *context, const char *text, uint32_t size)
{
    (void)context;
    if (!is_quiet)
        fwrite(text, 1, size, stdout);
}

static uint32_t ticks_ms(void *context)
{
    static uint32_t ticks;
    (void)context;
    return ++ticks;
}

static uint64_t time_ns(void *context) { return (uint64_t)ticks_ms(context) * 1000000; }

static const FzPort port = {.write = write_console, .ticks_ms = ticks_ms, .time_ns = time_ns};

// Reads an image and makes its table of natives.
static bool load(const char *path, FzApp *app)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    uint32_t *image = malloc((size_t)size);
    bool is_read = image && fread(image, 1, (size_t)size, file) == (size_t)size;
    fclose(file);
    if (!is_read)
        return false;
    const FzImageHeader *header = (const FzImageHeader *)(const void *)image;
    const uint32_t *numbers = image + header->natives_off / 4;
    FzNativeFn **table = calloc(header->natives_count + 1, sizeof *table);
    for (uint32_t i = 0; table && i < header->natives_count; i++)
        table[i] = natives[numbers[i]];
    *app = (FzApp){image, (uint32_t)size, table, header->natives_count};
    return table != NULL;
}

static bool is_clean(FzStatus status)
{
    return status == FZ_OK || status == FZ_RAISED || status == FZ_EXIT;
}

// One run with allocation `failing` failing (0: none). False when it ended as it must not;
// *reached tells whether there was such an allocation.
enum { MOST_STEPS = 3000000 };

static uint32_t stopped; // runs that were

static bool run(const FzApp *app, void *ram, uint32_t size, uint32_t failing, bool *reached)
{
    FzVm vm;
    FzStatus status = fz_open(&vm, app, ram, size, &port);
    if (status == FZ_OK) {
        vm.fail_after = failing;
        if (failing)
            fz_limit_steps(&vm, MOST_STEPS);
        status = fz_run(&vm);
        *reached = vm.fail_after == 0;
        fz_close(&vm);
    }
    if (status == FZ_STOPPED) {
        stopped++;
        return true;
    }
    if (!is_clean(status))
        fprintf(stderr, "allocation %" PRIu32 ": %s\n", failing, fz_status_text(status));
    return is_clean(status);
}

int main(int argc, char **argv)
{
    FzApp app;
    if (argc != 3 || !load(argv[1], &app)) {
        fprintf(stderr, "usage: oom IMAGE MOST\n");
        return 2;
    }
    const uint32_t size = fz_ram_needed(&app);
    void *ram = malloc(size);
    const uint32_t most = (uint32_t)strtoul(argv[2], NULL, 10);
    uint32_t failing = 1, tried = 0;
    is_quiet = true;
    for (bool reached = true; reached; tried++) {
        if (!ram || !run(&app, ram, size, failing, &reached))
            return 1;
        // The first half of what is allowed one by one, then in growing steps.
        failing += most == 0 || tried < most / 2 ? 1 : 1 + failing * 4 / most;
    }
    is_quiet = false;
    bool reached;
    fprintf(stderr, "%" PRIu32 " runs, about %" PRIu32 " allocations, %" PRIu32 " runs stopped\n",
            tried, failing, stopped);
    return run(&app, ram, size, 0, &reached) ? 0 : 1;
}
