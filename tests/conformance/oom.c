// SPDX-License-Identifier: MIT
// Runs a program once, and at each allocation splits the process: in the child the allocation
// fails, and the program goes on from there to its end, which must be a status; then another
// program must run as ever in the same memory. The parent waits for that, lets the allocation
// succeed and runs on, so that what comes before a failure is done once and not once for each. A
// program whose event loop waits for what a failed allocation has lost is stopped by its number of
// steps; such ends are counted. Linked with a runtime built with FZ_FAIL_ALLOCATION.
//
//     oom IMAGE AFTER MOST      AFTER: the other program's image; MOST: about how many different
//                               allocations to fail; 0 is all of them
#define _POSIX_C_SOURCE 200809L
#include "flashfreeze/flashfreeze.h"
#include "flashfreeze/image.h"
#include "flashfreeze/natives.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static FzNativeFn *const natives[] = {
#define FUNCTION(module, name, symbol, least, positional, slots, flags, params) symbol,
#define METHOD(type, name, symbol, least, positional, slots, flags, params)     symbol,
#include "flashfreeze/natives.def"
#undef FUNCTION
#undef METHOD
};

enum { MOST_TEXT = 4096 };

// Where the console goes: to standard output, nowhere, or into `said`.
static enum { TO_STDOUT, TO_NOTHING, TO_TEXT } console;
static char said[MOST_TEXT];
static size_t said_size;

static void write_console(void *context, const char *text, uint32_t size)
{
    (void)context;
    if (console == TO_STDOUT)
        fwrite(text, 1, size, stdout);
    for (uint32_t i = 0; console == TO_TEXT && i < size && said_size < MOST_TEXT; i++)
        said[said_size++] = text[i];
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

// The memory, and the program that must run in it after a failure as it did before.
static void *ram;
static FzApp after;
static char expected[MOST_TEXT];
static size_t expected_size;

static bool run_after(void)
{
    FzVm vm;
    console = TO_TEXT;
    said_size = 0;
    FzStatus status = fz_open(&vm, &after, ram, fz_ram_needed(&after), &port);
    if (status != FZ_OK || fz_run(&vm) != FZ_OK)
        return false;
    fz_close(&vm);
    return true;
}

static bool runs_as_before(void)
{
    return run_after() && said_size == expected_size && memcmp(said, expected, said_size) == 0;
}

// How many steps a program may make after a failure: several times what it makes without one.
static uint32_t most_steps;

static uint32_t steps_left(const FzVm *vm) { return vm->budget + vm->steps; }

static bool find_most_steps(const FzApp *app)
{
    FzVm vm;
    FzStatus status = fz_open(&vm, app, ram, fz_ram_needed(app), &port);
    if (status != FZ_OK)
        return false;
    fz_limit_steps(&vm, UINT32_MAX - 1);
    const uint32_t before = steps_left(&vm);
    console = TO_NOTHING;
    status = fz_run(&vm); // in whatever way it ends
    (void)status;
    most_steps = (before - steps_left(&vm)) * 3 + 10000;
    fz_close(&vm);
    return true;
}

// How a child ended, as its exit status; sanitizers give 1.
typedef enum { ENDED, FAULTY, STOPPED } Ending;

static uint32_t most, tried, number, stopped, faulty;
static bool is_child;

static uint32_t next_step(void)
{
    // The first half of what is allowed one by one, then in growing steps.
    return most == 0 || tried < most / 2 ? 1 : 1 + number * 4 / most;
}

static void judge(int status)
{
    int ending = WIFEXITED(status) ? WEXITSTATUS(status) : FAULTY;
    stopped += ending == STOPPED;
    if (ending != ENDED && ending != STOPPED) {
        faulty++;
        fprintf(stderr, "allocation %" PRIu32 ": %s %d\n", number, WIFSIGNALED(status) ? "signal" : "exit",
                WIFSIGNALED(status) ? WTERMSIG(status) : ending);
    }
}

// Fails the allocation in a child, and waits for its end.
static bool split(FzVm *vm)
{
    fflush(NULL);
    tried++;
    pid_t child = fork();
    if (child == 0) {
        is_child = true;
        console = TO_NOTHING;
        fz_limit_steps(vm, most_steps);
        return true;
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child) {
        perror("oom");
        exit(2);
    }
    judge(status);
    vm->fail_after = next_step();
    number += vm->fail_after;
    return false;
}

// What is left to do in a child whose program has ended.
static Ending end_child(FzStatus status)
{
    if (!runs_as_before()) {
        fprintf(stderr, "another program does not run after it\n");
        return FAULTY;
    }
    if (status == FZ_STOPPED)
        return STOPPED;
    if (status == FZ_OK || status == FZ_RAISED || status == FZ_EXIT)
        return ENDED;
    fprintf(stderr, "%s\n", fz_status_text(status));
    return FAULTY;
}

// The program as it is, split at its allocations.
static bool run(const FzApp *app)
{
    FzVm vm;
    console = TO_STDOUT;
    FzStatus status = fz_open(&vm, app, ram, fz_ram_needed(app), &port);
    if (status == FZ_OK) {
        vm.fails = split;
        vm.fail_after = number = 1;
        status = fz_run(&vm);
        fz_close(&vm);
    }
    if (is_child)
        _exit(end_child(status));
    fprintf(stderr, "%" PRIu32 " allocations failed, of about %" PRIu32 "; %" PRIu32 " runs stopped\n", tried,
            number, stopped);
    return status == FZ_OK || status == FZ_RAISED || status == FZ_EXIT;
}

int main(int argc, char **argv)
{
    FzApp app;
    if (argc != 4 || !load(argv[1], &app) || !load(argv[2], &after)) {
        fprintf(stderr, "usage: oom IMAGE AFTER MOST\n");
        return 2;
    }
    const uint32_t needed = fz_ram_needed(&app), needed_after = fz_ram_needed(&after);
    ram = malloc(needed > needed_after ? needed : needed_after);
    most = (uint32_t)strtoul(argv[3], NULL, 10);
    if (!ram || !run_after())
        return 2;
    expected_size = said_size;
    memcpy(expected, said, said_size);
    return find_most_steps(&app) && run(&app) && faulty == 0 ? 0 : 1;
}
