// SPDX-License-Identifier: MIT
// Frames on the VM's stack, and what the files of vm/ ask of each other about them.
//
//   way back | locals ... | own | operand stack ...
//
// own       the CODE that runs, or the GENERATOR whose frame this is
// way back  in place of the callable, as a small integer: where the caller goes on, FzReturn, and the
//           slots from the caller's `own` to the locals; the result takes its place
// vm->frame is the address of the running frame's `own`; it is vm->stack when nothing runs.
#ifndef FLASHFREEZE_VM_FRAME_H
#define FLASHFREEZE_VM_FRAME_H

#include "flashfreeze/opcodes.h"
#include "vm.h"

// In loops that mostly turn a few times, so that the compiler does not widen them.
#ifdef __GNUC__
#define FZ_FEW() __asm__ volatile("")
#else
#define FZ_FEW() ((void)0)
#endif

// FZ_LINKAGE: slots between locals and operand stack. FZ_SLACK: slots above the operand stack that the
// loop itself may use for a moment.
enum { FZ_LINKAGE = 1, FZ_SLACK = 6 };

// What happens in the caller when a frame is left.
typedef enum {
    FZ_RETURN_PUSH,      // the result takes the callable's place; never of a generator
    FZ_RETURN_EXIT,      // back to the C function that ran the frame
    FZ_RETURN_INIT,      // __init__: must give None; the instance lies below the callable's place
    FZ_RETURN_CLASS,     // class body: BUILD_CLASS goes on with the namespace
    FZ_RETURN_MODULE,    // a module's top level: the import goes on
    FZ_RETURN_NEXT,      // FOR_ITER: the result is the next item
    FZ_RETURN_NEXT_WIDE, // the same after a WIDE prefix
    FZ_RETURN_DELEGATE,  // YIELD_FROM
    FZ_RETURN_RESUME,    // a generator resumed by a call: its return raises StopIteration
} FzReturn;

// Case labels of actions that not every program has, as FZ_OP_CASE.
#define FZ_RETURN_CASE(has, action) ((has) ? (int)(action) : (int)(action) + 256)

// What a frame is to do when it is left: action and the offset at which the caller goes on, 0 with EXIT.
FZ_SHARED uint32_t fz_back(FzReturn action, uint32_t resume)
{
    return resume | (uint32_t)action << 16;
}
// The way back: what fz_back gave in the low bits, and the distance. C code may have pushed any number of
// slots, the operands of a code object are at most FZ_MOST_OPERANDS; so the distance of an EXIT has the
// bits of the offset besides.
FZ_SHARED FzValue fz_way_back(uint32_t back, uint32_t distance)
{
    if (back >> 16 == FZ_RETURN_EXIT)
        back |= distance & 0xffff, distance >>= 16;
    return 1 | back << 1 | distance << 21;
}
FZ_SHARED FzReturn fz_way_action(FzValue way) { return (FzReturn)(way >> 17 & 15); }
FZ_SHARED uint32_t fz_way_resume(FzValue way) { return way >> 1 & 0xffff; }
FZ_SHARED uint32_t fz_way_distance(FzValue way)
{
    return fz_way_action(way) == FZ_RETURN_EXIT ? fz_way_resume(way) | way >> 21 << 16 : way >> 21;
}

FZ_SHARED uint32_t fz_code_locals(const FzCode *code) { return code->frame & 0xffff; }
FZ_SHARED uint32_t fz_code_depth(const FzCode *code) { return code->frame >> 16; }
FZ_SHARED uint32_t fz_code_free(const FzCode *code) { return code->line >> 24; }
FZ_SHARED uint32_t fz_code_size(const FzCode *code) { return code->sizes & 0xffff; }
FZ_SHARED uint32_t fz_code_positional(const FzCode *code) { return code->signature >> 8 & 255; }
FZ_SHARED uint32_t fz_code_keyword_only(const FzCode *code)
{
    return (code->signature & FZ_HAS_SIGNATURE) >> 16 & 255;
}
FZ_SHARED uint32_t fz_code_flags(const FzCode *code)
{
    return (code->signature & FZ_HAS_SIGNATURE) >> 24;
}
uint32_t fz_code_params(const FzCode *code); // slots that arguments fill
// Name of a slot, or FZ_EMPTY_STR when the image does not tell.
FzValue fz_code_slot_name(const FzVm *vm, const FzCode *code, uint32_t slot);
FzValue fz_code_doc(const FzVm *vm, const FzCode *code);         // docstring or None
FzValue fz_code_field(const FzVm *vm, const FzCode *code, uint32_t *index); // next field, or FZ_NULL
uint32_t fz_code_line(const FzCode *code, uint32_t offset);      // source line of an instruction

