// SPDX-License-Identifier: MIT
// Reads the container as the loader does, but trusts nothing: every read is checked, and the first
// fault ends the listing.
#include "listing.h"

#include "reader.h"
#include "v6.h"

#include <inttypes.h>
#include <stdlib.h>

typedef struct {
    const char *text;
    uint32_t size;
} ListedName;

typedef struct {
    FILE *out;
    Reader reader;
    ListedName *names;
    uint64_t name_count, object_count;
} Listing;

static void put_text(FILE *out, const char *text, uint64_t size)
{
    putc('\'', out);
    for (uint64_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '\\' || c == '\'')
            fprintf(out, "\\%c", c);
        else if (c < 32 || c == 127)
            fprintf(out, "\\x%02x", c);
        else
            putc(c, out);
    }
    putc('\'', out);
}

static void put_name(const Listing *listing, uint64_t index)
{
    if (index < listing->name_count)
        put_text(listing->out, listing->names[index].text, listing->names[index].size);
    else
        fprintf(listing->out, "(no name %" PRIu64 ")", index);
}

static void read_names(Listing *listing)
{
    Reader *reader = &listing->reader;
    for (uint64_t i = 0; i < listing->name_count && !reader->fault; i++) {
        uint64_t head = take_uint(reader);
        ListedName *name = &listing->names[i];
        *name = (ListedName){"?", 1};
        if (head & 1) {
            const char *text = static_qstr_text(head >> 1);
            if (text)
                *name = (ListedName){text, (uint32_t)strlen(text)};
        } else {
            const char *text = (const char *)take_bytes(reader, head >> 1);
            take_byte(reader);
            if (text)
                *name = (ListedName){text, (uint32_t)(head >> 1)};
        }
        fprintf(listing->out, "name %" PRIu64 " ", i);
        put_name(listing, i);
        putc('\n', listing->out);
    }
}

static void list_object(Listing *listing, uint32_t depth)
{
    static const char *const words[] = {"NULL", "None", "False", "True", "Ellipsis"};
    static const char *const kinds[] = {"str", "bytes", "int", "float", "complex", "tuple"};
    enum { STR = 5, BYTES, INT, FLOAT, COMPLEX, TUPLE };
    Reader *reader = &listing->reader;
    uint32_t tag = take_byte(reader);
    if (tag < STR) {
        fputs(words[tag], listing->out);
        return;
    }
    if (tag > TUPLE || depth > READER_MOST_DEPTH) {
        reader->fault = "a constant of an unknown kind";
        return;
    }
    uint64_t size = take_uint(reader);
    if (tag == TUPLE) {
        putc('(', listing->out);
        for (uint64_t i = 0; i < size && !reader->fault; i++) {
            list_object(listing, depth + 1);
            fputs(i + 1 < size ? ", " : size == 1 ? "," : "", listing->out);
        }
        putc(')', listing->out);
        return;
    }
    const char *text = (const char *)take_bytes(reader, size);
    if (!text)
        return;
    if (tag == STR || tag == BYTES) {
        take_byte(reader);
        fputs(tag == BYTES ? "b" : "", listing->out);
        put_text(listing->out, text, size);
    } else {
        fprintf(listing->out, "%s ", kinds[tag - STR]);
        fwrite(text, 1, size, listing->out);
    }
}

static void list_objects(Listing *listing)
{
    for (uint64_t i = 0; i < listing->object_count && !listing->reader.fault; i++) {
        fprintf(listing->out, "object %" PRIu64 " ", i);
        list_object(listing, 0);
        putc('\n', listing->out);
    }
}

// ---- functions

// The target is counted from `begin`, the first instruction.
static void list_jump(Listing *listing, Reader *code, const uint8_t *begin, bool is_signed)
{
    uint32_t low = take_byte(code);
    bool is_long = low & 128;
    int64_t value = is_long ? (int64_t)((low & 127) | take_byte(code) << 7) : (int64_t)low;
    if (is_signed)
        value -= is_long ? 0x4000 : 0x40;
    fprintf(listing->out, " -> %" PRId64, (int64_t)(code->at - begin) + value);
}

