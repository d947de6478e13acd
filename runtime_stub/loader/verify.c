// SPDX-License-Identifier: MIT
// Verifies the objects and tables of an image: a walk that finds where objects start, a walk that
// checks each one's form and references by its kind, the tables, then every function's bytecode.
#include "verify.h"

#include "load.h"
#include "verify_internal.h"

#include <string.h>

typedef struct {
    FzVerifier base;
    uint32_t at; // offset of the object being checked
    const char *problem;
} ObjectCheck;

static bool fail(ObjectCheck *check, const char *problem)
{
    check->problem = problem;
    return false;
}

static uint32_t header_at(const uint8_t *bytes, uint32_t off)
{
    return *(const uint32_t *)(const void *)(bytes + off);
}

static uint32_t bitmap_size(const FzImageHeader *image)
{
    return ((image->objects_end - FZ_SINGLETONS_OFF) / 4 + 31) / 32 * 4;
}

// Size of the object at `at`, or 0 when its header is impossible or it leaves the objects.
static uint32_t sized(const FzImageHeader *image, const uint8_t *bytes, uint32_t at)
{
    uint32_t header = header_at(bytes, at);
    if ((header & 3) != FZ_HEADER_ONE || (uint32_t)fz_header_kind(header) >= FZ_KIND_COUNT)
        return 0;
    uint32_t size = fz_object_size(header);
    return size <= image->objects_end - at ? size : 0;
}

// The bytecode and the regions lie within the object.
static bool is_whole(const FzCode *code)
{
    uint32_t size = (code->sizes & 0xffff) + (code->sizes >> 16) * FZ_REGION_SIZE;
    return size <= fz_header_count(code->header);
}

uint32_t fz_verify_scratch(const FzApp *app)
{
    if (fz_check_image(app) != FZ_OK)
        return 0;
    const FzImageHeader *image = (const FzImageHeader *)(const void *)app->image;
    const uint8_t *bytes = (const uint8_t *)app->image;
    uint32_t most = 0;
    for (uint32_t at = FZ_SINGLETONS_OFF, size; at < image->objects_end; at += size) {
        size = sized(image, bytes, at);
        if (size == 0)
            break;
        if (fz_header_kind(header_at(bytes, at)) == FZ_KIND_CODE) {
            const FzCode *code = (const FzCode *)(const void *)(bytes + at);
            uint32_t wanted = is_whole(code) ? fz_verify_code_scratch(code) : 0;
            most = wanted > most ? wanted : most;
        }
    }
    return bitmap_size(image) + most;
}

static bool find_starts(ObjectCheck *check, uint8_t *starts)
{
    const FzImageHeader *image = check->base.image;
    memset(starts, 0, bitmap_size(image));
    for (uint32_t size; check->at < image->objects_end; check->at += size) {
        size = sized(image, check->base.bytes, check->at);
        if (size == 0)
            return fail(check, "an object with an impossible header");
        uint32_t word = (check->at - FZ_SINGLETONS_OFF) / 4;
        starts[word / 8] |= (uint8_t)(1u << word % 8);
    }
    return true;
}

static bool is_kind(const ObjectCheck *check, FzValue value, FzKind kind)
{
    return fz_verify_is_kind(&check->base, value, kind);
}

static bool is_kind_or_null(const ObjectCheck *check, FzValue value, FzKind kind)
{
    return value == FZ_NULL || is_kind(check, value, kind);
}

static bool is_tuple_of(const ObjectCheck *check, FzValue value, FzKind kind)
{
    if (!is_kind(check, value, FZ_KIND_TUPLE))
        return false;
    const FzTuple *tuple = fz_verify_object(&check->base, value);
    for (uint32_t i = 0; i < fz_header_count(tuple->header); i++)
        if (!is_kind(check, tuple->items[i], kind))
            return false;
    return true;
}

static uint32_t count_of(const ObjectCheck *check, FzValue value)
{
    return fz_header_count(*(const uint32_t *)fz_verify_object(&check->base, value));
}

