// SPDX-License-Identifier: MIT
// Lookup, insertion and deletion in hash tables. Entries lie in insertion order; an index of small
// cells, absent in small tables, finds them by hash. Hashes are not stored: strings carry theirs, and
// other keys are hashed again when a table grows. Python code that runs while keys are hashed or
// compared may change the very table; every such call is followed by a check, and the search starts
// over when the table is another one.
#include "table.h"
#include "protocol.h"

#include <string.h>

// Growth: 4, 6, 8 entries, then by a half, beyond MODEST by a quarter.
enum { FIRST_CAPACITY = 4, MODEST = 32 };

// How keys of a kind are compared.
typedef enum {
    KEY_IDENTITY, // equal only to itself; hashing it may allocate
    KEY_PURE,     // hashed and compared without running Python code or allocating
    KEY_DEEP,     // may run Python code, or cannot be hashed
} KeyClass;

typedef struct {
    FzValue *at;   // owner, key
    FzValue *save; // table and entry's key that are being looked at
    uint32_t hash;
    bool hashed;
} Search;

static uint32_t stride(uint32_t table_header) { return table_header & FZ_HEADER_A ? 2 : 1; }

static FzValue *entries_of(const FzVm *vm, FzValue table)
{
    return FZ_TUPLE(vm, table)->items;
}

FzValue *fz_table_entry(const FzVm *vm, FzValue owner, uint32_t entry)
{
    FzValue table = FZ_DICT(vm, owner)->table;
    return entries_of(vm, table) + entry * stride(fz_header_of(vm, table));
}

static KeyClass class_of_instance(const FzVm *vm, FzValue key)
{
    if (fz_unwrap(vm, key) != key || fz_special(vm, key, FZ_NAME_eq) != FZ_NULL ||
        fz_special(vm, key, FZ_NAME_hash) != FZ_NULL)
        return KEY_DEEP;
    return KEY_IDENTITY;
}

static KeyClass class_of_key(const FzVm *vm, FzValue key)
{
    FzKind kind = fz_kind_of(vm, key);
    if (kind <= (FzKind)FZ_KIND_NUMBER_BYTES)
        return KEY_PURE;
    if (kind <= (FzKind)FZ_KIND_NUMBER_SLICE || kind == FZ_KIND_BOUND_METHOD || kind == FZ_KIND_DICT_VIEW)
        return KEY_DEEP;
    if (kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION)
        return class_of_instance(vm, key);
    return kind == FZ_KIND_MEMORYVIEW ? KEY_DEEP : KEY_IDENTITY;
}

// ---- the index

static uint32_t cell_width(uint32_t capacity) { return capacity < 255 ? 1 : capacity < 65535 ? 2 : 4; }

static uint32_t read_cell(const uint8_t *index, uint32_t capacity, uint32_t slot)
{
    uint32_t width = cell_width(capacity), cell = 0;
    for (index += slot * width; width > 0; width--)
        cell = cell << 8 | index[width - 1];
    return cell;
}

static void write_cell(uint8_t *index, uint32_t capacity, uint32_t slot, uint32_t cell)
{
    uint32_t width = cell_width(capacity);
    for (index += slot * width; width > 0; width--, cell >>= 8)
        *index++ = (uint8_t)cell;
}

static uint8_t *index_of(const FzVm *vm, FzValue table)
{
    uint32_t header = fz_header_of(vm, table);
    return (uint8_t *)(entries_of(vm, table) + fz_header_count(header) * stride(header));
}

// Cells of deleted entries stay: they are needed to find what was stored behind them.
static void index_entry(const FzVm *vm, FzValue table, uint32_t hash, uint32_t entry)
{
    uint32_t capacity = fz_count_of(vm, table);
    uint8_t *index = index_of(vm, table);
    uint32_t mask = fz_table_slots(capacity) - 1;
    uint32_t place = fz_table_place(hash);
    while (read_cell(index, capacity, place & mask) != 0)
        place = fz_table_next(place);
    write_cell(index, capacity, place & mask, entry + 1);
}

