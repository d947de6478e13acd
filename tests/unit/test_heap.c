// SPDX-License-Identifier: MIT
// The heap alone: random graphs of objects are built, cut and collected while a model in ordinary
// memory says what must be there. Linked with the heap's own files only.
#include "heap/collect.h"
#include "vm/vm.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { NODES = 64, SLOTS = 5, GLOBALS = NODES, RAM_SIZE = 16 * 1024 };

static int raised; // counts exceptions that the heap asked for

FzValue fz_raise(FzVm *vm, FzTypeId type, const char *format, ...)
{
    (void)vm, (void)type, (void)format;
    raised++;
    return FZ_NULL;
}

FzValue fz_raise_memory(FzVm *vm)
{
    (void)vm;
    raised++;
    return FZ_NULL;
}

static uint32_t random_state = 12345;
static uint32_t below(uint32_t limit)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % limit;
}

// The image has only a header: the heap checker looks at its bounds. The word before it is there
// because the VM counts from two bytes before an image.
static struct {
    uint32_t before;
    FzImageHeader header;
} empty_image = {.header = {.objects_end = FZ_SINGLETONS_OFF + FZ_SINGLETONS_SIZE}};

static uint32_t ram[RAM_SIZE / 4];

static void open_vm(FzVm *vm, uint32_t size)
{
    memset(vm, 0, sizeof *vm);
    vm->base[1] = (uint8_t *)((uintptr_t)&empty_image - 2);
    vm->stack_max = 2048;
    raised = 0;
    assert_int_equal(fz_heap_open(vm, ram, size, GLOBALS), FZ_OK);
}

// A node of the model: its number, and the nodes that its slots refer to (-1: none).
typedef struct {
    bool exists;
    int slots[SLOTS];
} Node;

static void make_node(FzVm *vm, Node *model, uint32_t number)
{
    FzValue node = fz_new(vm, FZ_KIND_TUPLE, 0, SLOTS + 1);
    if (node == FZ_NULL)
        return;
    FZ_TUPLE(vm, node)->items[0] = fz_from_int((int32_t)number);
    vm->globals[number] = node;
    model[number].exists = true;
    for (int i = 0; i < SLOTS; i++)
        model[number].slots[i] = -1;
    if (below(3) == 0)
        (void)fz_new(vm, FZ_KIND_BYTES, 0, below(40)); // garbage between
}

static void link_nodes(FzVm *vm, Node *model, uint32_t from, uint32_t slot, uint32_t to)
{
    FZ_TUPLE(vm, vm->globals[from])->items[1 + slot] = vm->globals[to];
    model[from].slots[slot] = (int)to;
}

static void check_model(const FzVm *vm, const Node *model)
{
    assert_null(fz_heap_check(vm));
    for (uint32_t i = 0; i < NODES; i++) {
        if (!model[i].exists)
            continue;
        const FzTuple *node = FZ_TUPLE(vm, vm->globals[i]);
        assert_int_equal(node->items[0], fz_from_int((int32_t)i));
        for (int s = 0; s < SLOTS; s++) {
            int to = model[i].slots[s];
            FzValue expected = to < 0 ? FZ_NULL : vm->globals[to];
            if (to < 0 || model[to].exists)
                assert_int_equal(node->items[1 + s], expected);
        }
    }
}

// Forgets a node everywhere, so that it becomes garbage.
static void drop_node(FzVm *vm, Node *model, uint32_t number)
{
    vm->globals[number] = FZ_NULL;
    model[number].exists = false;
    for (uint32_t i = 0; i < NODES; i++)
        for (int s = 0; s < SLOTS; s++)
            if (model[i].exists && model[i].slots[s] == (int)number) {
                FZ_TUPLE(vm, vm->globals[i])->items[1 + s] = FZ_NULL;
                model[i].slots[s] = -1;
            }
}