// The kind of the part that word `word` of an object of `kind` refers to; FREE when none.
static FzKind part_at(FzKind kind, uint32_t word)
{
    static const struct {
        uint8_t kind, word, part;
    } parts[] = {
        {FZ_KIND_LIST, 1, FZ_KIND_ARRAY},      {FZ_KIND_BYTEARRAY, 1, FZ_KIND_BUFFER},
        {FZ_KIND_DICT, 1, FZ_KIND_TABLE},      {FZ_KIND_SET, 1, FZ_KIND_TABLE},
        {FZ_KIND_FROZENSET, 1, FZ_KIND_TABLE}, {FZ_KIND_MODULE, 5, FZ_KIND_ARRAY},
        {FZ_KIND_INSTANCE, 1, FZ_KIND_EXT},
    };
    for (uint32_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].kind == kind && parts[i].word == word)
            return (FzKind)parts[i].part;
    return FZ_KIND_FREE;
}

bool fz_verify_is_value(const FzVerifier *verifier, FzValue value)
{
    if (fz_is_int(value))
        return true;
    if (!fz_verify_is_object(verifier, value))
        return false;
    switch (fz_header_kind(*(const uint32_t *)fz_verify_object(verifier, value))) {
    case FZ_KIND_FREE:
    case FZ_KIND_ARRAY:
    case FZ_KIND_BUFFER:
    case FZ_KIND_TABLE:
    case FZ_KIND_EXT:
        return false;
    default:
        return !fz_verify_is_body(verifier, value);
    }
}

bool fz_verify_is_body(const FzVerifier *verifier, FzValue value)
{
    if (!fz_verify_is_kind(verifier, value, FZ_KIND_FUNCTION))
        return false;
    const FzFunction *function = fz_verify_object(verifier, value);
    if (!fz_verify_is_kind(verifier, function->code, FZ_KIND_CODE))
        return false;
    const FzCode *code = fz_verify_object(verifier, function->code);
    return code->signature >> 24 & FZ_CODE_CLASS_BODY;
}

// Every reference of the object must be NULL, a small integer, a ROM object that Python code may
// see, or the part that belongs there. Tables of constants also have functions of class bodies.
static bool check_references(ObjectCheck *check, const uint32_t *object)
{
    const FzKindInfo *info = &fz_kind_info[fz_header_kind(*object)];
    uint32_t words = info->words;
    uint32_t tail = 0;
    if (info->tail == FZ_TAIL_VALUES)
        tail = fz_header_count(*object);
    else if (info->tail == FZ_TAIL_TABLE)
        tail = fz_header_count(*object) * (*object & FZ_HEADER_A ? 2 : 1);
    else if (info->tail == FZ_TAIL_MASK)
        tail = fz_object_size(*object) / 4 - words;
    for (uint32_t i = 1; i < words + tail; i++) {
        bool is_value = i >= words || info->values >> i & 1;
        FzValue value = object[i];
        if (!is_value || value == FZ_NULL || fz_verify_is_value(&check->base, value))
            continue;
        FzKind kind = fz_header_kind(*object);
        if (kind == FZ_KIND_ARRAY && fz_verify_is_body(&check->base, value))
            continue;
        FzKind part = part_at(kind, i);
        if (part == FZ_KIND_FREE || !fz_verify_is_kind(&check->base, value, part))
            return fail(check, "a reference to something that is not a value of the image");
    }
    return true;
}

static bool check_str(ObjectCheck *check, const FzStr *str)
{
    uint32_t size = fz_header_count(str->header);
    uint32_t hash = str->hash[0] | (uint32_t)str->hash[1] << 8;
    bool ascii = true;
    for (uint32_t i = 0; i < size; i++)
        ascii = ascii && str->text[i] < 0x80;
    if (ascii != ((str->header & FZ_HEADER_A) != 0))
        return fail(check, "a str with the wrong ASCII flag");
    if (hash != 0 && hash != fz_hash_text(str->text, size))
        return fail(check, "a str with the wrong hash");
    return true;
}

static bool check_int(ObjectCheck *check, const uint32_t *object)
{
    uint32_t limbs = fz_header_count(*object);
    if (limbs == 0 || object[limbs] == 0)
        return fail(check, "an int that is not in its shortest form");
    bool negative = *object & FZ_HEADER_A;
    if (limbs == 1 && object[1] <= (uint32_t)FZ_INT_MAX + negative)
        return fail(check, "an int object of a small integer");
    return true;
}

static uint32_t index_cell(const uint8_t *index, uint32_t capacity, uint32_t slot)
{
    if (capacity < 255)
        return index[slot];
    if (capacity < 65535)
        return index[slot * 2] | (uint32_t)index[slot * 2 + 1] << 8;
    const uint8_t *cell = index + slot * 4;
    return cell[0] | (uint32_t)cell[1] << 8 | (uint32_t)cell[2] << 16 | (uint32_t)cell[3] << 24;
}

