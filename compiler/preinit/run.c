// SPDX-License-Identifier: MIT
// Runs modules at build time. The image is copied to memory that can be written, and a BREAK is put
// over every instruction where a module's code may be cut (its operand stack is empty when it gets
// there). At each one the VM is copied; what a statement did is undone by putting the copy back.
//
// Modules that import each other are a stack of levels. A level is pushed only when the import is the
// first thing its statement does; then the statement can be started again at boot with what the
// imported module finished already done. Other imports run without breaks, as a part of their statement.
#include "../../runtime_stub/vm/frame.h"
#include "../link/catalogue.h"
#include "flashfreeze/natives.h"
#include "flashfreeze/opcodes.h"
#include "preinit.h"

#include <setjmp.h>
#include <stdlib.h>

enum {
    BLOCK_SIZE = 24 << 20,
    MOST_HEAP = 16 << 20, // bytes in use, dead or alive
    THRESHOLD = 1 << 20,
    MOST_STEPS = 20 * 1000 * 1000,
};

// A copy of the VM: its state, roots and heap.
typedef struct {
    FzVm vm;
    uint8_t *bytes; // roots, then heap
    size_t room;
} Copy;

typedef struct {
    FzValue *frame; // the module's (vm/frame.h)
    FzValue module;
    uint32_t at; // where the statement starts that is running
    Copy copy;   // of the VM before it
} Level;

typedef struct {
    FzVm vm; // first: hooks and natives are given this
    Preinit *preinit;
    const PreinitOptions *options;
    uint8_t *image; // the copy with BREAKs
    VEC(Level *) levels;
    VEC(Level *) spare;
    uint32_t collections; // at the last look at the heap
    uint8_t *looked_at;   // how far it went
    FzNativeFn *hash;     // the built-in function
    jmp_buf back;
    const char *why;      // the running statement has to be undone
    bool breaks_wrongly;  // a BREAK was met where modules cannot be cut
} Driver;

static Driver *driver_of(FzVm *vm) { return (Driver *)(void *)vm; }

static Level *top_level(const Driver *driver)
{
    return driver->levels.items[driver->levels.count - 1];
}

static FzValue module_at(const Driver *driver, uint32_t index)
{
    const FzImageHeader *header = fz_image(&driver->vm);
    return ((const FzValue *)(const void *)(driver->image + header->modules_off))[index];
}

// ---- what must not run

static FzValue stop_here(FzVm *vm, uint32_t argc, FzValue *argv)
{
    (void)argc;
    Driver *driver = driver_of(vm);
    FzValue callee = argv[-1];
    const char *name = "a function of the firmware";
    uint32_t size = (uint32_t)strlen(name);
    if (fz_is_kind(vm, callee, FZ_KIND_NATIVE)) {
        FzValue text = FZ_NATIVE(vm, callee)->name;
        name = (const char *)FZ_STR(vm, text)->text;
        size = fz_count_of(vm, text);
    }
    driver->why = arena_format(driver->preinit->arena, "calls %.*s()", (int)size, name);
    longjmp(driver->back, 1);
}

// Hashes that depend on where an object lies are not the same at boot.
static bool hashes_by_value(const FzVm *vm, FzValue value, uint32_t depth)
{
    FzKind kind = fz_kind_of(vm, value);
    if (kind != FZ_KIND_TUPLE)
        return kind <= FZ_KIND_BYTES;
    bool good = depth > 0;
    for (uint32_t i = 0; good && i < fz_count_of(vm, value); i++)
        good = hashes_by_value(vm, FZ_TUPLE(vm, value)->items[i], depth - 1);
    return good;
}

static FzValue hash_value(FzVm *vm, uint32_t argc, FzValue *argv)
{
    enum { NESTING = 8 };
    if (!hashes_by_value(vm, argv[0], NESTING))
        return stop_here(vm, argc, argv);
    return driver_of(vm)->hash(vm, argc, argv);
}