static void list_instruction(Listing *listing, Reader *code, const uint8_t *begin)
{
    FILE *out = listing->out;
    fprintf(out, "%6td  ", code->at - begin);
    uint32_t byte = take_byte(code);
    if (byte >= 0x70 && byte < 0xb0) {
        fprintf(out, "LOAD_CONST_SMALL_INT %d\n", (int)byte - 0x80);
        return;
    }
    if (byte >= 0xb0 && byte < 0xd0) {
        fprintf(out, "%s %u\n", byte < 0xc0 ? "LOAD_FAST" : "STORE_FAST", (unsigned)(byte & 15));
        return;
    }
    const char *name = v6_name((V6Op)byte);
    if (!name) {
        code->fault = "an unknown instruction";
        return;
    }
    fputs(name, out);
    switch (v6_operand((V6Op)byte)) {
    case V6_OPERAND_NONE:
        break;
    case V6_OPERAND_QSTR:
        putc(' ', out);
        put_name(listing, take_uint(code));
        break;
    case V6_OPERAND_INT:
        fprintf(out, " %" PRId64, take_int(code));
        break;
    case V6_OPERAND_SJUMP:
        list_jump(listing, code, begin, true);
        break;
    case V6_OPERAND_FJUMP:
        list_jump(listing, code, begin, false);
        break;
    default:
        fprintf(out, " %" PRIu64, take_uint(code));
        break;
    }
    if (v6_has_extra((V6Op)byte))
        fprintf(out, " %u", (unsigned)take_byte(code));
    putc('\n', out);
}

// Which function of which this is: 0.2.1 is the second child of the third of the file's own code.
typedef struct Nesting {
    const struct Nesting *outer;
    uint64_t index; // among the children of outer
    uint32_t depth;
} Nesting;

static void put_nesting(FILE *out, const Nesting *nesting)
{
    if (nesting->outer) {
        put_nesting(out, nesting->outer);
        putc('.', out);
    }
    fprintf(out, "%" PRIu64, nesting->index);
}

static void list_bytecode(Listing *listing, Reader code, const Nesting *nesting)
{
    FILE *out = listing->out;
    Prelude prelude = take_prelude(&code);
    Reader info = {code.at, code.end, NULL};
    take_bytes(&code, prelude.info);
    const uint8_t *cells = take_bytes(&code, prelude.cells);
    fputs("\nfunction ", out);
    put_nesting(out, nesting);
    putc(' ', out);
    put_name(listing, take_uint(&info));
    fprintf(out, ": %u slots, %u blocks, flags %u, %u + %u arguments, %u defaults\n",
            (unsigned)prelude.state + 1, (unsigned)prelude.blocks, (unsigned)prelude.flags,
            (unsigned)prelude.args, (unsigned)prelude.kwonly, (unsigned)prelude.defaults);
    for (uint32_t i = 0; i < prelude.args + prelude.kwonly && !info.fault; i++) {
        fprintf(out, "  argument %u ", (unsigned)i);
        put_name(listing, take_uint(&info));
        putc('\n', out);
    }
    for (uint32_t i = 0; cells && i < prelude.cells; i++)
        fprintf(out, "  cell %u\n", (unsigned)cells[i]);
    const uint8_t *begin = code.at;
    while (code.at < code.end && !code.fault)
        list_instruction(listing, &code, begin);
    if (code.fault)
        listing->reader.fault = code.fault;
}

static void list_function(Listing *listing, Nesting nesting)
{
    Reader *reader = &listing->reader;
    uint64_t head = take_uint(reader);
    if (head & 3)
        reader->fault = "machine code";
    const uint8_t *bytes = take_bytes(reader, head >> 3);
    if (!bytes || nesting.depth > READER_MOST_DEPTH) {
        reader->fault = reader->fault ? reader->fault : "functions too deep in one another";
        return;
    }
    list_bytecode(listing, (Reader){bytes, bytes + (head >> 3), NULL}, &nesting);
    uint64_t count = head & 4 && !reader->fault ? take_uint(reader) : 0;
    for (uint64_t i = 0; i < count && !reader->fault; i++)
        list_function(listing, (Nesting){&nesting, i, nesting.depth + 1});
}

const char *mpy_list(const uint8_t *bytes, size_t size, FILE *out)
{
    Listing listing = {.out = out, .reader = {bytes, bytes + size, NULL}};
    Reader *reader = &listing.reader;
    const uint8_t *head = take_bytes(reader, 4);
    if (!head || head[0] != 'M' || head[1] != 6)
        return "it is no .mpy file of version 6";
    fprintf(out, "version 6.%u, small ints of %u bits\n", head[2] & 3u, head[3]);
    if (head[2] & 0x40)
        take_uint(reader);
    listing.name_count = take_uint(reader);
    listing.object_count = take_uint(reader);
    if (listing.name_count > READER_MOST_ENTRIES || listing.object_count > READER_MOST_ENTRIES)
        return "its tables are too large";
    Arena arena = {0};
    listing.names = ARENA_NEW_ARRAY(&arena, ListedName, listing.name_count + 1);
    uint64_t name_count = listing.name_count;
    for (uint64_t i = 0; i < name_count; i++)
        listing.names[i] = (ListedName){"?", 1};
    read_names(&listing);
    list_objects(&listing);
    if (!reader->fault)
        list_function(&listing, (Nesting){NULL, 0, 0});
    if (!reader->fault && reader->at != reader->end)
        reader->fault = "bytes behind its end";
    arena_free(&arena);
    return reader->fault;
}