// A search ends at an empty cell, so there must be one, and cells must name entries in use.
static bool check_index(ObjectCheck *check, const FzTuple *table, uint32_t used)
{
    uint32_t capacity = fz_header_count(table->header);
    uint32_t slots = fz_table_slots(capacity);
    const uint8_t *index =
        (const uint8_t *)&table->items[capacity * (table->header & FZ_HEADER_A ? 2 : 1)];
    bool has_empty = slots == 0;
    for (uint32_t i = 0; i < slots; i++) {
        uint32_t cell = index_cell(index, capacity, i);
        has_empty = has_empty || cell == 0;
        if (cell > used)
            return fail(check, "a hash table that names an entry not in use");
    }
    return has_empty || fail(check, "a hash table without an empty cell");
}

static bool check_dict(ObjectCheck *check, const FzDict *dict)
{
    uint32_t used = fz_header_count(dict->header);
    bool pairs = fz_header_kind(dict->header) == FZ_KIND_DICT;
    if (dict->header & (FZ_HEADER_A | FZ_HEADER_B))
        return fail(check, "a dict or set with deleted entries");
    if (dict->table == FZ_NULL)
        return used == 0 || fail(check, "a dict or set without its table");
    if (!is_kind(check, dict->table, FZ_KIND_TABLE))
        return fail(check, "a dict or set without its table");
    const FzTuple *table = fz_verify_object(&check->base, dict->table);
    if (((table->header & FZ_HEADER_A) != 0) != pairs || used > fz_header_count(table->header))
        return fail(check, "a dict or set with a table of another form");
    for (uint32_t i = 0; i < used; i++)
        if (table->items[pairs ? i * 2 : i] == FZ_NULL ||
            (pairs && table->items[i * 2 + 1] == FZ_NULL))
            return fail(check, "a dict or set with an empty entry");
    return check_index(check, table, used);
}

static bool check_code(ObjectCheck *check, const FzCode *code)
{
    if (!is_kind(check, code->module, FZ_KIND_MODULE) || !is_kind(check, code->name, FZ_KIND_STR) ||
        !is_kind(check, code->qualname, FZ_KIND_STR) ||
        !is_tuple_of(check, code->params, FZ_KIND_STR) || !is_whole(code))
        return fail(check, "code of an impossible form");
    uint32_t flags = code->signature >> 24;
    uint32_t positional = code->signature >> 8 & 255;
    uint32_t params = positional + (code->signature >> 16 & 255) +
                      ((flags & FZ_CODE_VARARGS) != 0) + ((flags & FZ_CODE_VARKEYWORDS) != 0);
    const FzTuple *names = fz_verify_object(&check->base, code->params);
    uint32_t named = params + ((flags & FZ_CODE_HAS_DOC) != 0);
    if (named > fz_header_count(names->header) || (code->signature & 255) > positional ||
        params + (code->line >> 24) > (code->frame & 0xffff))
        return fail(check, "code with fewer slots than parameters");
    return code->frame >> 16 <= FZ_MOST_OPERANDS || fail(check, "code with too deep an operand stack");
}

static bool check_native(ObjectCheck *check, const FzNative *native)
{
    uint32_t least = native->info & 255;
    uint32_t positional = native->info >> 8 & 255;
    uint32_t slots = native->info >> 16 & 255;
    uint32_t named = 0;
    if (native->params != FZ_NULL) {
        if (!is_tuple_of(check, native->params, FZ_KIND_STR))
            return fail(check, "a native whose parameters are not names");
        named = fz_header_count(
            ((const FzTuple *)fz_verify_object(&check->base, native->params))->header);
    }
    bool variadic = positional == FZ_NATIVE_VARIADIC;
    const char *problem;
    if (native->index >= check->base.image->natives_count || named > slots ||
        !is_kind(check, native->name, FZ_KIND_STR) ||
        (!variadic && (least > positional || positional > slots)))
        return fail(check, "a native of an impossible form");
    problem = fz_verify_native(&check->base, native);
    return !problem || fail(check, problem);
}

// Fields of the instances of a class, whose form need not have been checked yet.
static uint32_t field_count(const ObjectCheck *check, FzValue cls)
{
    const FzClass *object = fz_verify_object(&check->base, cls);
    if (!is_kind(check, object->fields, FZ_KIND_TUPLE))
        return 0;
    return fz_header_count(*(const uint32_t *)fz_verify_object(&check->base, object->fields));
}

