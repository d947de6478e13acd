// SPDX-License-Identifier: MIT
// What str, bytes and bytearray have in common: all three are bytes, and most methods are written
// once for them. `self` of a function here is any of the three; its kind decides what arguments may
// be and what results are.
#ifndef FLASHFREEZE_OBJECTS_TEXT_H
#define FLASHFREEZE_OBJECTS_TEXT_H

#include "bytes.h"
#include "str.h"

typedef struct {
    const uint8_t *bytes; // die with the next call that may collect
    uint32_t size;
} FzText;

#define FZ_NOWHERE 0xffffffffu // no offset

// True, with its bytes, for a str, bytes or bytearray; no collect.
bool fz_text_view(const FzVm *vm, FzValue value, FzText *text);
// An object of a kind with `size` zero bytes, to be filled and sealed.
FzValue fz_text_alloc(FzVm *vm, FzKind kind, uint32_t size);
uint8_t *fz_text_bytes(const FzVm *vm, FzValue value); // of a new one; no collect
// Gives the finished object; no collect.
FzValue fz_text_seal(FzVm *vm, FzValue value);
// A part of self, of self's kind.
FzValue fz_text_sub(FzVm *vm, FzValue self, uint32_t offset, uint32_t size);
// self again as a result: itself, but a copy of a bytearray.
FzValue fz_text_same(FzVm *vm, FzValue self);
FzValue fz_text_repeat(FzVm *vm, FzValue self, FzValue times);
// self[key] for a slice.
FzValue fz_text_slice(FzVm *vm, FzValue self, FzValue slice);
// Where `needle` is at or behind `from`, or FZ_NOWHERE.
uint32_t fz_search(FzText hay, FzText needle, uint32_t from);
uint32_t fz_search_last(FzText hay, FzText needle);
int fz_text_compare(FzText a, FzText b); // by bytes, which is by code points for UTF-8

// White space as the kind has it: characters of a str, ASCII for bytes. Gives the size of the one
// at the start of the bytes, or 0; no collect.
uint32_t fz_space_size(FzText text, bool is_str);
// Cuts white space off both ends; no collect.
FzText fz_text_strip_space(FzText text, bool is_str);

// Arguments of methods. *argument becomes the text it is (or derives from): a str for a str, bytes
// or bytearray for these; TypeError speaks of `what` (as "replace() argument 1") if it is given.
bool fz_text_argument(FzVm *vm, FzValue self, FzValue *argument, const char *what);
// What is searched: argv[0], or its part between the indices at argv[first] and argv[first + 1],
// each of which may be NULL or None. Offsets; *from is FZ_NOWHERE when the part begins behind the
// end.
bool fz_text_range(FzVm *vm, FzValue *argv, uint32_t first, uint32_t *from, uint32_t *to);
// The number at *argument, or `fallback` for NULL.
bool fz_optional_index(FzVm *vm, FzValue argument, int32_t fallback, int32_t *out);
uint32_t fz_text_length(const FzVm *vm, FzValue self); // characters or bytes; no collect
// self with fill characters (not in the heap) on both sides.
FzValue fz_text_pad(FzVm *vm, FzValue self, FzText fill, uint32_t left, uint32_t right);
// True in a str whose indices are not offsets.
FZ_SHARED bool fz_text_is_wide(const FzVm *vm, FzValue self)
{
    return fz_is_kind(vm, self, FZ_KIND_STR) && !fz_str_is_ascii(vm, self);
}

// Text of quotes and escapes: the quote that needs fewer of them, and one character (one byte) as
// it stands between them.
char fz_quote_for(FzText text);
void fz_builder_add_escaped(FzVm *vm, FzBuilder *builder, uint32_t code_point, char quote,
                            bool printable);

#endif
