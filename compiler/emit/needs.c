// SPDX-License-Identifier: MIT
// The header that tells the runtime what one program needs (runtime_stub's config.h): as sets of
// bits, the kinds of objects, the instructions, the known names, the natives, the flags of code, of
// classes and of functions.
#include "../../runtime_stub/vm/vm.h"
#include "../image/image.h"
#include "../link/catalogue.h"
#include "needs.h"
#include "flashfreeze/natives.h"
#include "flashfreeze/opcodes.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

enum { SET_BITS = 64, OP_SETS = FZ_OP_COUNT / SET_BITS + 1, NAME_SETS = FZ_NAME_COUNT / SET_BITS + 1,
       NATIVE_SETS = FZ_NATIVES_COUNT / SET_BITS + 1, TYPE_SETS = FZ_TYPE_COUNT / SET_BITS + 1 };

static void add_bit(uint64_t *sets, uint32_t number)
{
    sets[number / SET_BITS] |= (uint64_t)1 << number % SET_BITS;
}

static const FzCode *code_at(const Image *image, uint32_t index)
{
    return needs_object(image, image->words[needs_header(image)->codes_off / 4 + index]);
}

static void add_ops(const FzCode *code, uint64_t *ops)
{
    uint32_t size = code->sizes & 0xffff;
    FzInstruction instruction;
    for (uint32_t at = 0; at < size; at += instruction.size) {
        bool is_good = fz_decode_instruction(code->bytes, size, at, &instruction);
        assert(is_good && "the image has been verified");
        (void)is_good;
        if (code->bytes[at] == FZ_OP_WIDE)
            add_bit(ops, FZ_OP_WIDE);
        add_bit(ops, instruction.op);
    }
}

static bool has_bit(const uint64_t *sets, uint32_t number)
{
    return sets[number / SET_BITS] >> number % SET_BITS & 1;
}

static void add_natives(const Image *image, uint64_t *natives)
{
    for (uint32_t i = 0; i < image->natives_count; i++)
        if (image->natives[i] < FZ_NATIVES_COUNT)
            add_bit(natives, image->natives[i]);
}

// Known names of operators: the plain, the reflected and the in-place ones of each.
enum { OPERATORS = 13, OPERATOR_NAMES = 3 * OPERATORS, COMPARISON_NAMES = 6 };

static const char *const operator_names[FZ_NAME_COUNT] = {
#define NAME(id, text) text,
#include "flashfreeze/known.def"
#undef NAME
};

static bool has_any(const uint64_t *sets, uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < first + count; i++)
        if (has_bit(sets, i))
            return true;
    return false;
}

// Operators that a native applies to its arguments: bit FzBinary.
static uint32_t operators_of(const NativeRow *row)
{
    static const char *const calculate[] = {"pow", "round", "divmod"};
    if (strcmp(row->name, "sum") == 0)
        return 1u << FZ_BINARY_ADD;
    for (size_t i = 0; i < sizeof calculate / sizeof calculate[0]; i++)
        if (strcmp(row->name, calculate[i]) == 0)
            return UINT32_MAX;
    if ((row->module && strcmp(row->module, "math") == 0) || strcmp(row->name, "__round__") == 0 ||
        strcmp(row->name, "__divmod__") == 0 || strcmp(row->name, "__rdivmod__") == 0)
        return UINT32_MAX;
    for (uint32_t i = 0; i < OPERATOR_NAMES; i++)
        if (strcmp(row->name, operator_names[FZ_NAME_or_ + i]) == 0)
            return (uint32_t)1 << i % OPERATORS;
    return 0;
}

static bool has_kind(const Image *image, FzKind kind)
{
    return needs_header(image)->kinds[kind / 32] >> kind % 32 & 1;
}

// Bit FzBinary: operators that instructions or natives apply to values of any kind.
static uint32_t operators(const Image *image, const uint64_t *ops)
{
    uint32_t used = has_kind(image, FZ_KIND_ENUMERATE) ? 1u << FZ_BINARY_ADD : 0;
    for (uint32_t i = 0; i < OPERATORS; i++)
        if (has_bit(ops, FZ_OP_BINARY_OR + i) || has_bit(ops, FZ_OP_INPLACE_OR + i))
            used |= (uint32_t)1 << i;
    for (uint32_t i = 0; i < image->natives_count; i++)
        if (image->natives[i] < FZ_NATIVES_COUNT)
            used |= operators_of(catalogue_native(image->natives[i]));
    return used;
}