static bool is_same_text(const ObjectCheck *check, FzValue a, FzValue b)
{
    if (!is_kind(check, a, FZ_KIND_STR) || !is_kind(check, b, FZ_KIND_STR))
        return false;
    const FzStr *left = fz_verify_object(&check->base, a);
    const FzStr *right = fz_verify_object(&check->base, b);
    uint32_t size = fz_header_count(left->header);
    return size == fz_header_count(right->header) && memcmp(left->text, right->text, size) == 0;
}

// What a class's own dict has under the name, if anything, is of the kind: the VM does not ask.
static bool has_under(const ObjectCheck *check, const FzClass *cls, FzNameId id, FzKind kind)
{
    const FzImageHeader *image = check->base.image;
    FzValue name = fz_numbered(image, image->names_off, id);
    const FzDict *dict = fz_verify_object(&check->base, cls->dict);
    if (!is_kind(check, dict->table, FZ_KIND_TABLE))
        return dict->table == FZ_NULL;
    const FzTuple *table = fz_verify_object(&check->base, dict->table);
    uint32_t used = fz_header_count(dict->header);
    if (!(table->header & FZ_HEADER_A) || used > fz_header_count(table->header))
        return false;
    for (uint32_t i = 0; i < used; i++)
        if (is_same_text(check, table->items[2 * i], name) &&
            !is_kind(check, table->items[2 * i + 1], kind))
            return false;
    return true;
}

// Classes that a built-in class inherits from are built-in, and a native function makes its instances.
static bool is_native_throughout(const ObjectCheck *check, const FzClass *cls)
{
    const FzTuple *mro = fz_verify_object(&check->base, cls->mro);
    for (uint32_t i = 0; i < fz_header_count(mro->header); i++) {
        const FzClass *base = fz_verify_object(&check->base, mro->items[i]);
        if (!(fz_header_count(base->header) >> 14 & FZ_CLASS_NATIVE))
            return false;
    }
    return has_under(check, cls, FZ_NAME_new_, FZ_KIND_NATIVE);
}

static bool check_class(ObjectCheck *check, const FzClass *cls)
{
    bool is_named = is_kind(check, cls->name, FZ_KIND_STR) || is_kind(check, cls->name, FZ_KIND_CODE);
    if (!is_named || !is_tuple_of(check, cls->bases, FZ_KIND_CLASS) ||
        !is_tuple_of(check, cls->mro, FZ_KIND_CLASS) || !is_kind(check, cls->dict, FZ_KIND_DICT) ||
        (cls->fields != FZ_NULL && !is_tuple_of(check, cls->fields, FZ_KIND_STR)))
        return fail(check, "a class of an impossible form");
    const FzTuple *mro = fz_verify_object(&check->base, cls->mro);
    if (fz_header_count(mro->header) == 0 || mro->items[0] != check->at + 2)
        return fail(check, "a class that is not first in its own order of lookup");
    uint32_t form = fz_header_count(cls->header);
    uint32_t kind = form & 63;
    bool is_native = form >> 14 & FZ_CLASS_NATIVE;
    if ((form >> 6 & 255) >= FZ_TYPE_COUNT ||
        (!is_native && kind != FZ_KIND_INSTANCE && kind != FZ_KIND_EXCEPTION &&
         kind != FZ_KIND_CLASS) ||
        (is_native && !is_native_throughout(check, cls)) ||
        (form >> 14 & FZ_CLASS_HAS_META &&
         !has_under(check, cls, FZ_NAME_metaclass, FZ_KIND_CLASS)))
        return fail(check, "a class whose instances have an impossible form");
    if (form >> 14 & FZ_CLASS_WRAPS && field_count(check, check->at + 2) == 0)
        return fail(check, "a class without the field that holds a value");
    return true;
}

// Packages around a module are modules, and none is around itself.
static bool has_top(const ObjectCheck *check, FzValue module)
{
    for (uint32_t i = 0; i <= check->base.image->modules_count; i++) {
        if (module == FZ_NULL)
            return true;
        if (!is_kind(check, module, FZ_KIND_MODULE))
            return false;
        module = ((const FzModule *)fz_verify_object(&check->base, module))->parent;
    }
    return false;
}

