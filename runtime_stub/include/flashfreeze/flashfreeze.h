// SPDX-License-Identifier: MIT
// The API for firmware. A program is an FzApp (a generated C array and its table of natives); a
// running one is an FzVm, which lives in memory of the caller beside one block of RAM for the
// program's heap and stack. Several VMs can run side by side; a VM is used by one thread.
//
// A function whose first parameter is `FzVm *` may move objects unless its comment says that it
// does not; FzValues in C variables die then. FzRoot keeps a value.
#ifndef FLASHFREEZE_H
#define FLASHFREEZE_H

#include "object.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum {
#define STATUS(name, number, text) FZ_##name = number,
#include "status.def"
#undef STATUS
} FzStatus;

#if defined(__GNUC__)
#define FZ_MUST_CHECK __attribute__((warn_unused_result))
#else
#define FZ_MUST_CHECK
#endif

typedef struct FzVm FzVm;

// A root: see fz_root_new. 0 is none.
typedef uint32_t FzRoot;

// A native function. argv[0 .. argc) are the arguments; the array lies on the VM's stack, so its
// values stay current when objects move. Gives the result, or FZ_NULL after raising.
typedef FzValue FzNativeFn(FzVm *vm, uint32_t argc, FzValue *argv);

// A frozen program: what the generated C defines.
typedef struct FzApp {
    const uint32_t *image;       // aligned words
    uint32_t image_size;         // bytes
    FzNativeFn *const *natives;  // one for each native the image uses, in the image's order
    uint32_t natives_count;
} FzApp;

// What a port supplies. Every hook gets `context`. NULL hooks do nothing (write), give 0 (clock).
typedef struct FzPort {
    void *context;
    void (*write)(void *context, const char *text, uint32_t size); // console output
    uint32_t (*ticks_ms)(void *context);                           // monotonic milliseconds, wraps
    void (*sleep_ms)(void *context, uint32_t milliseconds);
    uint64_t (*time_ns)(void *context);                            // wall clock since 1970, or since start
} FzPort;

// Memory of a VM in bytes.
typedef struct {
    uint32_t heap_used;        // live and dead objects now
    uint32_t heap_peak;        // most heap_used ever right after an allocation
    uint32_t heap_live_peak;   // most bytes that survived a collection
    uint32_t stack_used;
    uint32_t stack_peak;
    uint32_t globals;          // registers and global variables of modules
    uint32_t total;            // the block given to fz_open
    uint32_t collections;
} FzMemory;

#include "vm_struct.h"

// Starts `app` in `ram` (aligned to 4, `ram_size` bytes) without running it. `vm` need not be
// initialised; it, `app`, `ram` and `port` must outlive the VM. Checks the image's structure.
FZ_MUST_CHECK FzStatus fz_open(FzVm *vm, const FzApp *app, void *ram, uint32_t ram_size, const FzPort *port);

// Bytes of RAM that the image asks for: its heap, stack and global variables.
uint32_t fz_ram_needed(const FzApp *app);

// Runs the entry module to its end. An unhandled exception is printed through the port's console
// and gives FZ_RAISED; SystemExit gives FZ_EXIT (see fz_exit_code).
FZ_MUST_CHECK FzStatus fz_run(FzVm *vm);
int32_t fz_exit_code(const FzVm *vm); // after FZ_EXIT; 0 otherwise

// Gives the VM's resources up. The RAM may be used for anything afterwards.
void fz_close(FzVm *vm);

// Imports a module (running it if it has not been) and calls its function `name` with the `argc`
// values at argv. The result is in *result. FZ_RAISED leaves the exception for fz_exception().
FZ_MUST_CHECK FzStatus fz_call_function(FzVm *vm, const char *module, const char *name, uint32_t argc,
                                        const FzValue *argv, FzValue *result);

// Calls anything callable with positional arguments: for natives that were given a function. argv
// may be NULL when argc is 0. Gives the result, or FZ_NULL with an exception that the native passes
// on by giving FZ_NULL, too.
FzValue fz_call(FzVm *vm, FzValue callable, uint32_t argc, const FzValue *argv);

// ---- from outside: interrupts, other threads, watchdogs
//
// The VM looks for what is asked of it at least every FZ_PAUSE_STEPS calls and jumps back.

// Ends the program that runs, or the next one: no handler and no `finally` of it runs, and the
// function that runs it gives FZ_STOPPED. The VM can run again afterwards. May be called from anywhere.
void fz_stop(FzVm *vm);

// Lets the program make `steps` more calls and jumps back; then it ends as by fz_stop. 0: no limit.
void fz_limit_steps(FzVm *vm, uint32_t steps);

// A call asked for from outside.
typedef struct FzDeferred {
    FzRoot function;
    int32_t argument;
} FzDeferred;

// Gives the VM room for `count` calls (at most 255, one fewer waits at a time) at `room`, which must outlive it.
void fz_defer_room(FzVm *vm, FzDeferred *room, uint32_t count);

// Asks for `function(argument)` to be called between two steps of the program that runs, or by
// fz_run_deferred. May be called from an interrupt, but not from two at the same time. False when
// there is no room. What the function raises is printed, but SystemExit ends the program.
bool fz_defer(FzVm *vm, FzRoot function, int32_t argument);

// Makes the calls that wait, for firmware whose loop is in C.
FZ_MUST_CHECK FzStatus fz_run_deferred(FzVm *vm);

// The exception of the last FZ_RAISED, or FZ_NULL; does not collect.
FzValue fz_exception(const FzVm *vm);
// Prints it with its traceback through the console and forgets it.
void fz_print_exception(FzVm *vm);

// Values from C and back. The makers give FZ_NULL after raising MemoryError; the readers give
// FZ_WRONG_TYPE, never raise and do not collect. Text pointers die when objects move.
FzValue fz_make_int(FzVm *vm, int64_t number);
FzValue fz_make_float(FzVm *vm, double number);
FzValue fz_make_str(FzVm *vm, const char *utf8, uint32_t size);
FzValue fz_make_bytes(FzVm *vm, const void *bytes, uint32_t size);
FZ_MUST_CHECK FzStatus fz_read_int(const FzVm *vm, FzValue value, int64_t *out);
FZ_MUST_CHECK FzStatus fz_read_float(const FzVm *vm, FzValue value, double *out);
FZ_MUST_CHECK FzStatus fz_read_str(const FzVm *vm, FzValue value, const char **utf8, uint32_t *size);
FZ_MUST_CHECK FzStatus fz_read_bytes(const FzVm *vm, FzValue value, const uint8_t **bytes, uint32_t *size);

// A root keeps a value alive and current: handles are small numbers; fz_root_free gives one back.
FZ_MUST_CHECK FzStatus fz_root_new(FzVm *vm, FzValue value, FzRoot *out);
FzValue fz_root_value(const FzVm *vm, FzRoot root);
void fz_root_free(FzVm *vm, FzRoot root);

// Raises a built-in exception: always gives FZ_NULL, so a native can `return fz_raise(...)`.
// The format knows %s (C string), %d (int32_t), %u (uint32_t), %c, %%, %v (FzValue as str() of a
// str, else its repr for simple kinds), %t (FzValue: name of its type).
FzValue fz_raise(FzVm *vm, FzTypeId type, const char *format, ...);

// Memory figures now; does not collect.
void fz_memory(const FzVm *vm, FzMemory *out);
void fz_collect(FzVm *vm);

// Text of a status.
const char *fz_status_text(FzStatus status);

#endif
