// SPDX-License-Identifier: MIT
// The C API of flashfreeze.h, used as firmware uses it, on the program beside this file. Built with
// the plain runtime and with the one that moves every object at every allocation.
#include "api.h"

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on

#include <string.h>

enum { RAM_SIZE = 32 * 1024 };

typedef struct {
    uint32_t ram[RAM_SIZE / 4];
    FzVm vm;
    FzPort port;
    char out[4096];
    uint32_t out_size;
} Board;

static Board board;
static Board other;
static FzRoot on_event; // what desk.interrupt asks for
static bool was_full;

static void write_console(void *context, const char *text, uint32_t size)
{
    Board *of = context;
    if (size > sizeof of->out - 1 - of->out_size)
        size = (uint32_t)sizeof of->out - 1 - of->out_size;
    memcpy(of->out + of->out_size, text, size);
    of->out_size += size;
    of->out[of->out_size] = 0;
}

static void start(Board *of)
{
    memset(of, 0, sizeof *of);
    of->port = (FzPort){.context = of, .write = write_console};
    assert_int_equal(fz_open(&of->vm, &api, of->ram, sizeof of->ram, &of->port), FZ_OK);
}

static int set_up(void **state)
{
    (void)state;
    start(&board);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fz_close(&board.vm);
    return 0;
}

static FzStatus call(const char *name, uint32_t argc, const FzValue *argv, FzValue *result)
{
    return fz_call_function(&board.vm, "tasks", name, argc, argv, result);
}

static int64_t int_of(FzValue value)
{
    int64_t number = 0;
    assert_int_equal(fz_read_int(&board.vm, value, &number), FZ_OK);
    return number;
}

// ---- natives of the program

int32_t desk_twice(int32_t a0)
{
    return 2 * a0;
}

const char *desk_greet(const char *a0, uint32_t a0_size, uint32_t *size)
{
    static char text[64] = "hello ";
    memcpy(text + 6, a0, a0_size);
    *size = 6 + a0_size;
    return text;
}

FzValue desk_apply(FzVm *vm, FzValue a0, FzValue a1)
{
    return fz_call(vm, a0, 1, &a1);
}

FzValue desk_refuse(FzVm *vm)
{
    return fz_raise(vm, FZ_TYPE_VALUE_ERROR, "%s %d", "number", 7);
}

void desk_stop(void)
{
    fz_stop(&board.vm);
}

void desk_interrupt(int32_t a0)
{
    was_full |= !fz_defer(&board.vm, on_event, a0);
}

// ---- tests

static void the_program_runs_and_its_natives_check_their_arguments(void **state)
{
    (void)state;
    assert_int_equal(fz_run(&board.vm), FZ_OK);
    assert_string_equal(board.out, "twice 42 hello world\n"
                                   "apply 42\n"
                                   "TypeError twice() argument 1 must be int, not str\n"
                                   "OverflowError twice() argument 1 does not fit 32 bits\n"
                                   "TypeError twice() argument 1 must be int, not NoneType\n"
                                   "refused: number 7\n"
                                   "through C: integer division or modulo by zero\n");
}

static void functions_are_called_with_values_of_c(void **state)
{
    (void)state;
    FzValue result;
    FzValue numbers[] = {fz_make_int(&board.vm, 40), fz_make_int(&board.vm, 2)};
    assert_int_equal(call("add", 2, numbers, &result), FZ_OK);
    assert_int_equal(int_of(result), 42);
    assert_int_equal(call("nothing", 0, NULL, &result), FZ_NOT_FOUND);
    assert_int_equal(fz_call_function(&board.vm, "nowhere", "add", 0, NULL, &result), FZ_NOT_FOUND);
}

static void exceptions_are_left_for_the_caller(void **state)
{
    (void)state;
    FzValue result;
    FzValue what = fz_make_int(&board.vm, 5);
    assert_int_equal(call("fail", 1, &what, &result), FZ_RAISED);
    assert_int_not_equal(fz_exception(&board.vm), FZ_NULL);
    fz_print_exception(&board.vm);
    assert_non_null(strstr(board.out, "KeyError: 5"));
    assert_int_equal(fz_exception(&board.vm), FZ_NULL);
    assert_int_equal(call("leave", 1, &what, &result), FZ_RAISED);
    fz_print_exception(&board.vm);
}