// A name's slot among the globals, or its place among the constants.
static bool check_slot(const ObjectCheck *check, const FzModule *module, FzValue slot)
{
    int32_t number = fz_to_int(slot);
    if (!fz_is_int(slot))
        return false;
    if (number >= 0)
        return (number > 0 || module->header & FZ_HEADER_B) &&
               (uint32_t)number < check->base.image->globals_count - module->globals;
    if (module->pool == FZ_NULL)
        return false;
    const FzTuple *pool = fz_verify_object(&check->base, module->pool);
    uint32_t index = (uint32_t)(-1 - number);
    return index < fz_header_count(pool->header) && pool->items[index] != FZ_NULL;
}

static bool check_module(ObjectCheck *check, const FzModule *module)
{
    const FzImageHeader *image = check->base.image;
    bool native = module->header & FZ_HEADER_A;
    if (!is_kind(check, module->name, FZ_KIND_STR) || !is_kind(check, module->dict, FZ_KIND_DICT) ||
        !has_top(check, module->parent) || !is_kind_or_null(check, module->code, FZ_KIND_CODE) ||
        !is_kind_or_null(check, module->pool, FZ_KIND_ARRAY))
        return fail(check, "a module of an impossible form");
    bool has_state = !(module->header & FZ_HEADER_B);
    if (native && module->code != FZ_NULL)
        return fail(check, "a native module with code");
    if (!native && (module->globals > image->globals_count ||
                    (has_state && module->globals == image->globals_count) ||
                    module->index >= image->modules_count))
        return fail(check, "a module whose globals lie outside");
    const FzDict *dict = fz_verify_object(&check->base, module->dict);
    if (dict->table == FZ_NULL)
        return true;
    if (!is_kind(check, dict->table, FZ_KIND_TABLE))
        return fail(check, "a module of an impossible form");
    const FzTuple *table = fz_verify_object(&check->base, dict->table);
    if (!(table->header & FZ_HEADER_A) ||
        fz_header_count(dict->header) > fz_header_count(table->header))
        return fail(check, "a module of an impossible form");
    for (uint32_t i = 0; i < fz_header_count(dict->header); i++) {
        FzValue slot = table->items[i * 2 + 1];
        if (!is_kind(check, table->items[i * 2], FZ_KIND_STR))
            return fail(check, "a module with a global that has no name");
        if (!native && !check_slot(check, module, slot))
            return fail(check, "a module whose globals lie outside");
    }
    return true;
}

// The function's extras are made as MAKE_CLOSURE makes them.
static bool check_function(ObjectCheck *check, const FzFunction *function)
{
    if (!is_kind(check, function->code, FZ_KIND_CODE))
        return fail(check, "a function without code");
    const FzCode *code = fz_verify_object(&check->base, function->code);
    uint32_t extras = fz_header_count(function->header);
    const FzValue *next = function->extras;
    uint32_t all = FZ_FUNCTION_DEFAULTS | FZ_FUNCTION_KWDEFAULTS | FZ_FUNCTION_CLOSURE;
    if (extras & ~all || code->signature >> 24 & FZ_CODE_MODULE)
        return fail(check, "a function of an impossible form");
    if (extras & FZ_FUNCTION_DEFAULTS) {
        if (!is_kind(check, *next, FZ_KIND_TUPLE) ||
            count_of(check, *next) > (code->signature >> 8 & 255))
            return fail(check, "a function with defaults that are no tuple or too many");
        next++;
    }
    if (extras & FZ_FUNCTION_KWDEFAULTS && !is_kind(check, *next++, FZ_KIND_DICT))
        return fail(check, "a function with keyword defaults that are no dict");
    bool closes = extras & FZ_FUNCTION_CLOSURE;
    if (closes
            ? !is_tuple_of(check, *next, FZ_KIND_CELL) || count_of(check, *next) != code->line >> 24
            : code->line >> 24 != 0)
        return fail(check, "a function with a closure that does not fit its code");
    return true;
}

static bool is_full(ObjectCheck *check, const FzValue *items, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (items[i] == FZ_NULL)
            return fail(check, "an object with an empty slot");
    return true;
}

static bool check_range(ObjectCheck *check, const uint32_t *object)
{
    for (uint32_t i = 1; i <= 3; i++)
        if (!fz_is_int(object[i]) && !is_kind(check, object[i], FZ_KIND_INT))
            return fail(check, "a range of something else than integers");
    return object[3] != fz_from_int(0) || fail(check, "a range with steps of zero");
}