// ---- lookup

static bool hash_key(FzVm *vm, Search *search)
{
    if (!search->hashed && !fz_hash(vm, search->at[1], &search->hash))
        return false;
    search->hashed = true;
    return true;
}

// Compares with Python code where it takes that: hashes first, as Python never compares keys of
// different hashes. 1 the same, 0 not, -1 raised, -2 the table has changed meanwhile.
static int compare_deep(FzVm *vm, Search *search, FzValue table, uint32_t entry)
{
    FzValue *at = search->at, *save = search->save;
    uint32_t word = entry * stride(fz_header_of(vm, table));
    save[0] = table;
    save[1] = entries_of(vm, table)[word];
    uint32_t hash;
    if (!fz_enter(vm))
        return -1;
    int same = -1;
    if (fz_hash(vm, save[1], &hash) && hash_key(vm, search))
        same = hash == search->hash ? fz_equal(vm, save[1], at[1]) : 0;
    fz_leave(vm);
    if (same >= 0 && (FZ_DICT(vm, at[0])->table != save[0] || entries_of(vm, save[0])[word] != save[1]))
        return -2;
    return same;
}

static int compare_keys(FzVm *vm, Search *search, KeyClass of_key, FzValue table, uint32_t entry)
{
    FzValue key = search->at[1];
    FzValue other = entries_of(vm, table)[entry * stride(fz_header_of(vm, table))];
    if (other == FZ_NULL)
        return 0;
    if (key == other)
        return 1;
    if (fz_is_kind(vm, key, FZ_KIND_STR) && fz_is_kind(vm, other, FZ_KIND_STR))
        return fz_str_equal(vm, key, other);
    KeyClass of_other = class_of_key(vm, other);
    if (of_key == KEY_DEEP || of_other == KEY_DEEP)
        return compare_deep(vm, search, table, entry);
    if (of_key == KEY_IDENTITY || of_other == KEY_IDENTITY)
        return 0;
    return fz_equal(vm, key, other);
}

static bool is_linear(const FzVm *vm, FzValue owner)
{
    FzValue table = FZ_DICT(vm, owner)->table;
    return table == FZ_NULL || fz_count_of(vm, table) <= FZ_TABLE_LINEAR;
}

// Where the search for a hash starts.
static uint32_t first_place(const FzVm *vm, FzValue owner, uint32_t hash)
{
    return is_linear(vm, owner) ? 0 : fz_table_place(hash);
}

// Number of the entry to look at in a place of a search, which moves on: true, or false at the end.
// With an index it may be that of a deleted entry.
static bool candidate(const FzVm *vm, FzValue owner, uint32_t *place, uint32_t *entry)
{
    if (is_linear(vm, owner)) {
        *entry = (*place)++;
        return *entry < fz_count_of(vm, owner);
    }
    FzValue table = FZ_DICT(vm, owner)->table;
    uint32_t capacity = fz_count_of(vm, table);
    uint32_t slot = *place & (fz_table_slots(capacity) - 1);
    uint32_t cell = read_cell(index_of(vm, table), capacity, slot);
    *place = fz_table_next(*place);
    *entry = cell - 1;
    return cell != 0;
}

enum { CHANGED = FZ_TABLE_UNKNOWN };

// One walk over the entries that may have the key; CHANGED when the table changed under it.
static int32_t walk(FzVm *vm, Search *search, KeyClass of_key)
{
    uint32_t entry, place = first_place(vm, search->at[0], search->hash);
    while (candidate(vm, search->at[0], &place, &entry)) {
        int same = compare_keys(vm, search, of_key, FZ_DICT(vm, search->at[0])->table, entry);
        if (same > 0)
            return (int32_t)entry;
        if (same < 0)
            return same + FZ_TABLE_ABSENT;
    }
    return FZ_TABLE_ABSENT;
}

