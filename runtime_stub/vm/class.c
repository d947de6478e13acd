// SPDX-License-Identifier: MIT
// What a value's class is, and looking names up in classes. Nothing here collects, except where an
// object gets room for attributes or an identity it had no word for.
#include "fast.h"

uint32_t fz_class_field_count(const FzVm *vm, FzValue cls)
{
    FzValue fields = FZ_CLASS(vm, cls)->fields;
    return fields == FZ_NULL ? 0 : fz_count_of(vm, fields);
}

FzValue fz_type_or_base(const FzVm *vm, FzTypeId type)
{
    static const uint8_t bases[FZ_TYPE_COUNT] = {
#define TYPE(id, name, base, flags) [FZ_TYPE_##id] = FZ_TYPE_##base,
#include "flashfreeze/types.def"
#undef TYPE
    };
    while (fz_type(vm, type) == FZ_NULL)
        type = (FzTypeId)bases[type];
    return fz_type(vm, type);
}

static FzValue view_type(const FzVm *vm, FzValue view)
{
    uint32_t header = fz_header_of(vm, view);
    if (!(header & FZ_HEADER_A))
        return fz_type_or_base(vm, FZ_TYPE_DICT_KEYS);
    return fz_type_or_base(vm, header & FZ_HEADER_B ? FZ_TYPE_DICT_ITEMS : FZ_TYPE_DICT_VALUES);
}

FzValue fz_metaclass(const FzVm *vm, FzValue cls)
{
    FzValue meta = FZ_NULL;
    if (fz_class_flags(vm, cls) & FZ_CLASS_HAS_META)
        meta = fz_dict_get_name(vm, FZ_CLASS(vm, cls)->dict, fz_name(vm, FZ_NAME_metaclass));
    return meta == FZ_NULL ? fz_type(vm, FZ_TYPE_TYPE) : meta;
}

static FzValue type_or_object(const FzVm *vm, FzTypeId id)
{
    FzValue type = fz_type(vm, id);
    return type == FZ_NULL ? fz_type(vm, FZ_TYPE_OBJECT) : type;
}

static FzValue generator_type(const FzVm *vm, FzValue generator)
{
    uint32_t header = fz_header_of(vm, generator);
    if (header & FZ_HEADER_A)
        return type_or_object(vm, FZ_TYPE_COROUTINE);
    return type_or_object(vm, header & FZ_HEADER_B ? FZ_TYPE_ASYNC_GENERATOR : FZ_TYPE_GENERATOR);
}

FzValue fz_type_of(const FzVm *vm, FzValue value)
{
    FzKind kind = fz_kind_of(vm, value);
    FzTypeId id = (FzTypeId)fz_kind_info[kind].type;
    if (id != FZ_TYPE_NONE)
        return fz_type_or_base(vm, id);
    if (kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION)
        return fz_instance_class(vm, value);
    if (kind == FZ_KIND_CLASS)
        return fz_metaclass(vm, value);
    if (kind == FZ_KIND_GENERATOR)
        return generator_type(vm, value);
    if (kind == FZ_KIND_AWAITER)
        return type_or_object(vm, FZ_TYPE_AWAITER);
    return kind == FZ_KIND_DICT_VIEW ? view_type(vm, value) : fz_type(vm, FZ_TYPE_OBJECT);
}

bool fz_is_subclass(const FzVm *vm, FzValue cls, FzValue base)
{
    if (cls == base)
        return true;
    if (base == FZ_NULL)
        return false;
    const FzTuple *mro = FZ_TUPLE(vm, FZ_CLASS(vm, cls)->mro);
    uint32_t count = fz_header_count(mro->header);
    for (uint32_t i = 1; i < count; i++)
        if (mro->items[i] == base)
            return true;
    return false;
}

bool fz_is_instance(const FzVm *vm, FzValue value, FzTypeId type)
{
    if (fz_kind_info[fz_kind_of(vm, value)].type == (uint8_t)type)
        return true;
    return fz_is_subclass(vm, fz_type_of(vm, value), fz_type(vm, type));
}

bool fz_is_exception_class(const FzVm *vm, FzValue value)
{
    return fz_is_kind(vm, value, FZ_KIND_CLASS) &&
           fz_is_subclass(vm, value, fz_type(vm, FZ_TYPE_BASE_EXCEPTION));
}