// The same for integers, with those that the runtime itself applies: for the sign, for ranges, for
// powers, and for floats from text.
static uint32_t int_operators(const Image *image, uint32_t used)
{
    used |= 1u << FZ_BINARY_SUBTRACT;
    if (has_kind(image, FZ_KIND_RANGE))
        used |= 1u << FZ_BINARY_ADD | 1u << FZ_BINARY_MULTIPLY | 1u << FZ_BINARY_FLOOR_DIVIDE;
    if (has_kind(image, FZ_KIND_FLOAT))
        used |= 1u << FZ_BINARY_ADD | 1u << FZ_BINARY_MULTIPLY;
    if (used >> FZ_BINARY_POWER & 1)
        used |= 1u << FZ_BINARY_ADD | 1u << FZ_BINARY_MULTIPLY | 1u << FZ_BINARY_MODULO;
    return used;
}

static bool has_maker(const Image *image)
{
    for (uint32_t i = 0; i < image->natives_count; i++)
        if (image->natives[i] < FZ_NATIVES_COUNT &&
            strcmp(catalogue_native(image->natives[i])->name, "__new__") == 0)
            return true;
    return false;
}

// Natives that give neither a dict nor an integer beyond the small ones, unless an argument has it.
static bool is_harmless(const NativeRow *row)
{
    static const char *const functions[] = {"print", "repr", "ascii", "len", "ord", "chr", "bin", "oct",
                                            "hex", "any", "all", "callable", "isinstance",
                                            "issubclass", "hasattr"};
    if (!row->module)
        return (row->type == FZ_TYPE_STR && strcmp(row->name, "maketrans") != 0) ||
               row->type == FZ_TYPE_LIST || row->type == FZ_TYPE_TUPLE;
    if (strcmp(row->module, "builtins") != 0)
        return strcmp(row->module, "gc") == 0;
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
        if (strcmp(row->name, functions[i]) == 0)
            return true;
    return false;
}

static bool has_harmful_native(const Image *image)
{
    for (uint32_t i = 0; i < image->natives_count; i++)
        if (image->natives[i] < FZ_NATIVES_COUNT && !is_harmless(catalogue_native(image->natives[i])))
            return true;
    return false;
}

static bool gives(const Manifest *manifest, ManifestNativeType type)
{
    for (uint32_t i = 0; i < manifest->natives.count; i++)
        if (manifest->natives.items[i].returns == type)
            return true;
    return false;
}

// Objects of a kind in the image.
static uint32_t count_of(const Image *image, FzKind kind)
{
    uint32_t count = 0;
    uint32_t at = FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE;
    for (; at < needs_header(image)->objects_end; at += fz_object_size(image->words[at / 4]))
        count += fz_header_kind(image->words[at / 4]) == kind;
    return count;
}

static bool has_one_of(const uint64_t *ops, const FzOp *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_bit(ops, list[i]))
            return true;
    return false;
}

// Whether integers beyond the small ones can come to be.
static bool has_big_ints(const EmitInput *input, const uint64_t *ops)
{
    static const FzOp growing[] = {
        FZ_OP_UNARY_NEGATIVE, FZ_OP_UNARY_INVERT, FZ_OP_BINARY_ADD, FZ_OP_INPLACE_ADD,
        FZ_OP_BINARY_SUBTRACT, FZ_OP_INPLACE_SUBTRACT, FZ_OP_BINARY_MULTIPLY, FZ_OP_INPLACE_MULTIPLY,
        FZ_OP_BINARY_LSHIFT, FZ_OP_INPLACE_LSHIFT, FZ_OP_BINARY_FLOOR_DIVIDE,
        FZ_OP_INPLACE_FLOOR_DIVIDE, FZ_OP_BINARY_POWER, FZ_OP_INPLACE_POWER};
    return has_one_of(ops, growing, sizeof growing / sizeof growing[0]) ||
           has_harmful_native(input->image) || count_of(input->image, FZ_KIND_INT) > 0 ||
           gives(input->manifest, NATIVE_INT) || gives(input->manifest, NATIVE_ANY) ||
           has_kind(input->image, FZ_KIND_FLOAT);
}

// Whether Python code can come to hold a dict: makes one, or finds one in the image that is no
// namespace of a class, of a module or of the built-ins.
static bool has_dicts(const EmitInput *input, const uint64_t *ops, uint32_t signature)
{
    static const FzOp making[] = {FZ_OP_BUILD_MAP, FZ_OP_BUILD_CLASS, FZ_OP_CALL_EX};
    uint32_t namespaces = count_of(input->image, FZ_KIND_CLASS) + 1;
    for (uint32_t i = 0; i < needs_header(input->image)->modules_count; i++)
        namespaces++;
    return has_one_of(ops, making, sizeof making / sizeof making[0]) ||
           signature >> 24 & FZ_CODE_VARKEYWORDS || has_harmful_native(input->image) ||
           gives(input->manifest, NATIVE_ANY) || needs_header(input->image)->mutable_off != 0 ||
           count_of(input->image, FZ_KIND_DICT) > namespaces;
}

