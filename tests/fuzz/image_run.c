// SPDX-License-Identifier: MIT
// Images changed at random, under a right checksum, are loaded, verified and, when the verifier accepts
// them, run: an image that the verifier accepts never faults. Linked with a runtime under ASan
// and UBSan that checks its heap after each collection.
//
//     image_run [-s SEED] [-n CASES] [-t SECONDS] [-k DIRECTORY] IMAGE ...
//     image_run -r IMAGE ...                the images as they are, in this process
//
// Case number c depends on the images, the seed and c alone. Cases run in a child; when it dies, the
// case is reported, its image is kept in the directory, and another child goes on behind it.
#define _GNU_SOURCE
#include "../../runtime_stub/loader/verify.h"
#include "flashfreeze/image.h"
#include "flashfreeze/natives.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STEPS = 20000, MOST_RAM = 1 << 19, CASE_SECONDS = 20, MOST_CHANGES = 3 };

// An image as it was, and where its objects and their bytecode lie.
typedef struct {
    const char *path;
    uint8_t *bytes;
    uint32_t size;
    uint32_t *objects; // offsets
    uint32_t objects_count;
    uint32_t *codes;
    uint32_t codes_count;
} Seed;

// What the child tells.
typedef struct {
    uint64_t at; // the case at hand
    uint64_t opened, accepted;
} Progress;

typedef struct {
    Seed *seeds;
    uint32_t count;
    uint64_t first;
    uint64_t random;
    uint32_t *ram;
    Progress *progress; // shared with the child
} Fuzz;

static FzNativeFn *const natives[] = {
#define FUNCTION(module, name, symbol, least, positional, slots, flags, params) symbol,
#define METHOD(type, name, symbol, least, positional, slots, flags, params)     symbol,
#include "flashfreeze/natives.def"
#undef FUNCTION
#undef METHOD
};

static void write_nothing(void *context, const char *text, uint32_t size)
{
    (void)context;
    (void)text;
    (void)size;
}

static uint32_t ticks_ms(void *context)
{
    static uint32_t ticks;
    (void)context;
    return ticks += 50;
}

static uint64_t time_ns(void *context) { return (uint64_t)ticks_ms(context) * 1000000; }

static const FzPort port = {.write = write_nothing, .ticks_ms = ticks_ms, .time_ns = time_ns};

static void *allocate(size_t size)
{
    void *memory = calloc(size ? size : 1, 1);
    if (!memory) {
        fputs("out of memory\n", stderr);
        exit(3);
    }
    return memory;
}

static FzValue user_native(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    (void)argv;
    return fz_raise(vm, FZ_TYPE_RUNTIME_ERROR, "a function of the firmware");
}

// ---- the images

static uint32_t word_at(const uint8_t *bytes, uint32_t off)
{
    uint32_t word;
    memcpy(&word, bytes + off, sizeof word);
    return word;
}

static void set_word(uint8_t *bytes, uint32_t off, uint32_t word)
{
    memcpy(bytes + off, &word, sizeof word);
}

static bool load(Seed *seed, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    *seed = (Seed){.path = path, .bytes = allocate(MOST_RAM)};
    seed->size = (uint32_t)fread(seed->bytes, 1, MOST_RAM, file);
    fclose(file);
    if (seed->size < sizeof(FzImageHeader))
        return false;
    const uint32_t end = ((const FzImageHeader *)(const void *)seed->bytes)->objects_end;
    if (end > seed->size)
        return true; // damaged already: to be run as it is
    seed->objects = allocate(seed->size);
    seed->codes = allocate(seed->size);
    for (uint32_t at = FZ_SINGLETONS_OFF; at < end; at += fz_object_size(word_at(seed->bytes, at))) {
        if (!(word_at(seed->bytes, at) & FZ_HEADER_ONE))
            return true;
        seed->objects[seed->objects_count++] = at;
        if (fz_header_kind(word_at(seed->bytes, at)) == FZ_KIND_CODE)
            seed->codes[seed->codes_count++] = at;
    }
    return true;
}

// ---- changes

static uint32_t below(Fuzz *fuzz, uint32_t most)
{
    fuzz->random = fuzz->random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(fuzz->random >> 33) % most;
}

static uint32_t some_object(Fuzz *fuzz, const Seed *seed)
{
    return seed->objects[below(fuzz, seed->objects_count)];
}

// A word within the objects or the tables behind them.
static uint32_t some_place(Fuzz *fuzz, const Seed *seed)
{
    return FZ_SINGLETONS_OFF + 4 * below(fuzz, (seed->size - FZ_SINGLETONS_OFF) / 4);
}

