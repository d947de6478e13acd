// SPDX-License-Identifier: MIT
// The hash table behind dict, set and frozenset. The owner (a DICT, SET or FROZENSET) holds the
// number of entries in use and the TABLE. Functions take an array of VM stack slots, `at`, whose
// first is the owner and whose second the key, so that values stay current when keys are compared
// by Python code. A table in ROM is only read.
#ifndef FLASHFREEZE_OBJECTS_TABLE_H
#define FLASHFREEZE_OBJECTS_TABLE_H

#include "../vm/vm.h"

enum { FZ_TABLE_ABSENT = -1, FZ_TABLE_FAILED = -2, FZ_TABLE_UNKNOWN = -3 };

// Number of the entry with the key at[1], FZ_TABLE_ABSENT, or FZ_TABLE_FAILED after raising.
int32_t fz_table_find(FzVm *vm, FzValue *at);
#if FZ_FAST_PATHS
// The same where it takes no Python code: a small integer or str, or what is the very same object; else
// FZ_TABLE_UNKNOWN. No collect.
int32_t fz_table_find_plain(const FzVm *vm, FzValue owner, FzValue key);
#endif
// The same for a str in a table whose keys are mostly interned names; ABSENT or found; no collect.
int32_t fz_table_find_name(const FzVm *vm, FzValue owner, FzValue name);
// Stores the key at[1], and in a dict the value at[2]: 1 new, 0 there before, -1 after raising.
int fz_table_put(FzVm *vm, FzValue *at);
// Empties an entry; no collect.
void fz_table_remove(FzVm *vm, FzValue owner, uint32_t entry);
// Removes the key at[1]: 1 removed, 0 absent, -1 after raising.
int fz_table_delete(FzVm *vm, FzValue *at);
// Drops all entries and their memory; no collect.
void fz_table_clear(FzVm *vm, FzValue owner);
// Gives *owner (on the VM stack) an empty table with room for `room` entries.
bool fz_table_make(FzVm *vm, FzValue *owner, uint32_t room);
// Makes the table of at[0], which is empty, a copy of that of at[1]: 1 done, -1 raised, 0 when they
// hold different kinds of entries, or deleted ones, so that they must be stored one by one.
int fz_table_copy(FzVm *vm, FzValue *at);
// Gives `to` the table of `from`, which is used no more; no collect.
void fz_table_take(FzVm *vm, FzValue to, FzValue from);
// Places of an entry's key and (in a dict) value; no collect, die with the next call that may.
FzValue *fz_table_entry(const FzVm *vm, FzValue owner, uint32_t entry);
// Number of the last live entry, or FZ_TABLE_ABSENT; no collect.
int32_t fz_table_last(const FzVm *vm, FzValue owner);

#endif