// The entry with the very same key in a table without an index; hashes then need not be asked for.
static int32_t find_same(const FzVm *vm, const FzValue *at)
{
    int32_t entry = (int32_t)fz_count_of(vm, at[0]);
    while (--entry >= 0 && *fz_table_entry(vm, at[0], (uint32_t)entry) != at[1])
        ;
    return entry;
}

#if FZ_FAST_PATHS

// Whether a key of the table is equal to the small integer or str `key`: 1, 0, or CHANGED when that takes more.
static inline int32_t same_plain(const FzVm *vm, FzValue other, FzValue key)
{
    if (other == key)
        return 1;
    if (other == FZ_NULL || (other & key & 1))
        return 0;
    if (fz_is_int(other))
        return fz_is_kind(vm, key, FZ_KIND_STR) ? 0 : CHANGED;
    if (!fz_is_kind(vm, other, FZ_KIND_STR))
        return fz_is_int(key) || class_of_key(vm, other) == KEY_DEEP ? CHANGED : 0;
    if (fz_is_int(key))
        return 0;
    const FzStr *a = FZ_STR(vm, other);
    const FzStr *b = FZ_STR(vm, key);
    uint32_t size = fz_header_count(a->header);
    if (size != fz_header_count(b->header) || (a->header & b->header & FZ_HEADER_B))
        return 0;
    return size == 0 || (a->text[0] == b->text[0] && memcmp(a->text, b->text, size) == 0);
}

// Searches the table of `owner`, which is not empty, one by one.
static int32_t find_linear(const FzVm *vm, FzValue owner, const FzValue *entries, uint32_t width, FzValue key)
{
    uint32_t count = fz_count_of(vm, owner);
    bool is_plain = fz_is_int(key) || fz_is_kind(vm, key, FZ_KIND_STR);
    if (!is_plain && class_of_key(vm, key) == KEY_DEEP)
        return CHANGED;
    for (uint32_t i = 0; i < count; i++)
        if (entries[i * width] == key)
            return (int32_t)i;
    int32_t same = is_plain ? 0 : CHANGED;
    for (uint32_t i = 0; i < count && same >= 0; i++)
        if ((same = same_plain(vm, entries[i * width], key)) > 0)
            return (int32_t)i;
    return same < 0 ? CHANGED : FZ_TABLE_ABSENT;
}

int32_t fz_table_find_plain(const FzVm *vm, FzValue owner, FzValue key)
{
    FzValue table = FZ_DICT(vm, owner)->table;
    if (table == FZ_NULL)
        return fz_is_int(key) || fz_is_kind(vm, key, FZ_KIND_STR) ? FZ_TABLE_ABSENT : CHANGED;
    const FzTuple *object = FZ_TUPLE(vm, table);
    const FzValue *entries = object->items;
    uint32_t capacity = fz_header_count(object->header), width = stride(object->header), cell;
    if (capacity <= FZ_TABLE_LINEAR)
        return find_linear(vm, owner, entries, width, key);
    if (!fz_is_int(key) && !fz_is_kind(vm, key, FZ_KIND_STR))
        return CHANGED;
    uint32_t place = fz_table_place(fz_is_int(key) ? fz_int_hash(vm, key) : fz_str_hash(vm, key));
    const uint8_t *index = (const uint8_t *)(entries + capacity * width);
    uint32_t mask = fz_table_slots(capacity) - 1;
    int32_t same = 0;
    while ((cell = read_cell(index, capacity, place & mask)) != 0 && same >= 0) {
        if ((same = same_plain(vm, entries[(cell - 1) * width], key)) > 0)
            return (int32_t)cell - 1;
        place = fz_table_next(place);
    }
    return same < 0 ? CHANGED : FZ_TABLE_ABSENT;
}

#endif