FzValue fz_overlay(const FzVm *vm, FzValue object)
{
    FzValue list = vm->registers[FZ_REG_ATTRS];
    if (list == FZ_NULL)
        return FZ_NULL;
    const FzTuple *pairs = FZ_TUPLE(vm, list);
    uint32_t count = fz_header_count(pairs->header);
    for (uint32_t i = 0; i < count; i += 2)
        if (pairs->items[i] == object)
            return pairs->items[i + 1];
    return FZ_NULL;
}

// Finds a free pair of an ARRAY of pairs, or makes the array in the register longer.
static bool free_pair(FzVm *vm, FzValue *reg, uint32_t *index)
{
    uint32_t count = *reg == FZ_NULL ? 0 : fz_count_of(vm, *reg);
    for (uint32_t i = 0; i < count; i += 2)
        if (FZ_TUPLE(vm, *reg)->items[i] == FZ_NULL) {
            *index = i;
            return true;
        }
    FzValue longer = fz_new(vm, FZ_KIND_ARRAY, 0, count + 2 + count / 4 * 2);
    if (longer == FZ_NULL)
        return false;
    for (uint32_t i = 0; i < count; i++)
        FZ_TUPLE(vm, longer)->items[i] = FZ_TUPLE(vm, *reg)->items[i];
    *reg = longer;
    *index = count;
    return true;
}

FzValue fz_overlay_make(FzVm *vm, FzValue object)
{
    FzValue dict = fz_overlay(vm, object);
    uint32_t index;
    if (dict != FZ_NULL || !free_pair(vm, &vm->registers[FZ_REG_ATTRS], &index))
        return dict;
    dict = fz_dict_new(vm, 0);
    if (dict == FZ_NULL)
        return FZ_NULL;
    FzTuple *pairs = FZ_TUPLE(vm, vm->registers[FZ_REG_ATTRS]);
    pairs->items[index] = object;
    pairs->items[index + 1] = dict;
    return dict;
}

FzValue fz_known_name(const FzVm *vm, FzValue name)
{
    if (fz_header_of(vm, name) & FZ_HEADER_B)
        return name;
    FzValue known = fz_str_intern(vm, name);
    return known == FZ_NULL ? name : known;
}

FzValue fz_find_name(const FzVm *vm, FzValue dict, FzValue name)
{
    if (fz_header_of(vm, name) & FZ_HEADER_B)
        return fz_dict_get_name(vm, dict, name);
    return fz_find_text(vm, dict, name);
}

FzValue fz_find_text(const FzVm *vm, FzValue dict, FzValue name)
{
    uint32_t at = 0;
    FzValue key;
    FzValue value;
    while (fz_dict_entry(vm, dict, &at, &key, &value))
        if (fz_is_kind(vm, key, FZ_KIND_STR) && fz_str_equal(vm, key, name))
            return value;
    return FZ_NULL;
}

FzValue fz_class_find(const FzVm *vm, FzValue cls, FzValue name, uint32_t first, FzValue *owner)
{
    if (name == FZ_NULL)
        return FZ_NULL;
    const FzTuple *mro = FZ_TUPLE(vm, FZ_CLASS(vm, cls)->mro);
    uint32_t count = fz_header_count(mro->header);
    for (uint32_t i = first; i < count; i++) {
        FzValue at = mro->items[i];
        FzValue found = fz_find_name(vm, FZ_CLASS(vm, at)->dict, name);
        if (found != FZ_NULL) {
            *owner = at;
            return found;
        }
    }
    return FZ_NULL;
}

FzValue fz_class_lookup(const FzVm *vm, FzValue cls, FzValue name)
{
    FzValue owner;
    return fz_class_find(vm, cls, name, 0, &owner);
}

FzValue fz_python_method(const FzVm *vm, FzValue cls, FzNameId name)
{
    if (!FZ_HAS_PYTHON_CLASSES)
        return FZ_NULL;
    FzVm *cache = (FzVm *)(uintptr_t)vm; // what it remembers is no state of the program
    FzValue known = fz_cached(cache, cls, fz_special_key(name));
    if (known != FZ_NULL)
        return known == FZ_CACHED_ABSENT ? FZ_NULL : known;
    FzValue owner;
    FzValue found = fz_class_find(vm, cls, fz_name(vm, name), 0, &owner);
    if (found != FZ_NULL && fz_class_flags(vm, owner) & FZ_CLASS_NATIVE)
        found = FZ_NULL;
    fz_cache(cache, cls, fz_special_key(name), found == FZ_NULL ? FZ_CACHED_ABSENT : found);
    return found;
}