static void stopped(FzVm *vm)
{
    Driver *driver = driver_of(vm);
    if (vm->steps == 0)
        driver->why = "takes too many steps";
    else
        driver->breaks_wrongly = true;
    longjmp(driver->back, 1);
}

static FzNativeFn *const *allowed_natives(Driver *driver, Arena *arena, const FzApp *app)
{
    const FzImageHeader *header = (const FzImageHeader *)(const void *)app->image;
    const uint32_t *numbers = app->image + header->natives_off / 4;
    FzNativeFn **table = ARENA_NEW_ARRAY(arena, FzNativeFn *, app->natives_count);
    for (uint32_t i = 0; i < app->natives_count; i++) {
        table[i] = preinit_allows(numbers[i]) ? app->natives[i] : stop_here;
        if (numbers[i] == catalogue_find_builtin("hash")) {
            driver->hash = app->natives[i];
            table[i] = hash_value;
        }
    }
    return table;
}

// ---- copies of the VM

static void keep(Driver *driver, Copy *copy)
{
    const FzVm *vm = &driver->vm;
    size_t roots = (size_t)((uint8_t *)vm->sp - (uint8_t *)vm->registers);
    size_t heap = fz_heap_used(vm);
    if (copy->room < roots + heap) {
        copy->room = (roots + heap) * 2;
        copy->bytes = arena_alloc(driver->preinit->arena, copy->room);
    }
    copy->vm = *vm;
    memcpy(copy->bytes, vm->registers, roots);
    memcpy(copy->bytes + roots, vm->heap_start, heap);
}

static void put_back(Driver *driver, const Copy *copy)
{
    driver->vm = copy->vm;
    const FzVm *vm = &driver->vm;
    size_t roots = (size_t)((uint8_t *)vm->sp - (uint8_t *)vm->registers);
    memcpy(vm->registers, copy->bytes, roots);
    memcpy(vm->heap_start, copy->bytes + roots, fz_heap_used(vm));
    driver->collections = vm->collections;
    driver->looked_at = vm->heap_next;
}

// ---- cuts

static const FzCode *code_of(const Driver *driver, FzValue module)
{
    return FZ_CODE(&driver->vm, FZ_MODULE(&driver->vm, module)->code);
}

// The code as it was linked, where no BREAK hides an instruction.
static const uint8_t *clean_bytes(const Driver *driver, const FzCode *code)
{
    size_t offset = (size_t)(code->bytes - driver->image);
    return driver->preinit->image + offset;
}

// Forbids cuts behind `from` up to `to`.
static void forbid(uint8_t *forbidden, uint32_t from, uint32_t to)
{
    for (uint32_t at = from + 1; at <= to; at++)
        forbidden[at] = 1;
}

static void set_breaks(const Driver *driver, FzValue module)
{
    const FzCode *code = code_of(driver, module);
    const uint8_t *bytes = clean_bytes(driver, code);
    uint8_t *patched = driver->image + (code->bytes - driver->image);
    uint32_t size = fz_code_size(code);
    uint8_t *forbidden = ARENA_NEW_ARRAY(driver->preinit->arena, uint8_t, size + 1);
    FzInstruction inst;
    for (uint32_t at = 0; at < size && fz_decode_instruction(bytes, size, at, &inst); at += inst.size)
        if (fz_op_info[inst.op].flags & FZ_OP_JUMPS && (uint32_t)inst.operand <= at)
            forbid(forbidden, (uint32_t)inst.operand, at);
    const uint8_t *region = bytes + size;
    for (uint32_t i = 0; i < code->sizes >> 16; i++, region += FZ_REGION_SIZE) {
        uint32_t start = region[0] | (uint32_t)region[1] << 8;
        uint32_t end = region[2] | (uint32_t)region[3] << 8;
        forbid(forbidden, start, end - 1);
    }
    for (uint32_t at = 0; at < size && fz_decode_instruction(bytes, size, at, &inst); at += inst.size)
        if (!forbidden[at])
            patched[at] = FZ_OP_BREAK;
}