static void values_are_read_back(void **state)
{
    (void)state;
    FzValue result;
    assert_int_equal(call("text_and_bytes", 0, NULL, &result), FZ_OK);
    int64_t number;
    assert_int_equal(fz_read_int(&board.vm, result, &number), FZ_WRONG_TYPE);
    FzRoot root;
    FzValue text = fz_make_str(&board.vm, "gr\xc3\xbc\xc3\x9f", 6);
    assert_int_equal(fz_root_new(&board.vm, text, &root), FZ_OK);
    const char *utf8;
    uint32_t size;
    fz_collect(&board.vm);
    assert_int_equal(fz_read_str(&board.vm, fz_root_value(&board.vm, root), &utf8, &size), FZ_OK);
    assert_int_equal(size, 6);
    assert_memory_equal(utf8, "gr\xc3\xbc\xc3\x9f", 6);
    fz_root_free(&board.vm, root);
    assert_int_equal(fz_root_value(&board.vm, root), FZ_NULL);
    double real;
    assert_int_equal(fz_read_float(&board.vm, fz_make_float(&board.vm, 2.5), &real), FZ_OK);
    assert_true(real == 2.5);
    assert_int_equal(int_of(fz_make_int(&board.vm, (int64_t)1 << 62)), (int64_t)1 << 62);
}

static void roots_stay_current_while_objects_move(void **state)
{
    (void)state;
    enum { COUNT = 20 };
    FzRoot roots[COUNT];
    FzValue result;
    for (uint32_t i = 0; i < COUNT; i++) {
        char text[8] = "root  ";
        text[5] = (char)('a' + i);
        assert_int_equal(fz_root_new(&board.vm, fz_make_str(&board.vm, text, 6), &roots[i]), FZ_OK);
    }
    FzValue many = fz_make_int(&board.vm, 100);
    assert_int_equal(call("churn", 1, &many, &result), FZ_OK);
    for (uint32_t i = 0; i < COUNT; i++) {
        const char *utf8;
        uint32_t size;
        FzValue value = fz_root_value(&board.vm, roots[i]);
        assert_int_equal(fz_read_str(&board.vm, value, &utf8, &size), FZ_OK);
        assert_int_equal(utf8[5], (char)('a' + i));
        fz_root_free(&board.vm, roots[i]);
    }
}

static void two_machines_run_side_by_side(void **state)
{
    (void)state;
    start(&other);
    assert_int_equal(fz_run(&board.vm), FZ_OK);
    assert_int_equal(fz_run(&other.vm), FZ_OK);
    assert_string_equal(board.out, other.out);
    fz_close(&other.vm);
}

static void a_program_is_stopped_whatever_it_catches(void **state)
{
    (void)state;
    static const char *const endless[] = {"forever", "forever_in_generator", "forever_in_key"};
    FzValue result;
    for (uint32_t i = 0; i < sizeof endless / sizeof *endless; i++) {
        fz_limit_steps(&board.vm, 5000);
        assert_int_equal(call(endless[i], 0, NULL, &result), FZ_STOPPED);
        assert_int_equal(fz_exception(&board.vm), FZ_NULL);
    }
    assert_int_equal(call("stop_soon", 0, NULL, &result), FZ_STOPPED);
    assert_int_equal(call("take_log", 0, NULL, &result), FZ_OK); // it can run again
    FzValue numbers[] = {fz_make_int(&board.vm, 1), fz_make_int(&board.vm, 2)};
    assert_int_equal(call("add", 2, numbers, &result), FZ_OK);
}

static void steps_are_counted_exactly(void **state)
{
    (void)state;
    FzValue result;
    FzValue hundred = fz_make_int(&board.vm, 100);
    assert_int_equal(call("count", 1, &hundred, &result), FZ_OK); // imports the module
    fz_limit_steps(&board.vm, 102);                               // one call, and the jumps back
    assert_int_equal(call("count", 1, &hundred, &result), FZ_OK);
    assert_int_equal(int_of(result), 4950);
    fz_limit_steps(&board.vm, 100);
    assert_int_equal(call("count", 1, &hundred, &result), FZ_STOPPED);
    fz_limit_steps(&board.vm, 0);
    hundred = fz_make_int(&board.vm, 10000);
    assert_int_equal(call("count", 1, &hundred, &result), FZ_OK);
}