// The code of a frame, from its `own`. CODE objects lie in ROM and never move.
FZ_SHARED FzValue fz_own_code(const FzVm *vm, FzValue own)
{
    return !FZ_HAS_KIND(FZ_KIND_GENERATOR) || fz_is_rom(own)
               ? own
               : ((const FzGenerator *)(void *)(vm->base[0] + own))->code;
}
// Whether it is the frame of a generator.
FZ_SHARED bool fz_is_generator_frame(FzValue own)
{
    return FZ_HAS_KIND(FZ_KIND_GENERATOR) && fz_is_ram(own);
}
// The code of a FUNCTION.
FzValue fz_function_code(const FzVm *vm, FzValue function);
// An extra of a FUNCTION (one of FZ_FUNCTION_*), or FZ_NULL.
FzValue fz_find_extra(const FzVm *vm, FzValue function, uint32_t which);
FZ_SHARED FzValue fz_function_extra(const FzVm *vm, FzValue function, uint32_t which)
{
    return FZ_HAS_EXTRAS & which ? fz_find_extra(vm, function, which) : FZ_NULL;
}

// Makes room for a frame of the code whose first slots are the `used` topmost of the stack.
bool fz_frame_reserve(FzVm *vm, const FzCode *code, uint32_t used);
// Lays `own` above `locals`, whose slots up to vm->sp are filled, and the way back below; makes it the running
// frame; room must be there. Does not collect.
void fz_frame_link(FzVm *vm, FzValue own, const FzCode *code, FzValue *locals, uint32_t back);
// Makes the frame that was running before `locals` was linked the running one again. The result
// must be in the callable's slot, below vm->sp. May collect; false after raising MemoryError.
bool fz_frame_unlink(FzVm *vm, FzValue *locals, uint32_t distance);

// ---- running (vm/interp.c)

typedef enum { FZ_RUN_RAISED, FZ_RUN_RETURNED, FZ_RUN_YIELDED, FZ_RUN_BREAK } FzRun;
// Runs the frame at vm->frame, linked with FZ_RETURN_EXIT, until it is left. Its value is then at
// *vm->sp, in the slot where the callable was. With FZ_BREAKS it also stops at a BREAK: the running
// frame is at offset vm->break_at of its code, and goes on from vm->resume.
FzRun fz_interpret(FzVm *vm);

// ---- calls (vm/call.c, bind.c)

// AGAIN is between functions of call.c alone: call->base has what is to be called instead.
typedef enum { FZ_CALL_RAISED, FZ_CALL_DONE, FZ_CALL_FRAME, FZ_CALL_AGAIN } FzCallState;

typedef struct {
    FzValue *base;     // the callable; argc arguments follow, then pairs of name and value up to vm->sp
    uint32_t argc;
    uint32_t keywords; // pairs
    uint32_t back;     // fz_back of a frame that is pushed
} FzCall;

FZ_SHARED uint32_t fz_keywords(const FzCall *call) { return FZ_HAS_KEYWORDS ? call->keywords : 0; }

// Starts a call. DONE: the result is in *base and vm->sp is base + 1. FRAME: a frame was pushed.
FzCallState fz_begin_call(FzVm *vm, FzCall *call);
// Runs a call to its end, natively or in a nested interpreter; pops everything from base.
FzValue fz_run_call(FzVm *vm, FzCall *call);
// The same for the call of a class that does not ask the class's own class.
FzValue fz_run_class(FzVm *vm, FzCall *call);
// Arranges arguments as the parameters of the code (of call->base's function) say.
bool fz_bind(FzVm *vm, const FzCode *code, const FzCall *call);
// The same for a native: fills its slots; *argc becomes the number of positional arguments.
bool fz_bind_native(FzVm *vm, const FzNative *native, const FzCall *call);
// TypeError for a wrong number of positional arguments.
FzValue fz_raise_native_count(FzVm *vm, const FzNative *native, uint32_t argc);

// Lays out f(*args, **kwargs) of CALL_EX: at[0] callable, at[1] any iterable, at[2] dict or NULL.
bool fz_spread_call(FzVm *vm, FzValue *at, FzCall *call);