static bool is_at_boot(const Driver *driver, FzValue module)
{
    return driver->options->is_at_boot[FZ_MODULE(&driver->vm, module)->index];
}

// A module that must not run keeps the first one.
static void clear_breaks(const Driver *driver, FzValue module)
{
    const FzCode *code = code_of(driver, module);
    uint8_t *patched = driver->image + (code->bytes - driver->image);
    memcpy(patched, clean_bytes(driver, code), fz_code_size(code));
    if (is_at_boot(driver, module))
        patched[0] = FZ_OP_BREAK;
}

static bool is_python(const Driver *driver, FzValue module)
{
    const FzModule *object = FZ_MODULE(&driver->vm, module);
    return !(object->header & FZ_HEADER_A) && object->code != FZ_NULL;
}

static bool has_started(const Driver *driver, FzValue module)
{
    return driver->vm.globals[FZ_MODULE(&driver->vm, module)->globals] != FZ_NULL;
}

// Modules that have not started run without breaks from now on.
static void clear_waiting(const Driver *driver)
{
    for (uint32_t i = 0; i < driver->preinit->module_count; i++) {
        FzValue module = module_at(driver, i);
        if (is_python(driver, module) && !has_started(driver, module))
            clear_breaks(driver, module);
    }
}

// An exception there is caught, or something runs before it goes on.
static bool is_in_region(const uint8_t *region, uint32_t count, uint32_t at)
{
    for (; count > 0; count--, region += FZ_REGION_SIZE) {
        uint32_t start = region[0] | (uint32_t)region[1] << 8;
        uint32_t end = region[2] | (uint32_t)region[3] << 8;
        if (start <= at && at < end)
            return true;
    }
    return false;
}

// The statement at `at` of the code starts: when importing is the first thing it does, the modules
// that it runs can be cut, too. Not where exceptions are caught: the module could be imported again
// then, from its beginning.
static void begin_statement(const Driver *driver, FzValue module, uint32_t at)
{
    const FzCode *code = code_of(driver, module);
    const uint8_t *bytes = clean_bytes(driver, code);
    driver->image[code->bytes - driver->image + (ptrdiff_t)at] = bytes[at];
    FzInstruction inst;
    clear_waiting(driver);
    if (!fz_decode_instruction(bytes, fz_code_size(code), at, &inst) ||
        inst.op != FZ_OP_IMPORT_NAME ||
        is_in_region(bytes + fz_code_size(code), code->sizes >> 16, at))
        return;
    const FzTuple *pool = FZ_TUPLE(&driver->vm, FZ_MODULE(&driver->vm, module)->pool);
    FzValue imported = pool->items[inst.operand];
    for (; imported != FZ_NULL; imported = FZ_MODULE(&driver->vm, imported)->parent)
        if (is_python(driver, imported) && !has_started(driver, imported))
            set_breaks(driver, imported);
}

// ---- levels

static const char *left_behind(Driver *driver, uint8_t *from)
{
    for (uint8_t *at = from; at < driver->vm.heap_next;) {
        uint32_t header = *(uint32_t *)(void *)at;
        FzKind kind = fz_header_kind(header);
        if (kind == FZ_KIND_GENERATOR)
            return "leaves a generator behind";
        if (kind == FZ_KIND_EXCEPTION)
            return "leaves an exception behind";
        if (kind != FZ_KIND_FREE && !preinit_can_freeze(kind))
            return "leaves an iterator or its like behind";
        at += fz_object_size(header);
    }
    return NULL;
}

// Looks at what the statement made: objects that cannot lie in ROM must be dead.
static const char *check_heap(Driver *driver)
{
    FzVm *vm = &driver->vm;
    if (fz_heap_used(vm) > MOST_HEAP)
        return "takes too much memory";
    bool is_new = vm->collections != driver->collections || driver->looked_at < vm->heap_start;
    const char *why = left_behind(driver, is_new ? vm->heap_start : driver->looked_at);
    if (why) {
        fz_heap_collect(vm);
        why = left_behind(driver, vm->heap_start);
    }
    driver->collections = vm->collections;
    driver->looked_at = vm->heap_next;
    return why;
}