static int32_t find(FzVm *vm, Search *search)
{
    FzValue *at = search->at;
#if FZ_FAST_PATHS
    int32_t simple = fz_table_find_plain(vm, at[0], at[1]);
    if (simple != CHANGED) {
        if (simple < 0 && !is_linear(vm, at[0]))
            fz_hash(vm, at[1], &search->hash);
        return simple;
    }
#endif
    KeyClass of_key = class_of_key(vm, at[1]);
    search->hashed = false;
    if ((of_key == KEY_DEEP || !is_linear(vm, at[0])) && !hash_key(vm, search))
        return FZ_TABLE_FAILED;
    int32_t entry = of_key == KEY_DEEP && is_linear(vm, at[0]) ? find_same(vm, at) : FZ_TABLE_ABSENT;
    if (entry >= 0)
        return entry;
    search->save = fz_push(vm, FZ_NULL);
    fz_push(vm, FZ_NULL);
    do
        entry = walk(vm, search, of_key);
    while (entry == CHANGED);
    fz_pop(vm, 2);
    return entry;
}

int32_t fz_table_find(FzVm *vm, FzValue *at)
{
    Search search = {.at = at};
    return find(vm, &search);
}

int32_t fz_table_find_name(const FzVm *vm, FzValue owner, FzValue name)
{
    FzValue table = FZ_DICT(vm, owner)->table;
    if (table == FZ_NULL)
        return FZ_TABLE_ABSENT;
    bool interned = (fz_header_of(vm, name) & FZ_HEADER_B) != 0;
    const FzTuple *object = FZ_TUPLE(vm, table);
    uint32_t capacity = fz_header_count(object->header), width = stride(object->header);
    uint32_t slots = fz_table_slots(capacity), count = fz_count_of(vm, owner);
    uint32_t place = slots ? fz_table_place(fz_str_hash(vm, name)) : 0;
    const uint8_t *index = (const uint8_t *)(object->items + capacity * width);
    for (;;) {
        uint32_t entry = place++;
        if (slots) {
            entry = read_cell(index, capacity, entry & (slots - 1)) - 1;
            place = fz_table_next(place - 1);
        }
        if (entry >= count)
            return FZ_TABLE_ABSENT;
        FzValue key = object->items[entry * width];
        if (key == name)
            return (int32_t)entry;
        if (key != FZ_NULL && (!interned || fz_is_ram(key)) && fz_is_kind(vm, key, FZ_KIND_STR) &&
            fz_str_equal(vm, key, name))
            return (int32_t)entry;
    }
}

// ---- growth

static bool all_pure(const FzVm *vm, FzValue owner)
{
    uint32_t at = 0;
    FzValue key, value;
    while (fz_dict_entry(vm, owner, &at, &key, &value))
        if (class_of_key(vm, key) != KEY_PURE)
            return false;
    return true;
}

// Copies the live entries of *owner to the table `to`, which may be the owner's own.
static uint32_t copy_live(const FzVm *vm, FzValue owner, FzValue to)
{
    FzValue *place = entries_of(vm, to);
    uint32_t at = 0, count = 0;
    FzValue key, value;
    bool with_value = fz_header_of(vm, to) & FZ_HEADER_A;
    while (fz_dict_entry(vm, owner, &at, &key, &value)) {
        *place++ = key;
        if (with_value)
            *place++ = value;
        count++;
    }
    return count;
}

// Fills the index of *table, a stack slot, from its first `count` entries.
static bool fill_index(FzVm *vm, const FzValue *table, uint32_t count)
{
    if (fz_table_slots(fz_count_of(vm, *table)) == 0)
        return true;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t hash;
        if (!fz_hash(vm, entries_of(vm, *table)[i * stride(fz_header_of(vm, *table))], &hash))
            return false;
        index_entry(vm, *table, hash, i);
    }
    return true;
}

static void set_table(FzVm *vm, FzValue owner, FzValue table, uint32_t count)
{
    FzDict *dict = FZ_DICT(vm, owner);
    dict->table = table;
    dict->header &= ~(uint32_t)FZ_HEADER_A;
    fz_set_count(vm, owner, count);
}