// ---- instructions too long for the loop (vm/ops.c): they work on the top of the stack, at vm->sp,
// as opcodes.def says, and give false after raising

bool fz_op_unpack(FzVm *vm, uint32_t count);
bool fz_op_unpack_ex(FzVm *vm, uint32_t left, uint32_t right);
bool fz_op_build_set(FzVm *vm, uint32_t count);
bool fz_op_list_extend(FzVm *vm);
bool fz_op_set_update(FzVm *vm);
bool fz_op_dict_update(FzVm *vm);
bool fz_op_dict_merge(FzVm *vm);
bool fz_op_format(FzVm *vm, uint32_t conversion, bool has_spec);
bool fz_op_make_function(FzVm *vm, FzValue code, uint32_t extras);
bool fz_op_range_setup(FzVm *vm, uint32_t count, uint32_t slots); // of RANGE_UP: two slots
bool fz_op_raise_from(FzVm *vm);
void fz_op_import_star_name(const FzVm *vm, const FzModule *into, FzValue from, FzValue name);
bool fz_op_load_super(FzVm *vm, FzValue name, bool method);
// Puts __exit__ and its receiver in place of the context manager, then __enter__ and its arguments on
// top: *argc of them.
bool fz_op_with_enter(FzVm *vm, uint32_t *argc);
void fz_op_with_exit(FzVm *vm, uint32_t *argc); // pushes __exit__ and its arguments
bool fz_op_with_end(FzVm *vm);

// ---- exceptions and regions (vm/unwind.c, exception.c)

typedef struct {
    uint32_t kind, handler, depth;
} FzRegion;
// The innermost region from *index on that covers an offset; *index becomes the one after it.
bool fz_find_region(const FzCode *code, uint32_t offset, uint32_t *index, FzRegion *region);
// Finds the handler of the pending exception in the running frame and sets the stack up for it
// (vm->sp). Gives the handler's offset, or FZ_NO_HANDLER. No collect.
#define FZ_NO_HANDLER 0xffffffffu
uint32_t fz_unwind_exception(FzVm *vm, const FzCode *code, FzValue *stack, uint32_t offset);
// Leaves regions for a return (target FZ_NO_HANDLER) or a jump: the offset of a finally handler that
// must run first with `payload` and `tag` pushed, or FZ_NO_HANDLER when nothing is in the way.
uint32_t fz_unwind_leave(FzVm *vm, const FzCode *code, FzValue *stack, uint32_t offset,
                         uint32_t target, FzValue payload);
// Notes a place in the pending exception's traceback, if there is memory.
void fz_record_traceback(FzVm *vm, FzValue code, uint32_t offset);
// A new exception object: at[0] is its class, arguments follow up to vm->sp.
FzValue fz_exception_new(FzVm *vm, FzValue *at);
// The exception being handled: by the function that runs or, when that is a generator which handles
// none, by what resumed it; or FZ_NULL. No collect.
FzValue fz_handled(const FzVm *vm);
// Sets __context__ of an exception and makes it the pending one. No collect.
void fz_make_pending(FzVm *vm, FzValue exception);
// Gives an exception (one in ROM keeps none) a traceback or None; false after raising TypeError.
bool fz_set_traceback(FzVm *vm, FzValue exception, FzValue traceback);
// Name of a module as in tracebacks: that of the entry module is the application's.
FzValue fz_module_shown_name(const FzVm *vm, FzValue module);
// Prints one exception with its traceback, its notes and nothing else; it is on the VM stack.
void fz_print_one(FzVm *vm, FzValue *exception);
// Answers `except type`: -1 after raising when `type` is no exception class or tuple of them.
int fz_exception_matches(FzVm *vm, FzValue exception, FzValue type);
FzValue fz_exception_shown_args(FzVm *vm, FzValue exception); // what `args` gives
// TypeError about a call: the format is given the callable's name and the value.
bool fz_raise_about(FzVm *vm, FzValue callable, const char *format, FzValue value);
// True for what `*value` may stand for; what else fails to give an iterator gets another message.
bool fz_is_iterable(const FzVm *vm, FzValue value); // no collect
bool fz_is_exception_class(const FzVm *vm, FzValue value);

// ---- generators (vm/generator.c)

