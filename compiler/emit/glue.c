// SPDX-License-Identifier: MIT
// Functions of the firmware as natives: the glue reads each argument as the manifest says, raises
// what Python would raise when one does not fit, calls the C function and makes its result a
// value. The VM has checked the number of arguments.
//
// The C function's parameters, for each argument: bool, int32_t, float or double, `const char *`
// and its size, `const uint8_t *` and its size, FzValue. `any` anywhere puts an `FzVm *` first. A
// text or bytes result comes back as a pointer, its size through a last parameter `uint32_t *`.
#include "emit.h"

// The C type of an argument or result, as far as it is one word of C.
static const char *c_type(const Manifest *manifest, ManifestNativeType type)
{
    switch (type) {
    case NATIVE_NONE:
        return "void ";
    case NATIVE_BOOL:
        return "bool ";
    case NATIVE_INT:
        return "int32_t ";
    case NATIVE_FLOAT:
        return manifest->runtime.float_width == FLOAT_WIDTH_32 ? "float " : "double ";
    case NATIVE_STR:
        return "const char *";
    case NATIVE_BYTES:
        return "const uint8_t *";
    case NATIVE_ANY:
        return "FzValue ";
    }
    return "void ";
}

static bool is_sized(ManifestNativeType type) { return type == NATIVE_STR || type == NATIVE_BYTES; }

static bool takes_vm(const ManifestNative *native)
{
    bool any = native->returns == NATIVE_ANY;
    for (uint32_t i = 0; i < native->args.count; i++)
        any = any || native->args.items[i] == NATIVE_ANY;
    return any;
}

static void print_prototype(const Manifest *manifest, const ManifestNative *native, FILE *out)
{
    const char *between = "";
    fprintf(out, "%s%s(", c_type(manifest, native->returns), native->symbol->text);
    if (takes_vm(native)) {
        fputs("FzVm *vm", out);
        between = ", ";
    }
    for (uint32_t i = 0; i < native->args.count; i++) {
        ManifestNativeType type = native->args.items[i];
        fprintf(out, "%s%sa%u", between, c_type(manifest, type), i);
        if (is_sized(type))
            fprintf(out, ", uint32_t a%u_size", i);
        between = ", ";
    }
    if (is_sized(native->returns)) {
        fprintf(out, "%suint32_t *size", between);
        between = ", ";
    }
    fprintf(out, "%s);\n", *between ? "" : "void");
}

void emit_glue_prototypes(const EmitInput *input, FILE *out)
{
    const Manifest *manifest = input->manifest;
    if (manifest->natives.count > 0)
        fputs("\n// Functions of the firmware that the program calls.\n", out);
    for (uint32_t i = 0; i < manifest->natives.count; i++)
        print_prototype(manifest, &manifest->natives.items[i], out);
}

const char *emit_glue_name(Arena *arena, const Manifest *manifest, uint32_t index)
{
    return arena_format(arena, "%s_native_%s_%u", manifest->outputs.prefix->text,
                        manifest->natives.items[index].symbol->text, index);
}

// Statements that read argument `at` into variables a<at> (and a<at>_size), or return.
static void print_argument(const ManifestNative *native, uint32_t at, FILE *out)
{
    static const char *const names[] = {
        [NATIVE_BOOL] = "bool",   [NATIVE_INT] = "int", [NATIVE_FLOAT] = "float",
        [NATIVE_STR] = "str",     [NATIVE_BYTES] = "bytes-like",
    };
    ManifestNativeType type = native->args.items[at];
    switch (type) {
    case NATIVE_NONE:
        return;
    case NATIVE_ANY:
        fprintf(out, "    FzValue a%u = argv[%u];\n", at, at);
        return;
    case NATIVE_BOOL:
        fprintf(out, "    bool a%u = argv[%u] == FZ_TRUE;\n    if (!a%u && argv[%u] != FZ_FALSE)\n",
                at, at, at, at);
        break;
    case NATIVE_INT:
        fprintf(out, "    int64_t a%u;\n    if (fz_read_int(vm, argv[%u], &a%u) != FZ_OK)\n", at,
                at, at);
        break;
    case NATIVE_FLOAT:
        fprintf(out, "    double a%u;\n    if (fz_read_float(vm, argv[%u], &a%u) != FZ_OK)\n", at,
                at, at);
        break;
    case NATIVE_STR:
        fprintf(out,
                "    const char *a%u;\n    uint32_t a%u_size;\n"
                "    if (fz_read_str(vm, argv[%u], &a%u, &a%u_size) != FZ_OK)\n",
                at, at, at, at, at);
        break;
    case NATIVE_BYTES:
        fprintf(out,
                "    const uint8_t *a%u;\n    uint32_t a%u_size;\n"
                "    if (fz_read_bytes(vm, argv[%u], &a%u, &a%u_size) != FZ_OK)\n",
                at, at, at, at, at);
        break;
    }
    fprintf(out,
            "        return fz_raise(vm, FZ_TYPE_TYPE_ERROR, \"%s() argument %u must be %s, not %%t\", "
            "argv[%u]);\n",
            native->function->text, at + 1, names[type], at);
    if (type == NATIVE_INT)
        fprintf(out,
                "    if (a%u < INT32_MIN || a%u > INT32_MAX)\n"
                "        return fz_raise(vm, FZ_TYPE_OVERFLOW_ERROR, \"%s() argument %u does not "
                "fit 32 bits\");\n",
                at, at, native->function->text, at + 1);
}