FzValue fz_python_special(const FzVm *vm, FzValue value, FzNameId name)
{
    FzKind kind = fz_kind_of(vm, value);
    FzValue cls;
    if (kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION)
        cls = fz_instance_class(vm, value);
    else if (kind == FZ_KIND_CLASS && fz_class_flags(vm, value) & FZ_CLASS_HAS_META)
        cls = fz_metaclass(vm, value);
    else
        return FZ_NULL;
    return fz_python_method(vm, cls, name);
}

FzValue fz_find_inner(const FzVm *vm, FzValue value)
{
    if (!fz_is_kind(vm, value, FZ_KIND_INSTANCE))
        return value;
    if (!(fz_class_flags(vm, fz_instance_class(vm, value)) & FZ_CLASS_WRAPS))
        return value;
    return FZ_INSTANCE(vm, value)->fields[0];
}

FzValue fz_instance_new(FzVm *vm, const FzValue *cls)
{
    FzValue made = fz_new(vm, FZ_KIND_INSTANCE, 0, fz_class_field_count(vm, *cls));
    if (made != FZ_NULL)
        FZ_INSTANCE(vm, made)->cls = *cls;
    return made;
}

FzValue fz_wrap(FzVm *vm, FzValue cls, FzValue value)
{
    if (value == FZ_NULL || fz_class_flags(vm, cls) & FZ_CLASS_NATIVE)
        return value;
    FzValue *held = fz_push(vm, value);
    FzValue *cls_slot = fz_push(vm, cls);
    FzValue made = fz_instance_new(vm, cls_slot);
    if (made != FZ_NULL)
        FZ_INSTANCE(vm, made)->fields[0] = *held;
    fz_pop(vm, 2);
    return made;
}

FzValue fz_class_name(const FzVm *vm, FzValue cls)
{
    FzValue name = FZ_CLASS(vm, cls)->name;
    return FZ_HAS_PYTHON_CLASSES && fz_is_kind(vm, name, FZ_KIND_CODE) ? FZ_CODE(vm, name)->name : name;
}

FzValue fz_type_name(const FzVm *vm, FzValue value)
{
    return fz_class_name(vm, fz_type_of(vm, value));
}

// An attribute that the class's own namespace has, not a base's.
static FzValue own_attribute(const FzVm *vm, FzValue cls, FzNameId name)
{
    FzValue known = FZ_HAS_PYTHON_CLASSES ? fz_name(vm, name) : FZ_NULL;
    return known == FZ_NULL ? FZ_NULL : fz_dict_get_name(vm, FZ_CLASS(vm, cls)->dict, known);
}

FzValue fz_class_qualname(const FzVm *vm, FzValue cls)
{
    FzValue own = own_attribute(vm, cls, FZ_NAME_qualname);
    if (own != FZ_NULL && fz_is_kind(vm, own, FZ_KIND_STR))
        return own;
    FzValue name = FZ_CLASS(vm, cls)->name;
    return FZ_HAS_PYTHON_CLASSES && fz_is_kind(vm, name, FZ_KIND_CODE) ? FZ_CODE(vm, name)->qualname : name;
}

FzValue fz_class_module(const FzVm *vm, FzValue cls)
{
    FzValue own = own_attribute(vm, cls, FZ_NAME_module);
    if (own != FZ_NULL)
        return fz_is_kind(vm, own, FZ_KIND_STR) ? own : FZ_NULL;
    FzValue name = FZ_CLASS(vm, cls)->name;
    if (!FZ_HAS_PYTHON_CLASSES || !fz_is_kind(vm, name, FZ_KIND_CODE))
        return FZ_NULL;
    return FZ_MODULE(vm, FZ_CODE(vm, name)->module)->name;
}