// Grows or compacts the table where it lies; possible when no Python code needs to run for it.
static bool rebuild_in_place(FzVm *vm, const FzValue *owner, uint32_t capacity)
{
    FzValue table = FZ_DICT(vm, *owner)->table;
    if (table == FZ_NULL || !all_pure(vm, *owner))
        return false;
    if (fz_count_of(vm, table) != capacity && !fz_grow_in_place(vm, table, capacity))
        return false;
    uint32_t count = copy_live(vm, *owner, table);
    uint32_t header = fz_header_of(vm, table);
    FzValue *end = entries_of(vm, table) + count * stride(header);
    memset(end, 0, fz_object_size(header) - (size_t)((uint8_t *)end - (uint8_t *)fz_object(vm, table)));
    set_table(vm, *owner, table, count);
    return fill_index(vm, &FZ_DICT(vm, *owner)->table, count);
}

static FzValue new_table(FzVm *vm, FzValue owner, uint32_t capacity)
{
    return fz_new(vm, FZ_KIND_TABLE, fz_is_kind(vm, owner, FZ_KIND_DICT) ? FZ_HEADER_A : 0, capacity);
}

// Gives the owner a new table. Hashing may run Python code that changes the old one; then the new
// one is dropped, and the caller tries again.
static bool rebuild(FzVm *vm, const FzValue *owner, uint32_t capacity)
{
    FzValue *save = fz_push(vm, FZ_DICT(vm, *owner)->table);
    FzValue *table = fz_push(vm, FZ_NULL);
    *table = new_table(vm, *owner, capacity);
    bool done = *table != FZ_NULL;
    if (done) {
        uint32_t used = fz_count_of(vm, *owner);
        uint32_t count = copy_live(vm, *owner, *table);
        done = fill_index(vm, table, count);
        if (done && FZ_DICT(vm, *owner)->table == *save && fz_count_of(vm, *owner) == used)
            set_table(vm, *owner, *table, count);
    }
    fz_pop(vm, 2);
    return done;
}

static uint32_t next_capacity(uint32_t live)
{
    if (live < FIRST_CAPACITY)
        return FIRST_CAPACITY;
    return live + (live < MODEST ? live / 2 : live / 4);
}

static bool make_room(FzVm *vm, const FzValue *owner)
{
    FzValue table = FZ_DICT(vm, *owner)->table;
    uint32_t capacity = table == FZ_NULL ? 0 : fz_count_of(vm, table);
    uint32_t live = fz_dict_len(vm, *owner);
    if (live >= capacity || live > capacity - capacity / 4)
        capacity = next_capacity(live);
    return rebuild_in_place(vm, owner, capacity) || rebuild(vm, owner, capacity);
}

bool fz_table_make(FzVm *vm, FzValue *owner, uint32_t room)
{
    if (room == 0)
        return true;
    FzValue table = new_table(vm, *owner, room);
    FZ_DICT(vm, *owner)->table = table;
    return table != FZ_NULL;
}

int fz_table_copy(FzVm *vm, FzValue *at)
{
    uint32_t header = fz_header_of(vm, at[1]);
    FzValue table = FZ_DICT(vm, at[1])->table;
    bool from_dict = fz_header_kind(header) == FZ_KIND_DICT;
    if (table == FZ_NULL || header & FZ_HEADER_A || from_dict != fz_is_kind(vm, at[0], FZ_KIND_DICT))
        return 0;
    uint32_t capacity = fz_count_of(vm, table);
    table = new_table(vm, at[0], capacity);
    if (table == FZ_NULL)
        return -1;
    FzValue from = FZ_DICT(vm, at[1])->table;
    memcpy(entries_of(vm, table), entries_of(vm, from), fz_object_size(fz_header_of(vm, from)) - 4);
    set_table(vm, at[0], table, fz_header_count(header));
    return 1;
}