static void random_graphs_survive_collections(void **state)
{
    (void)state;
    FzVm vm;
    Node model[NODES] = {0};
    open_vm(&vm, RAM_SIZE);
    for (int step = 0; step < 20000; step++) {
        uint32_t number = below(NODES);
        if (!model[number].exists)
            make_node(&vm, model, number);
        else if (below(5) == 0)
            drop_node(&vm, model, number);
        uint32_t other = below(NODES);
        if (model[number].exists && model[other].exists)
            link_nodes(&vm, model, number, below(SLOTS), other);
        if (step % 97 == 0)
            fz_heap_collect(&vm);
        if (step % 31 == 0)
            check_model(&vm, model);
    }
    assert_int_equal(raised, 0);
    assert_true(vm.collections > 100);
}

static void everything_unreachable_is_given_back(void **state)
{
    (void)state;
    FzVm vm;
    open_vm(&vm, RAM_SIZE);
    for (int i = 0; i < 100; i++)
        (void)fz_new(&vm, FZ_KIND_TUPLE, 0, 7);
    fz_heap_collect(&vm);
    assert_int_equal(fz_heap_used(&vm), 0);
}

static void a_chain_longer_than_the_mark_stack_is_marked(void **state)
{
    (void)state;
    FzVm vm;
    open_vm(&vm, RAM_SIZE);
    // Fill the heap with tuples that each refer to the one before, until not one word is free.
    uint32_t count = 0;
    for (;;) {
        FzValue node = fz_new(&vm, FZ_KIND_TUPLE, 0, 1);
        if (node == FZ_NULL)
            break;
        FZ_TUPLE(&vm, node)->items[0] = vm.globals[0];
        vm.globals[0] = node;
        count++;
    }
    assert_int_equal(raised, 1);
    fz_heap_collect(&vm);
    uint32_t found = 0;
    for (FzValue node = vm.globals[0]; node != FZ_NULL; node = FZ_TUPLE(&vm, node)->items[0])
        found++;
    assert_int_equal(found, count);
    assert_null(fz_heap_check(&vm));
}

static void a_wide_object_overflows_the_mark_stack_safely(void **state)
{
    (void)state;
    FzVm vm;
    open_vm(&vm, RAM_SIZE);
    uint32_t width = 400;
    vm.globals[0] = fz_new(&vm, FZ_KIND_TUPLE, 0, width);
    for (uint32_t i = 0; i < width; i++) {
        FzValue leaf = fz_new(&vm, FZ_KIND_TUPLE, 0, 2);
        FZ_TUPLE(&vm, vm.globals[0])->items[i] = leaf;
        FZ_TUPLE(&vm, leaf)->items[1] = vm.globals[0];
        FZ_TUPLE(&vm, leaf)->items[0] = fz_from_int((int32_t)i);
    }
    for (int i = 0; i < 3000 && fz_heap_used(&vm) < RAM_SIZE - 800; i++)
        (void)fz_new(&vm, FZ_KIND_TUPLE, 0, 0);
    fz_heap_collect(&vm);
    for (uint32_t i = 0; i < width; i++) {
        FzValue leaf = FZ_TUPLE(&vm, vm.globals[0])->items[i];
        assert_int_equal(FZ_TUPLE(&vm, leaf)->items[0], fz_from_int((int32_t)i));
        assert_int_equal(FZ_TUPLE(&vm, leaf)->items[1], vm.globals[0]);
    }
}

static void the_heap_slides_when_the_stack_grows(void **state)
{
    (void)state;
    FzVm vm;
    open_vm(&vm, RAM_SIZE);
    vm.globals[0] = fz_new(&vm, FZ_KIND_TUPLE, 0, 1);
    FZ_TUPLE(&vm, vm.globals[0])->items[0] = fz_from_int(42);
    uint8_t *before = vm.heap_start;
    FzValue value = vm.globals[0];
    for (int i = 0; i < 300; i++) {
        assert_true(fz_stack_reserve(&vm, 1));
        fz_push(&vm, vm.globals[0]);
    }
    assert_true(vm.heap_start > before);
    assert_int_equal(FZ_TUPLE(&vm, vm.globals[0])->items[0], fz_from_int(42));
    assert_int_equal(vm.sp[-1], value);
    assert_int_equal(raised, 0);
}