static bool is_in_slots(const FzVm *vm, FzValue slots, FzValue name)
{
    FzKind kind = fz_kind_of(vm, slots);
    if (kind == FZ_KIND_STR)
        return fz_str_equal(vm, slots, name);
    uint32_t at = 0;
    FzValue key = FZ_NULL;
    FzValue value;
    if (kind == FZ_KIND_DICT || kind == FZ_KIND_SET || kind == FZ_KIND_FROZENSET) {
        while (fz_dict_entry(vm, slots, &at, &key, &value))
            if (fz_is_kind(vm, key, FZ_KIND_STR) && fz_str_equal(vm, key, name))
                return true;
        return false;
    }
    uint32_t count = kind == FZ_KIND_TUPLE || kind == FZ_KIND_LIST ? fz_count_of(vm, slots) : 0;
    if (kind == FZ_KIND_LIST && count)
        slots = FZ_LIST(vm, slots)->items;
    for (uint32_t i = 0; i < count; i++) {
        key = FZ_TUPLE(vm, slots)->items[i];
        if (fz_is_kind(vm, key, FZ_KIND_STR) && fz_str_equal(vm, key, name))
            return true;
    }
    return false;
}

bool fz_is_slot(const FzVm *vm, FzValue cls, FzValue name)
{
    FzValue known = fz_name(vm, FZ_NAME_slots);
    const FzTuple *mro = FZ_TUPLE(vm, FZ_CLASS(vm, cls)->mro);
    for (uint32_t i = 0; known != FZ_NULL && i < fz_header_count(mro->header); i++) {
        FzValue slots = own_attribute(vm, mro->items[i], FZ_NAME_slots);
        if (slots != FZ_NULL && is_in_slots(vm, slots, name))
            return true;
    }
    return false;
}

static bool has_ext_word(FzKind kind)
{
    return kind == FZ_KIND_INSTANCE || kind == FZ_KIND_EXCEPTION || kind == FZ_KIND_FUNCTION;
}

FzValue fz_ext_of(const FzVm *vm, FzValue object)
{
    FzValue word = FZ_WORDS(vm, object)[1];
    return fz_is_kind(vm, word, FZ_KIND_EXT) ? word : FZ_NULL;
}

FzValue fz_extend(FzVm *vm, const FzValue *slot)
{
    FzValue ext = fz_ext_of(vm, *slot);
    if (ext != FZ_NULL)
        return ext;
    if (fz_is_rom(*slot) && !fz_thaw(vm, *slot))
        return FZ_NULL;
    ext = fz_new(vm, FZ_KIND_EXT, 0, 0);
    if (ext == FZ_NULL)
        return FZ_NULL;
    uint32_t *words = FZ_WORDS(vm, *slot);
    FZ_WORDS(vm, ext)[1] = words[1];
    words[1] = ext;
    return ext;
}

static uint32_t listed_identity(FzVm *vm, const FzValue *slot)
{
    FzValue *reg = &vm->registers[FZ_REG_IDS];
    uint32_t count = *reg == FZ_NULL ? 0 : fz_count_of(vm, *reg);
    for (uint32_t i = 0; i < count; i += 2)
        if (FZ_TUPLE(vm, *reg)->items[i] == *slot)
            return (uint32_t)fz_to_int(FZ_TUPLE(vm, *reg)->items[i + 1]);
    uint32_t index;
    if (!free_pair(vm, reg, &index))
        return 0;
    uint32_t identity = vm->next_identity++;
    FZ_TUPLE(vm, *reg)->items[index] = *slot;
    FZ_TUPLE(vm, *reg)->items[index + 1] = fz_from_int((int32_t)identity);
    return identity;
}

// Small integers and ROM objects are identified by their values, whose low bits are not both zero.
uint32_t fz_identity(FzVm *vm, FzValue value)
{
    if (!fz_is_ram(value))
        return value;
    FzValue *slot = fz_push(vm, value);
    uint32_t identity = 0;
    if (!has_ext_word(fz_kind_of(vm, value))) {
        identity = listed_identity(vm, slot);
    } else {
        FzValue ext = fz_extend(vm, slot);
        if (ext != FZ_NULL) {
            FzExt *object = fz_object(vm, ext);
            if (object->identity == 0)
                object->identity = vm->next_identity++;
            identity = object->identity;
        }
    }
    fz_pop(vm, 1);
    return identity << 2;
}