static void print_call(const EmitInput *input, const ManifestNative *native, FILE *out)
{
    const char *between = "";
    fprintf(out, "%s(", native->symbol->text);
    if (takes_vm(native)) {
        fputs("vm", out);
        between = ", ";
    }
    for (uint32_t i = 0; i < native->args.count; i++) {
        ManifestNativeType type = native->args.items[i];
        bool is_narrow = type == NATIVE_INT || type == NATIVE_FLOAT;
        const char *name = c_type(input->manifest, type);
        if (is_narrow)
            fprintf(out, "%s(%.*s)a%u", between, (int)strlen(name) - 1, name, i);
        else
            fprintf(out, "%sa%u", between, i);
        if (is_sized(type))
            fprintf(out, ", a%u_size", i);
        between = ", ";
    }
    if (is_sized(native->returns))
        fprintf(out, "%s&size", between);
    fputs(")", out);
}

static void print_result(const EmitInput *input, const ManifestNative *native, FILE *out)
{
    switch (native->returns) {
    case NATIVE_NONE:
        fputs("    ", out);
        print_call(input, native, out);
        fputs(";\n    return FZ_NONE;\n", out);
        break;
    case NATIVE_BOOL:
        fputs("    return fz_from_bool(", out);
        print_call(input, native, out);
        fputs(");\n", out);
        break;
    case NATIVE_INT:
        fputs("    return fz_make_int(vm, ", out);
        print_call(input, native, out);
        fputs(");\n", out);
        break;
    case NATIVE_FLOAT:
        fputs("    return fz_make_float(vm, (double)", out);
        print_call(input, native, out);
        fputs(");\n", out);
        break;
    case NATIVE_STR:
    case NATIVE_BYTES:
        fprintf(out, "    uint32_t size = 0;\n    %sresult = ",
                c_type(input->manifest, native->returns));
        print_call(input, native, out);
        fprintf(out, ";\n    return fz_make_%s(vm, result, size);\n",
                native->returns == NATIVE_STR ? "str" : "bytes");
        break;
    case NATIVE_ANY:
        fputs("    return ", out);
        print_call(input, native, out);
        fputs(";\n", out);
        break;
    }
}

static void print_glue(const EmitInput *input, uint32_t index, FILE *out)
{
    Arena arena = {0};
    const ManifestNative *native = &input->manifest->natives.items[index];
    fprintf(out, "// %s.%s\nstatic FzValue %s(FzVm *vm, uint32_t argc, FzValue *argv)\n{\n",
            native->module->text, native->function->text,
            emit_glue_name(&arena, input->manifest, index));
    fputs("    (void)vm;\n    (void)argc;\n    (void)argv;\n", out);
    for (uint32_t i = 0; i < native->args.count; i++)
        print_argument(native, i, out);
    print_result(input, native, out);
    fputs("}\n\n", out);
    arena_free(&arena);
}

void emit_glue(const EmitInput *input, FILE *out)
{
    bool has_glue = false;
    for (uint32_t i = 0; i < input->image->natives_count; i++)
        has_glue = has_glue || input->image->natives[i] >= FZ_NATIVE_USER;
    if (!has_glue)
        return;
    if (!input->header) {
        emit_glue_prototypes(input, out);
        fputc('\n', out);
    }
    for (uint32_t i = 0; i < input->image->natives_count; i++)
        if (input->image->natives[i] >= FZ_NATIVE_USER)
            print_glue(input, input->image->natives[i] - FZ_NATIVE_USER, out);
}