// The first `used` entries of what word 1 refers to are in use.
static bool check_items(ObjectCheck *check, const FzList *list, FzKind kind)
{
    uint32_t used = fz_header_count(list->header);
    if (list->items == FZ_NULL)
        return used == 0 || fail(check, "a list or bytearray without its items");
    if (!is_kind(check, list->items, kind))
        return fail(check, "a list or bytearray without its items");
    const FzTuple *items = fz_verify_object(&check->base, list->items);
    if (used > fz_header_count(items->header) || list->header & (FZ_HEADER_A | FZ_HEADER_B))
        return fail(check, "a list or bytearray of an impossible form");
    for (uint32_t i = 0; i < used && kind == FZ_KIND_ARRAY; i++)
        if (items->items[i] == FZ_NULL)
            return fail(check, "a list with an empty item");
    return true;
}

static bool check_ext(ObjectCheck *check, const FzExt *ext)
{
    bool good = is_kind(check, ext->original, FZ_KIND_CLASS) &&
                (ext->dict == FZ_NULL ? !(ext->header & FZ_HEADER_A)
                                      : is_kind(check, ext->dict, FZ_KIND_DICT));
    return good || fail(check, "attributes of an impossible form");
}

static bool check_instance(ObjectCheck *check, const FzInstance *instance)
{
    FzValue cls = instance->cls;
    if (is_kind(check, cls, FZ_KIND_EXT))
        cls = ((const FzExt *)fz_verify_object(&check->base, cls))->original;
    if (!is_kind(check, cls, FZ_KIND_CLASS))
        return fail(check, "an instance without a class");
    const FzClass *object = fz_verify_object(&check->base, cls);
    if ((fz_header_count(object->header) & 63) != FZ_KIND_NUMBER_INSTANCE ||
        field_count(check, cls) != fz_header_count(instance->header))
        return fail(check, "an instance with other fields than its class");
    return true;
}

// Exceptions in ROM have not been raised.
static bool check_exception(const ObjectCheck *check, const FzException *exception)
{
    if (!is_kind(check, exception->cls, FZ_KIND_CLASS) ||
        !is_kind(check, exception->args, FZ_KIND_TUPLE))
        return false;
    const FzClass *cls = fz_verify_object(&check->base, exception->cls);
    return (fz_header_count(cls->header) & 63) == FZ_KIND_EXCEPTION &&
           field_count(check, exception->cls) == fz_header_count(exception->header) &&
           exception->traceback == FZ_NULL && exception->context == FZ_NULL &&
           exception->cause == FZ_NULL;
}

// What can be written lies behind what cannot.
static bool check_place(ObjectCheck *check, FzKind kind)
{
    uint32_t first = check->base.image->mutable_off;
    bool is_behind = first != 0 && check->at >= first;
    switch (kind) {
    case FZ_KIND_LIST:
    case FZ_KIND_SET:
    case FZ_KIND_BYTEARRAY:
    case FZ_KIND_INSTANCE:
    case FZ_KIND_CELL:
    case FZ_KIND_EXT:
        return is_behind || fail(check, "an object that changes among those that do not");
    case FZ_KIND_DICT:
    case FZ_KIND_CLASS:
        return true;
    default:
        return !is_behind || fail(check, "an object that never changes among those that do");
    }
}