static void a_full_stack_is_a_recursion_error(void **state)
{
    (void)state;
    FzVm vm;
    open_vm(&vm, RAM_SIZE);
    assert_false(fz_stack_reserve(&vm, vm.stack_max / 4 + 1));
    assert_int_equal(raised, 1);
}

static void the_heap_takes_back_what_the_stack_left(void **state)
{
    (void)state;
    FzVm vm;
    open_vm(&vm, 4096);
    assert_true(fz_stack_reserve(&vm, 400));
    uint32_t high = (uint32_t)(vm.heap_end - vm.heap_start);
    FzValue big = fz_new(&vm, FZ_KIND_BYTES, 0, high + 400);
    assert_int_not_equal(big, FZ_NULL);
    assert_int_equal(raised, 0);
}

static void growing_and_shrinking_the_last_object_moves_nothing(void **state)
{
    (void)state;
    FzVm vm;
    open_vm(&vm, RAM_SIZE);
    FzValue value = fz_new(&vm, FZ_KIND_ARRAY, 0, 2);
    vm.globals[0] = value;
    assert_true(fz_grow_in_place(&vm, value, 10));
    assert_int_equal(fz_heap_used(&vm), 44);
    fz_shrink(&vm, value, 3);
    assert_int_equal(fz_heap_used(&vm), 16);
    vm.globals[1] = fz_new(&vm, FZ_KIND_TUPLE, 0, 1);
    assert_false(fz_grow_in_place(&vm, value, 4));
    fz_shrink(&vm, value, 1);
    assert_null(fz_heap_check(&vm));
    fz_heap_collect(&vm);
    assert_int_equal(fz_heap_used(&vm), 8 + 8);
}

static void identities_do_not_keep_objects_alive(void **state)
{
    (void)state;
    FzVm vm;
    open_vm(&vm, RAM_SIZE);
    vm.registers[FZ_REG_IDS] = fz_new(&vm, FZ_KIND_ARRAY, 0, 4);
    FzValue kept = vm.globals[0] = fz_new(&vm, FZ_KIND_TUPLE, 0, 1);
    FzValue lost = fz_new(&vm, FZ_KIND_TUPLE, 0, 1);
    FzTuple *pairs = FZ_TUPLE(&vm, vm.registers[FZ_REG_IDS]);
    pairs->items[0] = lost, pairs->items[1] = fz_from_int(1);
    pairs->items[2] = kept, pairs->items[3] = fz_from_int(2);
    fz_heap_collect(&vm);
    pairs = FZ_TUPLE(&vm, vm.registers[FZ_REG_IDS]);
    assert_int_equal(pairs->items[0], FZ_NULL);
    assert_int_equal(pairs->items[2], vm.globals[0]);
    assert_int_equal(pairs->items[3], fz_from_int(2));
}

static void a_block_too_small_is_refused(void **state)
{
    (void)state;
    FzVm vm = {.base = {0}};
    assert_int_equal(fz_heap_open(&vm, ram, 64, 4), FZ_NO_MEMORY);
    assert_int_equal(fz_heap_open(&vm, ram, 4096, UINT32_MAX), FZ_NO_MEMORY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_graphs_survive_collections),
        cmocka_unit_test(everything_unreachable_is_given_back),
        cmocka_unit_test(a_chain_longer_than_the_mark_stack_is_marked),
        cmocka_unit_test(a_wide_object_overflows_the_mark_stack_safely),
        cmocka_unit_test(the_heap_slides_when_the_stack_grows),
        cmocka_unit_test(a_full_stack_is_a_recursion_error),
        cmocka_unit_test(the_heap_takes_back_what_the_stack_left),
        cmocka_unit_test(growing_and_shrinking_the_last_object_moves_nothing),
        cmocka_unit_test(identities_do_not_keep_objects_alive),
        cmocka_unit_test(a_block_too_small_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