// Without big integers a loop over range() needs no range object.
static uint64_t kinds_needed(const Image *image, bool big_ints)
{
    const uint64_t ranges = (uint64_t)1 << FZ_KIND_RANGE | (uint64_t)1 << FZ_KIND_RANGE_ITER;
    uint64_t kinds = needs_header(image)->kinds[0] | (uint64_t)needs_header(image)->kinds[1] << 32;
    if (big_ints || count_of(image, FZ_KIND_RANGE) > 0)
        return kinds;
    for (uint32_t i = 0; i < image->natives_count; i++)
        if (image->natives[i] < FZ_NATIVES_COUNT &&
            catalogue_native(image->natives[i])->type == FZ_TYPE_RANGE)
            return kinds;
    return kinds & ~ranges;
}

static void add_types(const Image *image, uint64_t *types)
{
    for (uint32_t i = 0; i < FZ_TYPE_COUNT; i++)
        if (fz_numbered(needs_header(image), needs_header(image)->types_off, i) != FZ_NULL)
            add_bit(types, i);
}

static bool has_hooks(const Image *image)
{
    static const FzNameId hooks[] = {FZ_NAME_getattr, FZ_NAME_getattribute, FZ_NAME_setattr,
                                     FZ_NAME_delattr};
    for (size_t i = 0; i < sizeof hooks / sizeof hooks[0]; i++)
        if (has_bit(image->known_names, hooks[i]))
            return true;
    return false;
}

// Whether the program has what, put on a finished class, changes how its instances' attributes are
// looked up: data descriptors of any sort, and hooks.
static bool has_late_descriptors(const Image *image)
{
    if (needs_header(image)->boot_flags & FZ_BOOT_LATE_DESCRIPTORS || has_hooks(image) ||
        has_bit(image->known_names, FZ_NAME_new_) ||
        has_bit(image->known_names, FZ_NAME_set) || has_bit(image->known_names, FZ_NAME_delete) ||
        has_kind(image, FZ_KIND_PROPERTY))
        return true;
    for (uint32_t i = 0; i < image->natives_count; i++)
        if (image->natives[i] < FZ_NATIVES_COUNT &&
            catalogue_native_flags(catalogue_native(image->natives[i])) & FZ_NATIVE_GETTER)
            return true;
    return false;
}

// Flags of the classes and functions that the program has or can make.
static void add_flags(const Image *image, bool makes_classes, bool makes_closures,
                      uint32_t *classes, uint32_t *extras)
{
    if (has_bit(image->known_names, FZ_NAME_new_))
        *classes |= FZ_CLASS_HAS_NEW;
    if (has_hooks(image))
        *classes |= FZ_CLASS_HAS_GETATTR;
    uint32_t at = FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE;
    while (at < needs_header(image)->objects_end) {
        uint32_t object = image->words[at / 4];
        if (fz_header_kind(object) == FZ_KIND_CLASS)
            *classes |= fz_header_count(object) >> 14;
        if (fz_header_kind(object) == FZ_KIND_FUNCTION)
            *extras |= fz_header_count(object);
        at += fz_object_size(object);
    }
    if (makes_classes)
        *classes = UINT32_MAX;
    if (makes_closures)
        *extras = FZ_FUNCTION_DEFAULTS | FZ_FUNCTION_KWDEFAULTS | FZ_FUNCTION_CLOSURE;
}

// Whether modules lie in packages.
static bool has_packages(const Image *image)
{
    const FzImageHeader *header = needs_header(image);
    for (uint32_t i = 0; i < header->modules_count; i++) {
        const FzModule *module = needs_object(image, image->words[header->modules_off / 4 + i]);
        if (module->parent != FZ_NULL)
            return true;
    }
    return false;
}

// Whether there are classes that are not built in, or can come to be.
static bool has_python_classes(const Image *image, const uint64_t *ops, const uint64_t *natives)
{
    uint32_t at = FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE;
    for (; at < needs_header(image)->objects_end; at += fz_object_size(image->words[at / 4])) {
        uint32_t object = image->words[at / 4];
        if (fz_header_kind(object) == FZ_KIND_CLASS &&
            !(fz_header_count(object) >> 14 & FZ_CLASS_NATIVE))
            return true;
    }
    return has_bit(ops, FZ_OP_BUILD_CLASS) || has_bit(natives, FZ_NATIVE_fz_type_new);
}