static bool check_object(ObjectCheck *check)
{
    const uint32_t *object = (const uint32_t *)(const void *)(check->base.bytes + check->at);
    if (!check_references(check, object) || !check_place(check, fz_header_kind(*object)))
        return false;
    const void *form = object;
    uint32_t float_words = check->base.image->version >> 16 & FZ_ABI_FLOAT32 ? 1 : 2;
    switch (fz_header_kind(*object)) {
    case FZ_KIND_STR:
        return check_str(check, form);
    case FZ_KIND_INT:
        return check_int(check, object);
    case FZ_KIND_FLOAT:
        return fz_header_count(*object) == float_words || fail(check, "a float of another width");
    case FZ_KIND_DICT:
    case FZ_KIND_SET:
    case FZ_KIND_FROZENSET:
        return check_dict(check, form);
    case FZ_KIND_CODE:
        return check_code(check, form);
    case FZ_KIND_NATIVE:
        return check_native(check, form);
    case FZ_KIND_CLASS:
        return check_class(check, form);
    case FZ_KIND_MODULE:
        return check_module(check, form);
    case FZ_KIND_FUNCTION:
        return check_function(check, form);
    case FZ_KIND_TUPLE:
        return is_full(check, object + 1, fz_header_count(*object));
    case FZ_KIND_RANGE:
        return check_range(check, object);
    case FZ_KIND_SLICE:
        return is_full(check, object + 1, 3);
    case FZ_KIND_STATICMETHOD:
    case FZ_KIND_CLASSMETHOD:
        return is_full(check, object + 1, 1);
    case FZ_KIND_STRUCT:
        return is_kind(check, object[1], FZ_KIND_STR) || fail(check, "a struct without its format");
    case FZ_KIND_LIST:
        return check_items(check, form, FZ_KIND_ARRAY);
    case FZ_KIND_BYTEARRAY:
        return check_items(check, form, FZ_KIND_BUFFER);
    case FZ_KIND_INSTANCE:
        return check_instance(check, form);
    case FZ_KIND_EXT:
        return check_ext(check, form);
    case FZ_KIND_BOUND_METHOD:
        return is_full(check, object + 1, 2);
    case FZ_KIND_EXCEPTION:
        return check_exception(check, form) ||
               fail(check, "an exception of an impossible form");
    case FZ_KIND_NONE:
    case FZ_KIND_BOOL:
    case FZ_KIND_ELLIPSIS:
    case FZ_KIND_NOT_IMPLEMENTED:
    case FZ_KIND_BYTES:
    case FZ_KIND_BUFFER:
    case FZ_KIND_CELL:
    case FZ_KIND_ARRAY:
    case FZ_KIND_TABLE:
    case FZ_KIND_PROPERTY:
        return true;
    default:
        return fail(check, "an object of a kind that cannot be in ROM");
    }
}

// Small objects that the VM knows by their place.
static bool check_singletons(ObjectCheck *check)
{
    const uint32_t *at = (const uint32_t *)(const void *)(check->base.bytes + FZ_SINGLETONS_OFF);
    bool good = at[0] == fz_header(FZ_KIND_NONE, 0, 0) && at[1] == fz_header(FZ_KIND_BOOL, 0, 0) &&
                at[2] == fz_header(FZ_KIND_BOOL, FZ_HEADER_A, 0) &&
                at[3] == fz_header(FZ_KIND_ELLIPSIS, 0, 0) &&
                at[4] == fz_header(FZ_KIND_NOT_IMPLEMENTED, 0, 0) &&
                at[5] == fz_header(FZ_KIND_TUPLE, 0, 0) && fz_header_kind(at[6]) == FZ_KIND_STR &&
                fz_header_count(at[6]) == 0 && at[8] == fz_header(FZ_KIND_BYTES, 0, 0);
    return good || fail(check, "None, False, True and their like are not at their places");
}

static bool check_table(ObjectCheck *check, uint32_t off, uint32_t count, FzKind kind, bool null)
{
    const FzValue *values = (const FzValue *)(const void *)(check->base.bytes + off);
    check->at = off;
    for (uint32_t i = 0; i < count; i++)
        if (!(null && values[i] == FZ_NULL) && !is_kind(check, values[i], kind))
            return fail(check, "a table with an entry of another kind");
    return true;
}

// A numbered table, which has been found to lie in the image (load.c).
static bool check_numbered(ObjectCheck *check, uint32_t off, uint32_t count, FzKind kind)
{
    check->at = off;
    for (uint32_t i = 0; i < count; i++) {
        FzValue value = fz_numbered(check->base.image, off, i);
        if (value != FZ_NULL && !is_kind(check, value, kind))
            return fail(check, "a table with an entry of another kind");
    }
    return true;
}

// Classes marked R in the table are used by the runtime without asking.
static bool check_types(ObjectCheck *check)
{
    enum { B = 0, F = 0, X = 0, N = 0, V = 0, K = 0, R = 1 };
    static const uint8_t needed[FZ_TYPE_COUNT] = {
        0,
#define TYPE(id, name, base, flags) (flags),
#include "flashfreeze/types.def"
#undef TYPE
    };
    const FzImageHeader *image = check->base.image;
    check->at = image->types_off;
    for (uint32_t i = 0; i < FZ_TYPE_COUNT; i++)
        if (needed[i] && fz_numbered(image, image->types_off, i) == FZ_NULL)
            return fail(check, "a class that the runtime needs is missing");
    return true;
}