// The bytecode and regions of some function: most of what a program does is decided there.
static void change_code(Fuzz *fuzz, const Seed *seed, uint8_t *bytes)
{
    uint32_t code = seed->codes[below(fuzz, seed->codes_count)];
    uint32_t sizes = word_at(seed->bytes, code + offsetof(FzCode, sizes));
    uint32_t size = (sizes & 0xffff) + (sizes >> 16) * FZ_REGION_SIZE;
    uint8_t *at = bytes + code + offsetof(FzCode, bytes);
    uint32_t from = below(fuzz, size), to = below(fuzz, size), run = 1 + below(fuzz, 4);
    switch (below(fuzz, 4)) {
    case 0: // a run of bytes as elsewhere
        memmove(at + to, at + from, run <= size - (from > to ? from : to) ? run : 1);
        break;
    case 1:
        at[to] = (uint8_t)(at[to] + 3 - below(fuzz, 7));
        break;
    case 2:
        at[to] = at[from];
        break;
    default:
        at[to] = (uint8_t)below(fuzz, 256);
    }
}

// A word of an object becomes another value, or its header another header.
static void change_object(Fuzz *fuzz, const Seed *seed, uint8_t *bytes)
{
    uint32_t at = some_object(fuzz, seed);
    uint32_t size = fz_object_size(word_at(seed->bytes, at));
    uint32_t place = at + 4 * below(fuzz, size / 4);
    switch (below(fuzz, 7)) {
    case 0: // another object
        set_word(bytes, place, some_object(fuzz, seed) + 2);
        break;
    case 1: // as in another object of the image
        set_word(bytes, place, word_at(seed->bytes, some_place(fuzz, seed)));
        break;
    case 2:
        set_word(bytes, place, below(fuzz, 3) ? fz_from_int((int32_t)below(fuzz, 20) - 3) : FZ_NULL);
        break;
    case 3:
        set_word(bytes, place, word_at(bytes, place) ^ 1u << below(fuzz, 32));
        break;
    case 4:
        bytes[place + below(fuzz, 4)] = (uint8_t)below(fuzz, 256);
        break;
    case 5: // one more or one less
        set_word(bytes, place, word_at(bytes, place) + (below(fuzz, 2) ? 1u : UINT32_MAX)
                                                           * (1u << 8 * below(fuzz, 4)));
        break;
    default: // a count one more or one less, or a flag, or another kind
        set_word(bytes, at, word_at(bytes, at) ^ 4u << below(fuzz, 12));
    }
}

static void change(Fuzz *fuzz, const Seed *seed, uint8_t *bytes)
{
    uint32_t how = below(fuzz, 16);
    if (how < 8 && seed->codes_count)
        change_code(fuzz, seed, bytes);
    else if (how < 14)
        change_object(fuzz, seed, bytes);
    else if (how < 15)
        set_word(bytes, some_place(fuzz, seed), word_at(seed->bytes, some_place(fuzz, seed)));
    else
        bytes[below(fuzz, (uint32_t)sizeof(FzImageHeader))] ^= (uint8_t)(1u << below(fuzz, 8));
}

// The image of case `number`, in a block of exactly its size.
static uint8_t *make_case(Fuzz *fuzz, uint64_t number, const Seed **seed)
{
    fuzz->random = (fuzz->first ^ 0x9e3779b97f4a7c15u) + number * 0xd1342543de82ef95u;
    below(fuzz, 2);
    below(fuzz, 2);
    *seed = &fuzz->seeds[below(fuzz, fuzz->count)];
    uint8_t *bytes = allocate((*seed)->size);
    memcpy(bytes, (*seed)->bytes, (*seed)->size);
    for (uint32_t left = 1 + below(fuzz, MOST_CHANGES); left > 0; left--)
        change(fuzz, *seed, bytes);
    FzImageHeader *header = (FzImageHeader *)(void *)bytes;
    // What the linker found about the unchanged program; only a runtime built for that image relies on it.
    memset(header->kinds, 0xff, sizeof header->kinds);
    if (header->size >= sizeof *header && header->size <= (*seed)->size)
        header->crc = fz_image_crc(bytes, header->size);
    return bytes;
}

// ---- a case

// The table of natives that the image asks for.
static FzNativeFn **natives_of(const uint8_t *bytes, uint32_t size)
{
    const FzImageHeader *header = (const FzImageHeader *)(const void *)bytes;
    FzNativeFn **table = allocate((header->natives_count % size + 1) * sizeof *table);
    for (uint64_t i = 0; i < header->natives_count % size; i++) {
        uint64_t off = header->natives_off + i * 4;
        uint32_t number = off + 4 <= size ? word_at(bytes, (uint32_t)off) : UINT32_MAX;
        table[i] = number < FZ_NATIVES_COUNT ? natives[number] : user_native;
    }
    return table;
}

static bool verifies(const FzApp *app)
{
    uint32_t size = fz_verify_scratch(app);
    uint8_t *scratch = allocate(size);
    FzVerifyError error;
    FzStatus status = fz_verify(app, scratch, size, &error);
    free(scratch);
    return status == FZ_OK;
}