FzValue fz_generator_new(FzVm *vm, FzValue *base); // base[0] FUNCTION, slots of parameters up to sp
// False for a generator that has ended; throwing into one that has not started ends it. No collect.
bool fz_generator_has_frame(FzVm *vm, FzValue generator, bool throws);
// Pushes the frame of the generator at *base with the sent value at base[1]; vm->sp is base + 2.
// False after raising. The operand stack has the sent value on top, unless it is FZ_NULL (an
// exception is pending, to be thrown at the place where it waits) or the generator is new.
bool fz_generator_enter(FzVm *vm, FzValue *base, uint32_t back);
// Copies a few slots.
FZ_SHARED void fz_copy_slots(FzValue *to, const FzValue *from, uint32_t count)
{
    uint64_t pair;
    for (; count >= 2; count -= 2, to += 2, from += 2) {
        fz_copy_bits(&pair, from, sizeof pair);
        fz_copy_bits(to, &pair, sizeof pair);
        FZ_FEW();
    }
    if (count)
        *to = *from;
}
// A GENERATOR is always made by the program.
FZ_SHARED FzGenerator *fz_generator_of(const FzVm *vm, FzValue value)
{
    return (FzGenerator *)(void *)(vm->base[0] + value);
}
// What is being handled inside the generator and outside of it change places.
FZ_SHARED void fz_generator_swap(FzVm *vm, FzGenerator *generator)
{
    FzValue own = generator->handled;
    generator->handled = vm->registers[FZ_REG_HANDLED];
    vm->registers[FZ_REG_HANDLED] = own;
}
// Saves the generator's frame, which ends at vm->sp, to resume at an offset; the frame's slots are
// dead then. No collect.
FZ_SHARED void fz_generator_keep(FzVm *vm, const FzValue *locals, const FzValue *link, uint32_t resume)
{
    FzGenerator *generator = fz_generator_of(vm, link[0]);
    uint32_t count = (uint32_t)(link - locals);
    uint32_t depth = (uint32_t)(vm->sp - link - FZ_LINKAGE);
    fz_copy_slots(generator->slots, locals, count);
    fz_copy_slots(generator->slots + count, link + FZ_LINKAGE, depth);
    generator->state = FZ_GENERATOR_SUSPENDED | depth << FZ_GENERATOR_DEPTH_SHIFT;
    generator->resume = resume;
    fz_generator_swap(vm, generator);
}
// Ends the generator whose frame is left; no collect.
void fz_generator_end(FzVm *vm, FzValue generator);
// Turns a pending StopIteration that leaves the generator into RuntimeError.
void fz_generator_guard(FzVm *vm, FzValue generator);
// Whether it is suspended in an await or `yield from`; no collect.
bool fz_generator_awaits(const FzVm *vm, FzValue generator);
// What resuming a generator gives to a caller: a return becomes StopIteration.
FzValue fz_generator_finish(FzVm *vm, FzRun run, FzValue result);
// Raises what the arguments 1 to 3 of a `throw` ask for; false when they ask for nothing that can
// be raised (pending all the same).
bool fz_generator_raise(FzVm *vm, const FzValue *argv);
void fz_raise_stop(FzVm *vm, FzValue value); // StopIteration(value), without arguments for None
// Result of StopIteration that is pending: its value; forgets the exception. No collect.
FzValue fz_take_stop_value(FzVm *vm);
// Resumes the generator at *slot from C. `sent` FZ_NULL: the pending exception is thrown into it.
FzRun fz_generator_run(FzVm *vm, const FzValue *slot, FzValue sent, FzValue *result);
// One step of `yield from` over what is no generator: at[0] iterator, at[1] sent value. Gives what it
// yields, or FZ_NULL when it ended (*result) or raised (pending).
FzValue fz_delegate_send(FzVm *vm, FzValue *at, FzValue *result);
// The same for the pending exception.
FzValue fz_delegate_throw(FzVm *vm, FzValue *at, FzValue *result);

// A new awaiter (FzAwaiter) of one of the modes (builtins/awaiter.c).
FzValue fz_awaiter_new(FzVm *vm, uint32_t mode, FzValue target, FzValue value);

// ---- modules (vm/module.c)