// The state in which a program starts that ran at build time.
static bool check_boot(ObjectCheck *check)
{
    const FzImageHeader *image = check->base.image;
    const FzValue *values = (const FzValue *)(const void *)(check->base.bytes + image->globals_off);
    check->at = image->globals_off;
    for (uint32_t i = 0; image->globals_off != 0 && i < image->globals_count; i++)
        if (values[i] != FZ_NULL && !fz_is_int(values[i]) &&
            !fz_verify_is_object(&check->base, values[i]))
            return fail(check, "a global that starts with something that is not an object");
    check->at = 0;
    if (image->mutable_off != 0 && image->mutable_off < image->objects_end &&
        !fz_verify_is_object(&check->base, image->mutable_off + 2))
        return fail(check, "objects that change start inside an object");
    if (image->attributes == FZ_NULL)
        return true;
    if (!is_kind(check, image->attributes, FZ_KIND_ARRAY))
        return fail(check, "attributes of an impossible form");
    const FzTuple *pairs = fz_verify_object(&check->base, image->attributes);
    if (fz_header_count(pairs->header) % 2 != 0)
        return fail(check, "attributes of an impossible form");
    for (uint32_t i = 0; i < fz_header_count(pairs->header); i += 2)
        if (!fz_verify_is_object(&check->base, pairs->items[i]) ||
            !is_kind(check, pairs->items[i + 1], FZ_KIND_DICT))
            return fail(check, "attributes of an impossible form");
    return true;
}

static bool has_empty_slot(const FzValue *values, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (values[i] == FZ_NULL)
            return true;
    return false;
}

static bool check_tables(ObjectCheck *check)
{
    const FzImageHeader *image = check->base.image;
    const FzValue *interned =
        (const FzValue *)(const void *)(check->base.bytes + image->interned_off);
    if (!check_numbered(check, image->names_off, FZ_NAME_COUNT, FZ_KIND_STR) ||
        !check_numbered(check, image->types_off, FZ_TYPE_COUNT, FZ_KIND_CLASS) ||
        !check_table(check, image->modules_off, image->modules_count, FZ_KIND_MODULE, false) ||
        !check_table(check, image->interned_off, image->interned_slots, FZ_KIND_STR, true) ||
        !check_table(check, image->codes_off, image->codes_count, FZ_KIND_CODE, false) ||
        !check_types(check) || !check_boot(check))
        return false;
    check->at = image->interned_off;
    if (!has_empty_slot(interned, image->interned_slots))
        return fail(check, "a table of names without an empty slot");
    check->at = 0;
    if (!is_kind(check, image->builtins, FZ_KIND_DICT) ||
        !is_kind(check, image->name, FZ_KIND_STR) ||
        !is_kind(check, image->memory_error, FZ_KIND_EXCEPTION))
        return fail(check, "a header that names objects of other kinds");
    return true;
}

FzStatus fz_verify(const FzApp *app, uint8_t *scratch, uint32_t scratch_size, FzVerifyError *error)
{
    *error = (FzVerifyError){0};
    FzStatus status = fz_check_image(app);
    if (status != FZ_OK)
        return status;
    if (scratch_size < fz_verify_scratch(app))
        return FZ_NO_MEMORY;
    const FzImageHeader *image = (const FzImageHeader *)(const void *)app->image;
    const uint8_t *bytes = (const uint8_t *)app->image;
    ObjectCheck check = {.base = {bytes, image, scratch}, .at = FZ_SINGLETONS_OFF};
    bool good = find_starts(&check, scratch) && check_singletons(&check);
    for (check.at = FZ_SINGLETONS_OFF; good && check.at < image->objects_end;) {
        good = check_object(&check);
        if (good)
            check.at += fz_object_size(header_at(bytes, check.at));
    }
    good = good && check_tables(&check);
    *error = (FzVerifyError){check.problem, check.at, 0};
    if (!good)
        return FZ_BAD_OBJECT;
    for (uint32_t at = FZ_SINGLETONS_OFF; at < image->objects_end;
         at += fz_object_size(header_at(bytes, at))) {
        if (fz_header_kind(header_at(bytes, at)) != FZ_KIND_CODE)
            continue;
        const FzCode *code = (const FzCode *)(const void *)(bytes + at);
        *error = (FzVerifyError){.object = at};
        error->problem =
            fz_verify_code(&check.base, code, scratch + bitmap_size(image), &error->instruction);
        if (error->problem)
            return FZ_BAD_CODE;
    }
    return FZ_OK;
}
