// SPDX-License-Identifier: MIT
// What an image holds, object by object, with names, sizes and who needs each: for reports.
#ifndef FLASHFREEZE_SHAKE_INVENTORY_H
#define FLASHFREEZE_SHAKE_INVENTORY_H

#include "../base/vec.h"

#define ITEM_NONE UINT32_MAX

typedef struct {
    const char *name;    // "main.Blinker.flash", "'led'", "dict in main.CODES"
    const char *kind;    // "function", "str", …
    const char *module;  // of the program; "(runtime)" for what the runtime brings along
    uint32_t bytes;
    uint32_t user;       // item that refers to it; ITEM_NONE: a root, or the runtime's own
    const char *mention; // reached by this name, or NULL
    uint32_t mentioner;  // item whose code mentions it, or ITEM_NONE
} Item;

// A word of RAM that the program needs from boot on.
typedef struct {
    const char *module;
    const char *name;
    const char *why;
} RamWord;

typedef struct {
    VEC(Item) items;   // in order of discovery; their bytes and `tables` are the image
    VEC(RamWord) words;
    uint32_t tables;   // header and tables behind the objects
    uint32_t total;    // bytes of the image
} Inventory;

#endif
