// SPDX-License-Identifier: MIT
// How an exception group is shown in a traceback: as CPython does, its exceptions below it behind a
// margin. While they are printed, the console is a port that starts every line with the margin.
#include "flashfreeze/natives.h"

#include "../vm/frame.h"
#include "flashfreeze/flashfreeze.h"

typedef struct {
    FzPort port;
    const FzPort *outer;
    uint32_t depth;   // of groups in groups; the margin is two spaces wide for each
    bool in_line;
    bool needs_close; // the frame around the members is open at its end
} MarginPort;

// Writes behind the margin's spaces, without the bar.
static void put_raw(MarginPort *out, const char *text)
{
    for (uint32_t i = 0; i < 2 * out->depth; i++)
        out->outer->write(out->outer->context, " ", 1);
    uint32_t size = 0;
    while (text[size])
        size++;
    out->outer->write(out->outer->context, text, size);
    out->in_line = text[size - 1] != '\n';
}

static void write_lines(void *context, const char *text, uint32_t size)
{
    MarginPort *out = context;
    for (uint32_t i = 0; i < size; i++) {
        if (!out->in_line)
            put_raw(out, "| ");
        out->in_line = text[i] != '\n';
        out->outer->write(out->outer->context, text + i, 1);
    }
}

// The line above member `index`, with its number.
static void put_title(FzVm *vm, MarginPort *out, uint32_t index)
{
    char digits[10];
    uint32_t count = 0;
    for (uint32_t rest = index + 1; rest; rest /= 10)
        digits[count++] = (char)('0' + rest % 10);
    put_raw(out, index == 0 ? "+-+---------------- " : "  +---------------- ");
    out->in_line = true;
    while (count-- > 0)
        fz_put(vm, &digits[count], 1);
    fz_put_z(vm, " ----------------\n");
}

static void put_members(FzVm *vm, MarginPort *out, const FzValue *group)
{
    enum { MOST_SHOWN = 15 };
    const FzValue *field = fz_field(vm, *group, fz_name(vm, FZ_NAME_exceptions));
    if (!field || !fz_is_kind(vm, *field, FZ_KIND_TUPLE))
        return;
    FzValue *members = fz_push(vm, *field);
    uint32_t count = fz_count_of(vm, *members);
    for (uint32_t i = 0; i < count && i < MOST_SHOWN; i++) {
        FzValue member = FZ_TUPLE(vm, *members)->items[i];
        out->needs_close = true;
        put_title(vm, out, i);
        out->depth++;
        if (fz_is_kind(vm, member, FZ_KIND_EXCEPTION))
            fz_print_traceback(vm, member);
        if (i + 1 == count && out->needs_close) {
            put_raw(out, "+------------------------------------\n");
            out->needs_close = false;
        }
        out->depth--;
    }
    vm->sp = members;
}

FzValue fz_group_print(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    const FzPort *outer = vm->port;
    if (!outer || !outer->write)
        return FZ_NONE;
    bool is_inside = outer->write == write_lines;
    MarginPort own = {.port = {.write = write_lines, .context = &own}, .outer = outer, .depth = 1};
    MarginPort *out = is_inside ? outer->context : &own;
    if (!is_inside)
        vm->port = &own.port;
    if (FZ_EXCEPTION(vm, argv[0])->traceback != FZ_NULL) {
        if (!is_inside)
            put_raw(out, "+ ");
        fz_put_z(vm, "Exception Group ");
    }
    fz_print_one(vm, argv);
    put_members(vm, out, argv);
    vm->port = outer;
    return FZ_NONE;
}