static void pop_level(Driver *driver)
{
    VEC_PUSH(driver->preinit->arena, &driver->spare, top_level(driver));
    driver->levels.count--;
}

static void push_level(Driver *driver, FzValue module)
{
    Level *level = NULL;
    if (driver->spare.count > 0)
        level = driver->spare.items[--driver->spare.count];
    else
        level = ARENA_NEW(driver->preinit->arena, Level);
    level->frame = driver->vm.frame;
    level->module = module;
    VEC_PUSH(driver->preinit->arena, &driver->levels, level);
}

// A module's frame is new: it can be cut when the statement that imports it has done nothing else.
static bool is_clean_import(const Driver *driver)
{
    const FzVm *vm = &driver->vm;
    if (driver->levels.count == 0)
        return true;
    const Level *caller = top_level(driver);
    const FzCode *code = FZ_CODE(vm, vm->frame[0]);
    FzValue *locals = vm->frame - fz_code_locals(code);
    FzValue *frame = locals - fz_way_distance(locals[-1]);
    uint32_t resume = fz_way_resume(locals[-1]);
    const FzCode *below = code_of(driver, caller->module);
    FzInstruction inst;
    return frame == caller->frame &&
           fz_decode_instruction(clean_bytes(driver, below), fz_code_size(below), caller->at, &inst) &&
           inst.op == FZ_OP_IMPORT_NAME && resume == caller->at + inst.size;
}

// The loop stopped at a BREAK. False when the statement before it has to be undone.
static bool arrive(Driver *driver)
{
    FzVm *vm = &driver->vm;
    FzValue module = FZ_CODE(vm, vm->frame[0])->module;
    uint32_t at = vm->break_at;
    vm->resume = at;
    if (is_at_boot(driver, module)) {
        driver->why = "imports a module that the manifest leaves to boot";
        return false;
    }
    if (vm->sp != vm->frame + FZ_LINKAGE) { // inside an expression
        const FzCode *code = code_of(driver, module);
        driver->image[code->bytes - driver->image + (ptrdiff_t)at] = clean_bytes(driver, code)[at];
        return true;
    }
    while (driver->levels.count > 0 && top_level(driver)->frame > vm->frame)
        pop_level(driver);
    bool is_new = driver->levels.count == 0 || top_level(driver)->frame != vm->frame;
    if (is_new && !is_clean_import(driver)) {
        clear_breaks(driver, module);
        return true;
    }
    driver->why = check_heap(driver);
    if (driver->why)
        return false;
    if (is_new)
        push_level(driver, module);
    Level *level = top_level(driver);
    level->at = at;
    keep(driver, &level->copy);
    begin_statement(driver, module, at);
    return true;
}

// ---- the whole run

static uint32_t index_of(const Driver *driver, FzValue module)
{
    return FZ_MODULE(&driver->vm, module)->index;
}

// Undoes the statement that runs; every module that waits for it stops where it is.
static void stop_all(Driver *driver)
{
    const char *why = driver->why;
    put_back(driver, &top_level(driver)->copy);
    for (uint32_t i = driver->levels.count; i-- > 0;) {
        const Level *level = driver->levels.items[i];
        PreinitModule *module = &driver->preinit->modules[index_of(driver, level->module)];
        *module = (PreinitModule){.started = true, .cut = level->at, .why = why};
        module->line = fz_code_line(code_of(driver, level->module), level->at);
        FzValue name = FZ_MODULE(&driver->vm, level->module)->name;
        why = arena_format(driver->preinit->arena, "imports %.*s, which stopped",
                           (int)fz_count_of(&driver->vm, name), FZ_STR(&driver->vm, name)->text);
    }
}

static void note_done(Driver *driver)
{
    for (uint32_t i = 0; i < driver->preinit->module_count; i++) {
        FzValue module = module_at(driver, i);
        PreinitModule *out = &driver->preinit->modules[i];
        FzValue state = fz_from_int(FZ_MODULE_DONE);
        if (is_python(driver, module))
            out->done = driver->vm.globals[FZ_MODULE(&driver->vm, module)->globals] == state;
    }
}

