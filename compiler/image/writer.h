// SPDX-License-Identifier: MIT
// The image while it is being built: a growing array of words that objects are appended to, and
// what has been written so far, so that equal strings and constants are written once. A value is
// good as soon as its object has been appended; the words can be filled in later.
#ifndef FLASHFREEZE_IMAGE_WRITER_H
#define FLASHFREEZE_IMAGE_WRITER_H

#include "flashfreeze/image.h"
#include "image.h"

typedef struct {
    const Constant *constant;
    FzValue value;
} ConstantSlot;

typedef struct {
    FzValue table;
    uint32_t count;
} UnindexedTable;

typedef struct {
    Arena *arena;
    Program *program;
    const ImageOptions *options;
    VEC(uint32_t) words; // the image from its first byte on
    Names texts;
    NameMap strs;            // text -> value, of every str
    NameMap interned;        // text -> value, of those that are names
    bool finds_few;          // the table of names has those of `findable` and single characters only
    NameMap findable;        // texts
    ConstantSlot *constants; // open addressing
    uint32_t constant_count;
    uint32_t constant_slots;
    FzValue *types;   // FZ_TYPE_COUNT values, FZ_NULL when left out
    FzValue *natives; // FZ_NATIVES_COUNT values, the same
    FzValue builtins;   // dict
    FzValue empty_dict; // FZ_NULL until the first
    VEC(uint32_t) native_numbers;
    VEC(FzNativeFn *) functions; // of the same natives, where Python code may have to run; else empty
    VEC(FzValue) modules; // in the program's order
    VEC(FzValue) codes;
    VEC(ImageCode) code_sources; // of the same codes; empty when they come from a VM
    VEC(UnindexedTable) unindexed; // tables with keys that only the runtime can hash
    uint32_t globals_count;
    const FzValue *first_globals; // globals_count values, or NULL: all FZ_NULL
    bool failed;
} ImageWriter;

typedef struct {
    FzValue key;
    FzValue value;
} DictEntry;
typedef VEC(DictEntry) DictEntries;
typedef VEC(FzValue) Values;

// The image as the runtime takes it. No native runs while it is being made; they are only counted.
static inline FzApp writer_app(const ImageWriter *writer)
{
    return (FzApp){.image = writer->words.items,
                   .image_size = writer->words.count * 4,
                   .natives = writer->functions.items,
                   .natives_count = writer->native_numbers.count};
}

// Appends a zeroed object. Counts above FZ_COUNT_MAX must have been refused before.
FzValue writer_object(ImageWriter *writer, FzKind kind, uint32_t flags, uint32_t count);

void writer_set(ImageWriter *writer, FzValue object, uint32_t word, uint32_t content);
uint32_t writer_get(const ImageWriter *writer, FzValue object, uint32_t word);
// First byte behind an object's fixed part of `words` words; dies with the next object.
uint8_t *writer_bytes(ImageWriter *writer, FzValue object, uint32_t words);

FzValue writer_str(ImageWriter *writer, const char *text, size_t size);
// The same for a text that code looks things up by: it is findable from its bytes at run time.
FzValue writer_name(ImageWriter *writer, const char *text, size_t size);
FzValue writer_name_of(ImageWriter *writer, const Name *name);

FzValue writer_tuple(ImageWriter *writer, const FzValue *items, uint32_t count);
// A dict whose keys are str of this image.
FzValue writer_dict(ImageWriter *writer, const DictEntry *entries, uint32_t count);
FzValue writer_frozenset(ImageWriter *writer, const FzValue *items, uint32_t count);

// A constant; errors are reported at the place. FZ_NULL after an error.
FzValue writer_constant(ImageWriter *writer, const Constant *constant, const Source *source,
                        Span span);

// The image from its first byte to the singletons, and from the tables to its end: sealed, and
// verified. False when it reported an error, or an element of a table could not be hashed.
void writer_start(ImageWriter *writer, Program *program, const ImageOptions *options,
                  FzImageHeader *header);
bool writer_finish(ImageWriter *writer, FzImageHeader *header, Image *out);
// Names that the runtime answers or sets and that the program need not mention.
void writer_known_names(ImageWriter *writer);

// builtins.c: classes, natives and the dict of built-ins; modules of natives.
void writer_types(ImageWriter *writer);
void writer_builtins(ImageWriter *writer);
void writer_native_module(ImageWriter *writer, const LinkedModule *module);

// code.c: the functions, constants and module object of a Python module.
void writer_python_module(ImageWriter *writer, const LinkedModule *module);

#endif