// Whether values are ever shown: by natives, or by the operator % of a text.
static bool has_repr(const uint64_t *ops, uint64_t values)
{
    bool has_text = values >> FZ_KIND_STR & 1 || values >> FZ_KIND_BYTES & 1;
    return values == UINT64_MAX || (has_text && (has_bit(ops, FZ_OP_BINARY_MODULO) || has_bit(ops, FZ_OP_INPLACE_MODULO)));
}

static void print_sets(FILE *out, const char *name, const uint64_t *sets, uint32_t count)
{
    fprintf(out, "#define %s(i) (", name);
    for (uint32_t i = 0; i + 1 < count; i++)
        fprintf(out, "(i) == %" PRIu32 " ? 0x%" PRIx64 "ull : ", i, sets[i]);
    fprintf(out, "0x%" PRIx64 "ull)\n", sets[count - 1]);
}

void emit_needs(const EmitInput *input, FILE *out)
{
    const Image *image = input->image;
    const FzImageHeader *header = needs_header(image);
    uint64_t ops[OP_SETS] = {0};
    uint64_t natives[NATIVE_SETS] = {0};
    uint64_t types[TYPE_SETS] = {0};
    uint32_t signature = 0;
    uint32_t classes = 0;
    uint32_t extras = 0;
    for (uint32_t i = 0; i < header->codes_count; i++) {
        add_ops(code_at(image, i), ops);
        signature |= code_at(image, i)->signature;
    }
    add_natives(image, natives);
    add_types(image, types);
    add_flags(image, has_bit(ops, FZ_OP_BUILD_CLASS) || has_bit(natives, FZ_NATIVE_fz_type_new),
              has_bit(ops, FZ_OP_MAKE_CLOSURE), &classes, &extras);
    fprintf(out,
            "// What the frozen program '%s' needs of the runtime, made by flashfreeze. Compile the\n"
            "// runtime with -DFZ_NEEDS='\"...\"' and the name of this file, and it has nothing else.\n",
            input->manifest->name->text);
    bool big_ints = has_big_ints(input, ops);
    fprintf(out, "#define FZ_HAS_KINDS 0x%" PRIx64 "ull\n", kinds_needed(image, big_ints));
    print_sets(out, "FZ_HAS_OPS", ops, OP_SETS);
    print_sets(out, "FZ_HAS_NAMES", image->known_names, NAME_SETS);
    print_sets(out, "FZ_HAS_NATIVES", natives, NATIVE_SETS);
    print_sets(out, "FZ_HAS_TYPES", types, TYPE_SETS);
    fprintf(out, "#define FZ_HAS_BIG_INTS %d\n", big_ints);
    fprintf(out, "#define FZ_HAS_DICTS %d\n", has_dicts(input, ops, signature));
    fprintf(out, "#define FZ_HAS_SIGNATURE 0x%08" PRIx32 "u\n", signature);
    fprintf(out, "#define FZ_HAS_CLASS 0x%" PRIx32 "u\n", classes);
    fprintf(out, "#define FZ_HAS_EXTRAS %" PRIu32 "\n", extras);
    uint32_t applied = operators(image, ops);
    fprintf(out, "#define FZ_HAS_OPERATORS 0x%" PRIx32 "u\n", applied);
    fprintf(out, "#define FZ_HAS_INT_OPERATORS 0x%" PRIx32 "u\n", int_operators(image, applied));
    fprintf(out, "#define FZ_HAS_MAKERS %d\n", has_maker(image) || classes & FZ_CLASS_HAS_NEW);
    fprintf(out, "#define FZ_HAS_OPERATOR_NAMES %d\n",
            has_any(image->known_names, FZ_NAME_or_, OPERATOR_NAMES));
    fprintf(out, "#define FZ_HAS_COMPARISON_NAMES %d\n",
            has_any(image->known_names, FZ_NAME_eq, COMPARISON_NAMES));
    fprintf(out, "#define FZ_HAS_LATE_DESCRIPTORS %d\n", has_late_descriptors(image));
    fprintf(out, "#define FZ_HAS_MESSAGES %d\n", !input->manifest->strip.messages);
    uint64_t values = needs_values(input, ops, extras);
    fprintf(out, "#define FZ_HAS_VALUES 0x%" PRIx64 "ull\n", values);
    fprintf(out, "#define FZ_HAS_REPR %d\n", has_repr(ops, values));
    fprintf(out, "#define FZ_HAS_PYTHON_CLASSES %d\n", has_python_classes(image, ops, natives));
    fprintf(out, "#define FZ_HAS_PACKAGES %d\n", has_packages(image));
    fprintf(out, "#define FZ_MUTABLE_ROM %d\n", header->mutable_off != 0);
}
