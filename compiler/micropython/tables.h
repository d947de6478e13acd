// SPDX-License-Identifier: MIT
// The two tables of a module in MicroPython's form: names (qstrs) and constant objects. Every
// function of the module refers to them by index; small indices make short instructions.
#ifndef FLASHFREEZE_MICROPYTHON_TABLES_H
#define FLASHFREEZE_MICROPYTHON_TABLES_H

#include "v6.h"

typedef struct {
    const char *text;
    uint32_t hash;
    uint32_t size;
    uint32_t uses;
    uint32_t index;     // in the file, once ordered
    uint32_t static_id; // fixed number, or 0
} TableText;

typedef struct {
    const Constant *constant;
    uint32_t uses;
    uint32_t index;
} TableObject;

typedef struct {
    Arena *arena;
    VEC(TableText) texts; // in order of first mention; the file's name is the first
    VEC(TableObject) objects;
    uint32_t *text_slots; // open addressing; entry + 1
    uint32_t *object_slots;
    uint8_t *static_slots; // likewise; row of static_qstrs.def + 1
    uint32_t text_slot_count, object_slot_count;
    uint32_t *text_order;   // entry of each index
    uint32_t *object_order;
} Tables;

// The longest text that firmware takes as a name, in bytes.
enum { TABLE_TEXT_LIMIT = 255 };

// Takes every name and constant that the function and those below it mention, and numbers them by
// number of uses. `file_name` gets index 0. Instructions are told their entries.
void tables_collect(Tables *tables, Arena *arena, const char *file_name, V6Function *top);

// The index of a name that has been collected.
uint32_t tables_name(const Tables *tables, const Name *name);

// Whether LOAD_TEXT takes it from the table of names.
bool tables_is_name(const Constant *constant);

#endif
