// SPDX-License-Identifier: MIT
// The host port and the run itself. Functions that the manifest binds to C exist only on the
// device; here they raise.
#define _POSIX_C_SOURCE 200809L
#include "host.h"

#include "../../runtime_stub/vm/vm.h"
#include "../image/measure.h"
#include "flashfreeze/natives.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static FzNativeFn *const natives[] = {
#define FUNCTION(module, name, symbol, least, positional, slots, flags, params) symbol,
#define METHOD(type, name, symbol, least, positional, slots, flags, params)     symbol,
#include "flashfreeze/natives.def"
#undef FUNCTION
#undef METHOD
};

static FzValue missing_native(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "this function is bound to C code of the firmware");
}

static void write_console(void *context, const char *text, uint32_t size)
{
    (void)context;
    fwrite(text, 1, size, stdout);
}

static uint64_t nanoseconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

// The clocks of a run. A virtual one moves by the program's sleeping alone, and by a microsecond
// with each look at it, so that a program that waits for a time to come does not wait for ever.
typedef struct {
    bool is_virtual;
    uint64_t start;  // nanoseconds of the real time at which a virtual clock starts
    uint64_t passed; // virtual nanoseconds since then
} Clock;

enum { VIRTUAL_STEP = 1000 };

static uint32_t ticks_ms(void *context)
{
    Clock *clock = context;
    if (!clock->is_virtual)
        return (uint32_t)(nanoseconds(CLOCK_MONOTONIC) / 1000000u);
    clock->passed += VIRTUAL_STEP;
    return (uint32_t)(clock->passed / 1000000u);
}

static void sleep_ms(void *context, uint32_t milliseconds)
{
    Clock *clock = context;
    clock->passed += milliseconds * UINT64_C(1000000);
    if (clock->is_virtual)
        return;
    struct timespec time = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
    nanosleep(&time, NULL);
}

static uint64_t time_ns(void *context)
{
    Clock *clock = context;
    if (!clock->is_virtual)
        return nanoseconds(CLOCK_REALTIME);
    clock->passed += VIRTUAL_STEP;
    return clock->start + clock->passed;
}

FzApp host_app(Arena *arena, const uint32_t *image, uint32_t image_size)
{
    FzApp app = {.image = image, .image_size = image_size};
    const FzImageHeader *header = (const FzImageHeader *)(const void *)image;
    if (image_size < sizeof *header || header->natives_off > image_size ||
        header->natives_count > (image_size - header->natives_off) / 4)
        return app; // fz_open says what is wrong
    const uint32_t *numbers = image + header->natives_off / 4;
    FzNativeFn **table = ARENA_NEW_ARRAY(arena, FzNativeFn *, header->natives_count);
    for (uint32_t i = 0; i < header->natives_count; i++)
        table[i] = numbers[i] < FZ_NATIVES_COUNT ? natives[numbers[i]] : missing_native;
    app.natives = table;
    app.natives_count = header->natives_count;
    return app;
}

static bool asks_for_argv(const FzApp *app)
{
    for (uint32_t i = 0; i < app->natives_count; i++)
        if (app->natives[i] == natives[FZ_NATIVE_fz_sys_argv])
            return true;
    return false;
}

static bool set_argv(FzVm *vm, const HostOptions *options)
{
    if (!asks_for_argv(vm->app))
        return true;
    FzValue *list = fz_push(vm, fz_list_new(vm, NULL, 0));
    for (int i = 0; i < options->argc && *list != FZ_NULL; i++) {
        const char *text = options->argv[i];
        FzValue *item = fz_push(vm, fz_make_str(vm, text, (uint32_t)strlen(text)));
        if (*item == FZ_NULL || !fz_list_append(vm, *list, *item))
            return false;
        fz_pop(vm, 1);
    }
    vm->registers[FZ_REG_ARGV] = *list;
    bool is_good = *list != FZ_NULL;
    fz_pop(vm, 1);
    return is_good;
}

static void print_stats(const FzVm *vm, const FzApp *app)
{
    FzMemory memory;
    fz_memory(vm, &memory);
    ImageParts parts;
    image_measure(app->image, app->image_size, &parts);
    image_print_parts(&parts, stderr);
    fprintf(stderr, "ram: %" PRIu32 " bytes in all\n", memory.total);
    fprintf(stderr, "globals: %" PRIu32 "\n", memory.globals);
    fprintf(stderr, "heap peak: %" PRIu32 "\n", memory.heap_peak);
    fprintf(stderr, "heap live peak: %" PRIu32 "\n", memory.heap_live_peak);
    fprintf(stderr, "stack peak: %" PRIu32 "\n", memory.stack_peak);
    fprintf(stderr, "collections: %" PRIu32 "\n", memory.collections);
}

static int exit_of(const FzVm *vm, FzStatus status)
{
    switch (status) {
    case FZ_OK:
        return 0;
    case FZ_EXIT:
        return fz_exit_code(vm) & 0xff;
    case FZ_RAISED:
        return 1;
    default:
        fprintf(stderr, "flashfreeze: %s\n", fz_status_text(status));
        return 1;
    }
}

int host_run(Arena *arena, const FzApp *app, const HostOptions *options)
{
    Clock clock = {options->virtual_clock, nanoseconds(CLOCK_REALTIME), 0};
    const FzPort port = {&clock, write_console, ticks_ms, sleep_ms, time_ns};
    uint32_t size = fz_ram_needed(app);
    void *ram = arena_alloc(arena, size + 4);
    FzVm vm;
    FzStatus status = fz_open(&vm, app, ram, size, &port);
    if (status != FZ_OK)
        return exit_of(&vm, status);
#if FZ_FAIL_ALLOCATION
    vm.fail_after = options->fail_allocation;
#endif
    if (set_argv(&vm, options))
        status = fz_run(&vm);
    else
        status = FZ_NO_MEMORY;
    int code = exit_of(&vm, status);
    fflush(stdout);
    if (options->stats)
        print_stats(&vm, app);
    fz_close(&vm);
    return code;
}