static bool begin(Driver *driver)
{
    FzValue entry = module_at(driver, fz_image(&driver->vm)->entry);
    set_breaks(driver, entry);
    driver->vm.nesting = 1;
    return fz_module_start(&driver->vm, entry, fz_back(FZ_RETURN_EXIT, 0));
}

static void drive(Driver *driver)
{
    FzRun run;
    if (!driver->options->runs || is_at_boot(driver, module_at(driver, fz_image(&driver->vm)->entry)) ||
        !begin(driver))
        return;
    for (;;) {
        if (setjmp(driver->back) == 0)
            run = fz_interpret(&driver->vm);
        else
            run = FZ_RUN_RAISED;
        if (driver->breaks_wrongly) {
            driver->breaks_wrongly = false;
            put_back(driver, &top_level(driver)->copy);
            clear_waiting(driver);
            driver->vm.resume = top_level(driver)->at;
        } else if (run == FZ_RUN_RETURNED) {
            while (driver->levels.count > 1)
                pop_level(driver);
            driver->why = check_heap(driver);
            if (!driver->why) {
                fz_module_finish(&driver->vm, module_at(driver, fz_image(&driver->vm)->entry), true);
                return;
            }
            break;
        } else if (run != FZ_RUN_BREAK || !arrive(driver)) {
            break;
        }
    }
    if (!driver->why)
        driver->why = "raises an exception";
    stop_all(driver);
}

// Objects in ROM never die, which a program with weak references would see.
static bool sees_death(const FzApp *app)
{
    const FzImageHeader *header = (const FzImageHeader *)(const void *)app->image;
    const uint32_t *numbers = app->image + header->natives_off / 4;
    for (uint32_t i = 0; i < app->natives_count; i++) {
        const NativeRow *row = numbers[i] < FZ_NATIVES_COUNT ? catalogue_native(numbers[i]) : NULL;
        if (row && row->module && strcmp(row->module, "_weakref") == 0)
            return true;
    }
    return false;
}

bool preinit_run(Preinit *preinit, Arena *arena, const FzApp *app, const PreinitOptions *options)
{
    Driver *driver = ARENA_NEW(arena, Driver);
    PreinitOptions none = {.is_at_boot = options->is_at_boot};
    const FzImageHeader *header = (const FzImageHeader *)(const void *)app->image;
    *preinit = (Preinit){.arena = arena, .vm = &driver->vm, .image = (const uint8_t *)app->image};
    driver->options = sees_death(app) ? &none : options;
    preinit->natives = app->natives;
    preinit->module_count = header->modules_count;
    preinit->modules = ARENA_NEW_ARRAY(arena, PreinitModule, header->modules_count);
    preinit->block = malloc(BLOCK_SIZE);
    driver->preinit = preinit;
    driver->image = arena_alloc(arena, app->image_size);
    memcpy(driver->image, app->image, app->image_size);
    FzApp *patched = ARENA_NEW(arena, FzApp);
    *patched = *app;
    patched->image = (const uint32_t *)(void *)driver->image;
    patched->natives = allowed_natives(driver, arena, app);
    static const FzPort port = {0};
    if (!preinit->block ||
        fz_open(&driver->vm, patched, preinit->block, BLOCK_SIZE, &port) != FZ_OK)
        return false;
    driver->vm.threshold = THRESHOLD;
    driver->vm.steps = MOST_STEPS;
    driver->vm.stopped = stopped;
    driver->looked_at = driver->vm.heap_start;
    for (uint32_t i = 0; i < header->modules_count; i++)
        if (is_python(driver, module_at(driver, i)))
            clear_breaks(driver, module_at(driver, i));
    drive(driver);
    note_done(driver);
    return true;
}

void preinit_close(Preinit *preinit)
{
    free(preinit->block);
    preinit->block = NULL;
}