// The first module that must run before the one at *slot can be used (a package before what lies in
// it), or FZ_NULL; no collect.
FzValue fz_module_to_run(const FzVm *vm, FzValue module);
bool fz_module_start(FzVm *vm, FzValue module, uint32_t back); // pushes the frame of its top level
void fz_module_finish(FzVm *vm, FzValue module, bool done);    // no collect
FzValue fz_import(FzVm *vm, FzValue module);                   // runs it from C if it must
FzValue fz_module_get(const FzVm *vm, FzValue module, FzValue name); // or FZ_NULL; no collect
bool fz_module_set(FzVm *vm, FzValue module, FzValue name, FzValue value);
FzValue fz_submodule(const FzVm *vm, FzValue package, FzValue name); // or FZ_NULL; no collect
// `from module import name`: an attribute, or a submodule, which runs first if it must.
FzValue fz_import_from(FzVm *vm, FzValue module, FzValue name);
// The value of a global or built-in by name, or FZ_NULL; no collect.
FzValue fz_global_by_name(const FzVm *vm, const FzModule *module, FzValue name);
FzValue fz_global_name(const FzVm *vm, const FzModule *module, uint32_t slot); // "" when unknown
FzValue fz_global_fallback(const FzVm *vm, const FzModule *module, FzValue name); // built-in or __name__ ...

// ---- classes (vm/class.c, build_class.c)

FZ_SHARED uint32_t fz_class_flags(const FzVm *vm, FzValue cls)
{
    return fz_count_of(vm, cls) >> 14 & FZ_HAS_CLASS;
}
FZ_SHARED FzKind fz_class_instance_kind(const FzVm *vm, FzValue cls)
{
    return (FzKind)(fz_count_of(vm, cls) & 63);
}
FZ_SHARED FzTypeId fz_class_type_id(const FzVm *vm, FzValue cls)
{
    return (FzTypeId)(fz_count_of(vm, cls) >> 6 & 255);
}
uint32_t fz_class_field_count(const FzVm *vm, FzValue cls);
FzValue fz_metaclass(const FzVm *vm, FzValue cls); // the class of a class; no collect
// Class of an INSTANCE or EXCEPTION.
FZ_SHARED FzValue fz_instance_class(const FzVm *vm, FzValue value)
{
    FzValue word = FZ_WORDS(vm, value)[1];
    return fz_is_kind(vm, word, FZ_KIND_EXT) ? FZ_WORDS(vm, word)[1] : word;
}
// The fields of an INSTANCE or EXCEPTION.
FZ_SHARED FzValue *fz_fields(const FzVm *vm, FzValue value)
{
    uint32_t *words = FZ_WORDS(vm, value);
    return words + fz_kind_info[fz_header_kind(words[0])].words;
}
// What the class, or a base of it, defines in Python under a name; or FZ_NULL. No collect.
FzValue fz_python_method(const FzVm *vm, FzValue cls, FzNameId name);
// fz_class_lookup that also says in which class of the mro the name was, from place `first` on.
FzValue fz_class_find(const FzVm *vm, FzValue cls, FzValue name, uint32_t first, FzValue *owner);
// Looks a name, which need not be interned, up in a dict of names; no collect.
FzValue fz_find_name(const FzVm *vm, FzValue dict, FzValue name);
// The same where equal keys that are not interned count too (a dict that the program can reach).
FzValue fz_find_text(const FzVm *vm, FzValue dict, FzValue name);
// The interned form of a str when there is one, else the str itself; no collect.
FzValue fz_known_name(const FzVm *vm, FzValue name);
// The attributes set on a ROM object or module, or FZ_NULL; no collect.
FzValue fz_overlay(const FzVm *vm, FzValue object);
FzValue fz_overlay_make(FzVm *vm, FzValue object); // the object lies in ROM
// The EXT of the INSTANCE, EXCEPTION or FUNCTION in RAM at *slot, made when there is none.
FzValue fz_extend(FzVm *vm, const FzValue *slot);
FzValue fz_ext_of(const FzVm *vm, FzValue object); // or FZ_NULL; no collect
// A new class. at[0] name (str or CODE), at[1] tuple of bases, at[2] namespace; then names and values
// of `keywords` arguments. Its class is the one at *meta.
FzValue fz_class_make(FzVm *vm, FzValue *at, uint32_t keywords, const FzValue *meta);
// The class that a class with these bases has when it asks for the one at *meta; FZ_NULL after
// raising TypeError. No collect before that.
FzValue fz_class_winner(FzVm *vm, FzValue meta, FzValue bases);
// The namespace that BUILD_CLASS runs the body with: at[0] body, at[1] name, bases, keyword pairs up
// to vm->sp.
FzValue fz_class_prepare(FzVm *vm, const FzValue *at, uint32_t bases, uint32_t keywords);
// BUILD_CLASS: at[0] body, at[1] name, bases, keyword pairs, then the namespace on top.
FzValue fz_class_build(FzVm *vm, FzValue *at, uint32_t bases, uint32_t keywords);
bool fz_is_slot(const FzVm *vm, FzValue cls, FzValue name); // in __slots__ of it or a base; no collect
FzValue fz_instance_new(FzVm *vm, const FzValue *cls); // empty INSTANCE of the class at *cls