// ---- insertion and deletion

static int append_entry(FzVm *vm, const Search *search)
{
    const FzValue *at = search->at;
    FzValue table = FZ_DICT(vm, at[0])->table;
    uint32_t entry = fz_count_of(vm, at[0]);
    if (fz_table_slots(fz_count_of(vm, table)) != 0)
        index_entry(vm, table, search->hash, entry);
    FzValue *place = fz_table_entry(vm, at[0], entry);
    place[0] = at[1];
    if (fz_is_kind(vm, at[0], FZ_KIND_DICT))
        place[1] = at[2];
    fz_set_count(vm, at[0], entry + 1);
    return 1;
}

static bool is_full(const FzVm *vm, FzValue owner)
{
    FzValue table = FZ_DICT(vm, owner)->table;
    return table == FZ_NULL || fz_count_of(vm, owner) == fz_count_of(vm, table);
}

int fz_table_put(FzVm *vm, FzValue *at)
{
    Search search = {.at = at};
    if (!fz_writable(vm, at[0]))
        return -1;
    for (;;) {
        int32_t entry = find(vm, &search);
        if (entry == FZ_TABLE_FAILED)
            return -1;
        if (entry >= 0) {
            if (fz_is_kind(vm, at[0], FZ_KIND_DICT))
                fz_table_entry(vm, at[0], (uint32_t)entry)[1] = at[2];
            return 0;
        }
        if (!is_full(vm, at[0]))
            return append_entry(vm, &search);
        if (!make_room(vm, &at[0]))
            return -1;
    }
}

// An emptied table starts afresh; the last entries of a small one are given back at once. An index
// cannot be taken back from, so that of a large one keeps its deleted entries until it grows.
void fz_table_remove(FzVm *vm, FzValue owner, uint32_t entry)
{
    FzDict *dict = FZ_DICT(vm, owner);
    uint32_t header = fz_header_of(vm, dict->table);
    FzValue *entries = entries_of(vm, dict->table);
    uint32_t width = stride(header), count = fz_header_count(dict->header);
    memset(&entries[entry * width], 0, width * sizeof *entries);
    dict->header |= FZ_HEADER_A;
    while (count > 0 && entries[(count - 1) * width] == FZ_NULL)
        count--;
    if (count == 0 || fz_header_count(header) <= FZ_TABLE_LINEAR)
        fz_set_count(vm, owner, count);
    if (count == 0) {
        memset(entries, 0, fz_object_size(header) - 4);
        dict->header &= ~(uint32_t)FZ_HEADER_A;
    }
}

int fz_table_delete(FzVm *vm, FzValue *at)
{
    if (!fz_writable(vm, at[0]))
        return -1;
    int32_t entry = fz_table_find(vm, at);
    if (entry < 0)
        return entry - FZ_TABLE_ABSENT;
    fz_table_remove(vm, at[0], (uint32_t)entry);
    return 1;
}

void fz_table_clear(FzVm *vm, FzValue owner) { set_table(vm, owner, FZ_NULL, 0); }

void fz_table_take(FzVm *vm, FzValue to, FzValue from)
{
    FzDict *source = FZ_DICT(vm, from);
    uint32_t flag = source->header & FZ_HEADER_A;
    set_table(vm, to, source->table, fz_header_count(source->header));
    FZ_DICT(vm, to)->header |= flag;
}

bool fz_table_any(const FzVm *vm, FzValue owner)
{
    uint32_t at = 0;
    FzValue key, value;
    return fz_dict_entry(vm, owner, &at, &key, &value);
}

int32_t fz_table_last(const FzVm *vm, FzValue owner)
{
    uint32_t entry = fz_count_of(vm, owner);
    while (entry > 0 && *fz_table_entry(vm, owner, entry - 1) == FZ_NULL)
        entry--;
    return (int32_t)entry - 1;
}
