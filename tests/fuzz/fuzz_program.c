// SPDX-License-Identifier: MIT
// Any bytes are a program or give messages: compiles, links and lays out the input, which the
// image's verifier checks, and emits C. A line "#---" parts two modules, of which the first is the
// entry and the second is called `other`. What the linker emits must verify.
//
// Besides libFuzzer's own mutations of bytes, half of the time a mutation works on words and lines,
// so that more of them are still Python.
#define _GNU_SOURCE
#include "../../compiler/emit/emit.h"
#include "../../compiler/pipeline.h"
#include "../../manifest/manifest.h"

#include <ctype.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

enum { MOST_WORDS = 4096 };

typedef struct {
    const char *start;
    size_t size;
} Word;

static bool is_word_part(char c) { return isalnum((unsigned char)c) || c == '_'; }

// Cuts text into words, runs of blanks, and single other bytes; or, by lines, into lines.
static size_t cut(const char *text, size_t size, bool by_lines, Word *words)
{
    size_t count = 0;
    for (size_t at = 0; at < size && count < MOST_WORDS; count++) {
        size_t from = at++;
        if (by_lines)
            while (at < size && text[at - 1] != '\n')
                at++;
        else if (is_word_part(text[from]))
            while (at < size && is_word_part(text[at]))
                at++;
        else if (text[from] == ' ')
            while (at < size && text[at] == ' ')
                at++;
        words[count] = (Word){text + from, at - from};
    }
    return count;
}

static size_t append(char *out, size_t used, size_t most, Word word)
{
    if (word.size > most - used)
        return used;
    memcpy(out + used, word.start, word.size);
    return used + word.size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    static Word words[MOST_WORDS];
    uint32_t random = seed * 2654435761u + 12345u;
    if (size < 2 || (random >> 20) % 2)
        return LLVMFuzzerMutate(data, size, max_size);
    char *text = malloc(size);
    if (!text)
        abort();
    memcpy(text, data, size);
    size_t count = cut(text, size, (random >> 8) % 2, words);
    size_t a = (random >> 4) % count;
    size_t b = (random >> 14) % count;
    unsigned how = (random >> 9) % 4; // drop a, copy b behind a, put b for a, exchange
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_other = (i == a && how >= 2) || (i == b && how == 3);
        if (i == a && how == 0)
            continue;
        used = append((char *)data, used, max_size, is_other ? words[i == a ? b : a] : words[i]);
        if (i == a && how == 1)
            used = append((char *)data, used, max_size, words[b]);
    }
    free(text);
    return used;
}

// A file that holds the text; the path is written to `path`.
static int make_file(const uint8_t *data, size_t size, char *path)
{
    int file = memfd_create("fuzz", 0);
    if (file < 0 || write(file, data, size) != (ssize_t)size)
        abort();
    sprintf(path, "/proc/self/fd/%d", file);
    return file;
}

static void list_module(Arena *arena, Names *names, Manifest *manifest, const char *path)
{
    ManifestModule module = {
        .kind = MANIFEST_FILE, .name = names_intern_z(names, "other"), .path = path};
    VEC_PUSH(arena, &manifest->modules, module);
}

static void check_places(const Diagnostics *diags)
{
    for (uint32_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.items[i];
        if (diag->span.start > diag->span.end ||
            (diag->source && diag->span.end > diag->source->size))
            abort();
        if (diag->code == DIAG_IMAGE_NOT_SOUND) {
            diag_print(diags, stderr, false);
            abort();
        }
    }
}

static void build(const char *entry, const char *other)
{
    static FILE *sink;
    if (!sink)
        sink = fopen("/dev/null", "w");
    Arena arena = {0};
    Names names = {.arena = &arena};
    Diagnostics diags = {.arena = &arena};
    Manifest manifest;
    manifest_defaults(&arena, &names, &manifest);
    manifest.entry = names_intern_z(&names, "__main__");
    manifest.search.count = 0;
    if (other)
        list_module(&arena, &names, &manifest, other);
    PipelineOptions options = {.manifest = &manifest, .entry_path = entry, .threads = 1};
    Pipeline pipeline;
    bool is_good = pipeline_link(&pipeline, &arena, &names, &diags, &options) &&
                   pipeline_image(&pipeline);
    if (is_good != (diags.error_count == 0))
        abort();
    check_places(&diags);
    if (is_good) {
        EmitInput emit = {&manifest, &pipeline.image, NULL};
        emit_c(&emit, sink);
    }
    diag_print(&diags, sink, true);
    diag_print_json(&diags, sink);
    pipeline_free(&pipeline);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char divider[] = "\n#---\n";
    char entry_path[64];
    char other_path[64];
    const uint8_t *split = memmem(data, size, divider, sizeof divider - 1);
    size_t entry_size = split ? (size_t)(split - data) + 1 : size;
    size_t other_at = split ? entry_size + sizeof divider - 2 : size;
    int entry = make_file(data, entry_size, entry_path);
    int other = make_file(data + other_at, size - other_at, other_path);
    build(entry_path, split ? other_path : NULL);
    close(entry);
    close(other);
    return 0;
}