// ---- attributes (vm/attr.c)

typedef enum {
    FZ_ATTR_ABSENT,
    FZ_ATTR_VALUE,    // `value` is the attribute
    FZ_ATTR_METHOD,   // `value` bound to `self`
    FZ_ATTR_CALL,     // value(self) gives the attribute
    FZ_ATTR_TRY,      // the same, but when it raises AttributeError, __getattr__ gives it
    FZ_ATTR_GET,      // value.__get__(self or None, cls) gives it
    FZ_ATTR_NAMED,    // value(self, name) gives it: __getattr__
    FZ_ATTR_INTERCEPT, // the same: __getattribute__
    FZ_ATTR_UNREADABLE, // a property without getter
} FzAttrKind;

typedef struct {
    FzAttrKind kind;
    FzValue value;
    FzValue self; // FZ_NULL in GET: looked up on the class
    FzValue cls;  // in GET
} FzAttr;

// EXT of an instance whose dict holds what its fields would.
FZ_SHARED bool fz_ext_has_all(const FzVm *vm, FzValue ext)
{
    return ext != FZ_NULL && (fz_header_of(vm, ext) & FZ_HEADER_A) != 0;
}
void fz_find_attr(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr); // no collect
void fz_find_attr_plain(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr); // without hooks
// The same for special methods: looked up on the class alone. The name may be FZ_NULL.
void fz_find_special(const FzVm *vm, FzValue object, FzValue name, FzAttr *attr);
// The same for super(cls, self).name.
void fz_find_super(const FzVm *vm, FzValue cls, FzValue self, FzValue name, FzAttr *attr);
// Turns what was found into the attribute; `object` and `name` for messages. ABSENT raises.
FzValue fz_attr_value(FzVm *vm, const FzAttr *attr, FzValue object, FzValue name);
FzValue fz_raise_no_attr(FzVm *vm, FzValue object, FzValue name);
bool fz_acts_on_data(const FzVm *vm, FzValue value); // no collect
FZ_SHARED bool fz_is_data_descriptor(const FzVm *vm, FzValue value)
{
    return FZ_HAS_LATE_DESCRIPTORS && fz_acts_on_data(vm, value);
}
// What object.__setattr__ does: sets an attribute of an instance, exception or anything else without
// asking __setattr__ of Python.
bool fz_set_attr_plain(FzVm *vm, FzValue object, FzValue name, FzValue value);
// The place of a field in the instance, or NULL: found by name alone, data descriptors win otherwise.
FzValue *fz_field(const FzVm *vm, FzValue object, FzValue name);
FzValue fz_instance_dict(FzVm *vm, FzValue object); // vars(object): live
// A new dict of what vars() shows, or of the slots, which it does not.
FzValue fz_instance_attributes(FzVm *vm, FzValue object, bool slots);
FzValue fz_bound_method_new(FzVm *vm, FzValue function, FzValue self);

// ---- text (vm/text.c)

void fz_put(const FzVm *vm, const char *text, uint32_t size); // to the console
void fz_put_z(const FzVm *vm, const char *text);
bool fz_text_is(const FzVm *vm, FzValue str, const char *text); // no collect
// First two bytes on the port's console of names: the name of the class as tracebacks show it.
FzValue fz_class_module(const FzVm *vm, FzValue cls);   // str or FZ_NULL; no collect
FzValue fz_class_qualname(const FzVm *vm, FzValue cls); // str; no collect

// The steps of this portion are used up: makes the calls that were asked for from outside and
// starts the next portion. False when the program ends (vm/pause.c).
bool fz_pause(FzVm *vm);
// The same for a native that takes steps in a loop of its own: nothing is called.
bool fz_pause_in_native(FzVm *vm);
// The status of a program that raised; a stopped one may run again.
FzStatus fz_status_of_raised(FzVm *vm);

#endif