static FzRoot root_of(const char *name)
{
    FzValue function;
    FzRoot root;
    FzValue text = fz_make_str(&board.vm, name, (uint32_t)strlen(name));
    assert_int_equal(call("find", 1, &text, &function), FZ_OK);
    assert_int_equal(fz_root_new(&board.vm, function, &root), FZ_OK);
    return root;
}

static void deferred_calls_run_between_steps(void **state)
{
    (void)state;
    FzDeferred room[4];
    FzValue result;
    FzValue number = fz_make_int(&board.vm, 5);
    on_event = root_of("on_event");
    was_full = false;
    assert_false(fz_defer(&board.vm, on_event, 1)); // no room was given
    fz_defer_room(&board.vm, room, 4);
    assert_int_equal(call("wait_for_events", 1, &number, &result), FZ_OK);
    assert_false(was_full);
    assert_int_equal(call("log_text", 0, NULL, &result), FZ_OK);
    const char *text;
    uint32_t size;
    assert_int_equal(fz_read_str(&board.vm, result, &text, &size), FZ_OK);
    assert_int_equal(size, 9);
    assert_memory_equal(text, "0,1,2,3,4", 9);
}

static void deferred_calls_wait_for_a_loop_in_c(void **state)
{
    (void)state;
    FzDeferred room[3];
    FzRoot bad = root_of("on_bad_event");
    on_event = root_of("on_event");
    fz_defer_room(&board.vm, room, 3);
    assert_true(fz_defer(&board.vm, bad, 1));
    assert_true(fz_defer(&board.vm, on_event, 2));
    assert_false(fz_defer(&board.vm, on_event, 3)); // one place of a ring stays free
    assert_int_equal(fz_run_deferred(&board.vm), FZ_OK);
    assert_non_null(strstr(board.out, "ZeroDivisionError"));
    FzValue result;
    assert_int_equal(call("log_text", 0, NULL, &result), FZ_OK);
    const char *text;
    uint32_t size;
    assert_int_equal(fz_read_str(&board.vm, result, &text, &size), FZ_OK);
    assert_int_equal(size, 1);
    assert_int_equal(fz_run_deferred(&board.vm), FZ_OK); // none waits
}

static void memory_figures_add_up(void **state)
{
    (void)state;
    FzMemory memory;
    assert_int_equal(fz_run(&board.vm), FZ_OK);
    fz_memory(&board.vm, &memory);
    assert_int_equal(memory.total, RAM_SIZE);
    assert_true(memory.heap_used <= memory.heap_peak);
    assert_true(memory.heap_peak + memory.globals <= memory.total);
    assert_true(memory.stack_peak > 0);
    assert_true(fz_ram_needed(&api) <= RAM_SIZE);
}

static void too_little_memory_is_a_status(void **state)
{
    (void)state;
    FzVm vm;
    uint32_t ram[4];
    assert_int_equal(fz_open(&vm, &api, ram, sizeof ram, &board.port), FZ_NO_MEMORY);
    assert_int_equal(fz_open(&vm, &api, (uint8_t *)ram + 1, sizeof ram - 4, &board.port),
                     FZ_UNALIGNED);
    assert_int_equal(fz_open(&vm, NULL, ram, sizeof ram, &board.port), FZ_BAD_ARGUMENT);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(the_program_runs_and_its_natives_check_their_arguments),
        TEST(functions_are_called_with_values_of_c),
        TEST(exceptions_are_left_for_the_caller),
        TEST(values_are_read_back),
        TEST(roots_stay_current_while_objects_move),
        TEST(two_machines_run_side_by_side),
        TEST(a_program_is_stopped_whatever_it_catches),
        TEST(steps_are_counted_exactly),
        TEST(deferred_calls_run_between_steps),
        TEST(deferred_calls_wait_for_a_loop_in_c),
        TEST(memory_figures_add_up),
        TEST(too_little_memory_is_a_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