// Loads, verifies and runs; true if it was run.
static bool run_image(Fuzz *fuzz, const uint8_t *bytes, uint32_t size)
{
    FzNativeFn **table = natives_of(bytes, size);
    const FzImageHeader *header = (const FzImageHeader *)(const void *)bytes;
    FzApp app = {(const uint32_t *)(const void *)bytes, size, table, header->natives_count};
    uint32_t needed = fz_ram_needed(&app);
    FzVm vm;
    bool is_run = false;
    FzStatus status = fz_open(&vm, &app, fuzz->ram, needed < MOST_RAM ? needed : MOST_RAM, &port);
    if (status == FZ_OK) {
        fuzz->progress->opened++;
        is_run = verifies(&app);
        if (is_run) {
            fz_limit_steps(&vm, STEPS);
            status = fz_run(&vm);
            fz_collect(&vm);
        }
        fz_close(&vm);
    }
    free(table);
    return is_run;
}

static void run_case(Fuzz *fuzz, uint64_t number)
{
    const Seed *seed;
    uint8_t *bytes = make_case(fuzz, number, &seed);
    fuzz->progress->accepted += run_image(fuzz, bytes, seed->size);
    free(bytes);
}

// Runs cases from progress->at to `end` in a child, and waits for it; its status.
static int run_cases(Fuzz *fuzz, uint64_t end, time_t until)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        for (; fuzz->progress->at < end && (until == 0 || time(NULL) < until); fuzz->progress->at++) {
            alarm(CASE_SECONDS);
            run_case(fuzz, fuzz->progress->at);
        }
        _exit(0);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) < 0)
        exit(3);
    return status;
}

static void report(Fuzz *fuzz, int status, const char *directory)
{
    uint64_t number = fuzz->progress->at;
    const Seed *seed;
    uint8_t *bytes = make_case(fuzz, number, &seed);
    char path[4096] = "";
    if (directory)
        snprintf(path, sizeof path, "%s/%" PRIu64 "-%" PRIu64 ".fzi", directory, fuzz->first, number);
    FILE *file = directory ? fopen(path, "wb") : NULL;
    if (file) {
        fwrite(bytes, 1, seed->size, file);
        fclose(file);
    }
    free(bytes);
    bool is_slow = WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM;
    printf("case %" PRIu64 " of seed %" PRIu64 ", from %s: %s (%x) %s\n", number, fuzz->first,
           seed->path, is_slow ? "takes long" : "died", (unsigned)status, path);
    fflush(stdout);
}

static bool load_all(Fuzz *fuzz, char **paths, int count)
{
    fuzz->seeds = allocate((size_t)count * sizeof *fuzz->seeds);
    for (int i = 0; i < count; i++)
        if (!load(&fuzz->seeds[fuzz->count++], paths[i])) {
            fprintf(stderr, "cannot read %s\n", paths[i]);
            return false;
        }
    return count > 0;
}

static int replay(Fuzz *fuzz)
{
    for (uint32_t i = 0; i < fuzz->count; i++) {
        const Seed *seed = &fuzz->seeds[i];
        uint8_t *bytes = allocate(seed->size);
        memcpy(bytes, seed->bytes, seed->size);
        fprintf(stderr, "%s\n", seed->path);
        printf("%s: %s\n", seed->path, run_image(fuzz, bytes, seed->size) ? "run" : "refused");
        free(bytes);
    }
    return 0;
}

int main(int argc, char **argv)
{
    Fuzz fuzz = {.first = 1};
    uint64_t cases = UINT64_MAX;
    time_t until = 0;
    const char *directory = NULL;
    bool is_replay = false;
    for (int option; (option = getopt(argc, argv, "s:n:t:k:r")) != -1;) {
        if (option == 's')
            fuzz.first = strtoull(optarg, NULL, 0);
        else if (option == 'n')
            cases = strtoull(optarg, NULL, 0);
        else if (option == 't')
            until = time(NULL) + (time_t)strtoull(optarg, NULL, 0);
        else if (option == 'k')
            directory = optarg;
        else
            is_replay = option == 'r';
    }
    if (!load_all(&fuzz, argv + optind, argc - optind)) {
        fputs("usage: image_run [-r] [-s SEED] [-n CASES] [-t SECONDS] [-k DIRECTORY] IMAGE ...\n", stderr);
        return 2;
    }
    fuzz.ram = allocate(MOST_RAM);
    fuzz.progress = mmap(NULL, sizeof *fuzz.progress, PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (fuzz.progress == MAP_FAILED)
        return 3;
    if (is_replay)
        return replay(&fuzz);
    uint32_t died = 0, slow = 0;
    for (int status; (status = run_cases(&fuzz, cases, until)) != 0; fuzz.progress->at++) {
        report(&fuzz, status, directory);
        bool is_slow = WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM;
        slow += is_slow;
        died += !is_slow;
    }
    printf("%" PRIu64 " cases, %" PRIu64 " opened, %" PRIu64 " verified and run, %" PRIu32
           " took long, %" PRIu32 " died\n",
           fuzz.progress->at, fuzz.progress->opened, fuzz.progress->accepted, slow, died);
    return died != 0;
}
