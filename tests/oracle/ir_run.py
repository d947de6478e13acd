#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the listing that `--dump=ir` prints, on CPython's objects.

An executable reading of docs/bytecode.md: what the instructions and regions mean is spelled out
here a second time, in another language and without the image in between. A script run this way must
print what CPython prints; a difference is a bug of code generation (or of this file).

    ir_run.py LISTING [module name]
"""
import ast
import builtins
import importlib
import operator
import re
import sys

NULL = object()


class Cell:
    __slots__ = ("value",)

    def __init__(self, value=NULL):
        self.value = value


class Function:
    """One function of the listing: header, locals, instructions, regions."""

    def __init__(self, header):
        self.kind, rest = header.split(" ", 1)
        match = re.match(r"(.*) depth (\d+)(?: args (\d+)/(\d+)/(\d+)( \*)?( \*\*)?)?( generator)?$", rest)
        self.qualname, depth, pos, params, kwonly, star, stars, generator = match.groups()
        self.depth = int(depth)
        self.posonly, self.params, self.kwonly = int(pos or 0), int(params or 0), int(kwonly or 0)
        self.star, self.stars = bool(star), bool(stars)
        self.is_generator = bool(generator)
        self.name = self.qualname.rsplit(".", 1)[-1]
        self.doc = None
        self.locals = []  # (kind, is_cell, name)
        self.code = []  # (op, operand text)
        self.labels = {}
        self.children = []

    def finish(self):
        self.region_of, self.regions, current = [], [], None
        for index, (op, operand) in enumerate(self.code):
            if op in ("TRY_EXCEPT", "TRY_FINALLY", "TRY_WITH", "EXCEPT_BEGIN", "FINALLY_BEGIN"):
                self.regions.append([op, current, operand])
                current = len(self.regions) - 1
            self.region_of.append(current)
            if op in ("TRY_END", "EXCEPT_END", "FINALLY_END"):
                current = self.regions[current][1]
        self.made = iter(())


def parse_constant(text):
    if text == "...":
        return ...
    names = {"frozenset": frozenset, "range": range, "inf": float("inf"), "nan": float("nan")}
    return eval(text, names)


def parse(lines):
    """The functions in the order of the listing; children follow their parent."""
    functions = []
    for line in lines:
        header = re.match(r"(module|class|def|lambda|comprehension) .* depth \d+", line)
        if header and not line.startswith(" "):
            functions.append(Function(line))
            continue
        if not functions:
            continue
        function = functions[-1]
        label = re.match(r"(L\d+):$", line)
        local = re.match(r"  (param|free|var)( cell)? (\S+)$", line)
        if label:
            function.labels[label[1]] = len(function.code)
            function.code.append(("LABEL", label[1]))
        elif local:
            function.locals.append((local[1], bool(local[2]), local[3]))
        elif line.startswith("  doc "):
            function.doc = parse_constant(line[6:])
        elif len(line) > 7 and line[6] == " " and line[7] != " ":
            op, _, operand = line[7:].partition(" ")
            function.code.append((op, operand))
    for function in functions:
        function.finish()
    return functions


def link(functions):
    """Gives each MAKE_* instruction its function: children are listed depth first, in order."""
    stream = iter(functions)

    def adopt(function):
        for index, (op, operand) in enumerate(function.code):
            if op in ("MAKE_FUNCTION", "MAKE_CLOSURE"):
                child = next(stream)
                function.code[index] = (op, (child, operand.split(" ")[1:] if op == "MAKE_CLOSURE" else []))
                function.children.append(child)
                adopt(child)

    top = next(stream)
    adopt(top)
    return top


BINARY = {
    "OR": operator.or_, "XOR": operator.xor, "AND": operator.and_, "LSHIFT": operator.lshift,
    "RSHIFT": operator.rshift, "ADD": operator.add, "SUBTRACT": operator.sub, "MULTIPLY": operator.mul,
    "MAT_MULTIPLY": operator.matmul, "FLOOR_DIVIDE": operator.floordiv, "TRUE_DIVIDE": operator.truediv,
    "MODULO": operator.mod, "POWER": operator.pow,
}
INPLACE = {
    "OR": operator.ior, "XOR": operator.ixor, "AND": operator.iand, "LSHIFT": operator.ilshift,
    "RSHIFT": operator.irshift, "ADD": operator.iadd, "SUBTRACT": operator.isub, "MULTIPLY": operator.imul,
    "MAT_MULTIPLY": operator.imatmul, "FLOOR_DIVIDE": operator.ifloordiv,
    "TRUE_DIVIDE": operator.itruediv, "MODULO": operator.imod, "POWER": operator.ipow,
}
TWO = {
    "COMPARE_LESS": operator.lt, "COMPARE_MORE": operator.gt, "COMPARE_EQUAL": operator.eq,
    "COMPARE_LESS_EQUAL": operator.le, "COMPARE_MORE_EQUAL": operator.ge, "COMPARE_NOT_EQUAL": operator.ne,
    "CONTAINS": lambda a, b: a in b, "NOT_CONTAINS": lambda a, b: a not in b,
    "IS": operator.is_, "IS_NOT": operator.is_not, "LOAD_SUBSCR": operator.getitem,
}
for _name, _function in BINARY.items():
    TWO["BINARY_" + _name] = _function
for _name, _function in INPLACE.items():
    TWO["INPLACE_" + _name] = _function
ONE = {
    "UNARY_POSITIVE": operator.pos, "UNARY_NEGATIVE": operator.neg, "UNARY_INVERT": operator.invert,
    "UNARY_NOT": operator.not_, "GET_ITER": iter, "LIST_TO_TUPLE": tuple,
}


class Returned(Exception):
    """Carries the value of a plain function out of its frame."""


class Stopped(Exception):
    """Carries a StopIteration out of the frame of a plain function, which is a generator here."""


class Machine:
    def __init__(self, module_name, globals_dict):
        self.module_name = module_name
        self.globals = globals_dict
        self.handled = None  # the exception being handled

    def make(self, function, defaults, kwdefaults, cells):
        """A real function, so that binding, defaults and error messages are CPython's."""
        names = [name for kind, _, name in function.locals if kind == "param"]
        if function.kind in ("class", "comprehension"):
            return lambda argument: self.start(function, [argument], cells)
        plain = [n if n.isidentifier() else "p%d" % i for i, n in enumerate(names)]
        signature, first_default = [], function.params - len(defaults)
        scope = {"start": lambda args: self.start(function, list(args), cells)}
        for i in range(function.params):
            scope["d%d_" % i] = defaults[i - first_default] if i >= first_default else None
            signature.append(plain[i] + ("=d%d_" % i if i >= first_default else ""))
            if i + 1 == function.posonly:
                signature.append("/")
        star = function.params + function.kwonly
        if function.star:
            signature.append("*" + plain[star])
        elif function.kwonly:
            signature.append("*")
        for i in range(function.params, star):
            scope["d%d_" % i] = kwdefaults.get(names[i])
            signature.append(plain[i] + ("=d%d_" % i if names[i] in kwdefaults else ""))
        if function.stars:
            signature.append("**" + plain[star + function.star])
        values = "".join(n + ", " for n in plain)
        exec("def f(%s): return start_((%s))" % (", ".join(signature), values),
             {**{k: v for k, v in scope.items() if k != "start"}, "start_": scope["start"]}, scope)
        made = scope["f"]
        made.__name__, made.__qualname__ = function.name, function.qualname
        made.__module__, made.__doc__ = self.module_name, function.doc
        return made

    def start(self, function, arguments, cells):
        cells = iter(cells)
        slots = []
        for i, (kind, is_cell, _) in enumerate(function.locals):
            value = arguments[i] if i < len(arguments) else NULL
            if kind == "free":
                value = next(cells)
            elif is_cell:
                value = Cell(value)
            slots.append(value)
        body = self.run(function, slots)
        if function.is_generator:
            body.__name__, body.__qualname__ = function.name, function.qualname
            return body
        try:
            next(body)
        except Returned as result:
            return result.args[0]
        except Stopped as stopped:
            error = stopped.args[0]
        else:
            error = AssertionError("yield in a function that is no generator")
        raise error

    def run(self, f, slots):
        """One frame, as a generator: a plain function's frame ends with Returned instead."""
        try:
            value = yield from self.loop(f, slots)
        except Stopped as stopped:
            if not f.is_generator:
                raise
            raise RuntimeError("generator raised StopIteration") from stopped.args[0]
        if f.is_generator:
            return value
        raise Returned(value)

    def loop(self, f, slots):
        stack, depths, pc = [], {}, 0
        outer_handled = self.handled
        while True:
            op, arg = f.code[pc]
            region = f.region_of[pc]
            pc += 1
            try:
                if op == "YIELD_VALUE":
                    value = stack.pop()
                    mine, self.handled = self.handled, outer_handled
                    try:
                        sent = yield value
                    finally:
                        outer_handled, self.handled = self.handled, mine
                    stack.append(sent)
                    continue
                if op == "YIELD_FROM":
                    sent, source = stack.pop(), stack.pop()
                    mine, self.handled = self.handled, outer_handled
                    try:
                        value = yield from source
                    finally:
                        outer_handled, self.handled = self.handled, mine
                    stack.append(value)
                    continue
                if op == "RETURN_VALUE":
                    assert self.unwound(f, pc - 1)
                    self.handled = outer_handled
                    return stack.pop()
                if op in ("RETURN_UNWIND", "UNWIND_JUMP"):
                    done = (-1, stack.pop()) if op == "RETURN_UNWIND" else (0, f.labels[arg])
                    assert op != "RETURN_UNWIND" or not self.unwound(f, pc - 1)
                    result = self.leave(f, f.region_of[pc - 1], done, stack, depths)
                    if result is None:
                        self.handled = outer_handled
                        return done[1]
                    pc = result
                    continue
                if op == "END_FINALLY":
                    tag, payload = stack.pop(), stack.pop()
                    if tag is None:
                        continue
                    if isinstance(tag, int):
                        result = self.leave(f, f.regions[f.region_of[pc - 1]][1], (tag, payload), stack, depths)
                        if result is None:
                            self.handled = outer_handled
                            return payload
                        pc = result
                        continue
                    self.handled = payload
                    region = f.regions[region][1]
                    raise tag
                pc = self.step(f, op, arg, pc, stack, slots, depths)
                assert len(stack) <= f.depth, "operand stack deeper than depth_limit"
            except (Returned, AssertionError) as error:
                if isinstance(error, Returned) or "depth_limit" in str(error):
                    raise
                pc = self.catch(f, region, error, stack, depths)
            except BaseException as error:
                try:
                    pc = self.catch(f, region, error, stack, depths)
                except BaseException:
                    self.handled = outer_handled
                    if isinstance(error, StopIteration):
                        raise Stopped(error) from None
                    raise

    def unwound(self, f, pc):
        region = f.region_of[pc]
        while region is not None:
            if f.regions[region][0] != "TRY_EXCEPT":
                return False
            region = f.regions[region][1]
        return True

    def leave(self, f, region, done, stack, depths):
        """Leaves regions for a return or jump; gives where to go on, None to return."""
        tag, payload = done
        stop = f.region_of[payload] if tag == 0 else None
        while region is not None and region != stop:
            kind, parent, handler = f.regions[region]
            if kind in ("TRY_FINALLY", "TRY_WITH"):
                del stack[depths[region]:]
                stack += [payload, tag]
                return f.labels[handler]
            if kind == "EXCEPT_BEGIN":
                self.handled = stack[depths[region]]
                del stack[depths[region]:]
            elif kind == "FINALLY_BEGIN":
                if isinstance(stack[depths[region] + 1], BaseException):
                    self.handled = stack[depths[region]]
                del stack[depths[region]:]
            region = parent
        return payload if tag == 0 else None

    def catch(self, f, region, error, stack, depths):
        if error.__context__ is None and self.handled is not error and self.handled is not None:
            error.__context__ = self.handled
        while region is not None:
            kind, parent, handler = f.regions[region]
            if kind in ("TRY_EXCEPT", "TRY_FINALLY", "TRY_WITH"):
                del stack[depths[region]:]
                stack += [self.handled, error]
                self.handled = error
                return f.labels[handler]
            if kind == "EXCEPT_BEGIN":
                self.handled = stack[depths[region]]
            elif depths[region] + 1 < len(stack) and isinstance(stack[depths[region] + 1], BaseException):
                self.handled = stack[depths[region]]
            region = parent
        raise error

    def step(self, f, op, arg, pc, stack, slots, depths):
        pop, push = stack.pop, stack.append
        if op in TWO:
            b, a = pop(), pop()
            push(TWO[op](a, b))
        elif op in ONE:
            push(ONE[op](pop()))
        elif op == "LABEL" or op in ("TRY_END", "EXCEPT_END", "FINALLY_END"):
            pass
        elif op in ("TRY_EXCEPT", "TRY_FINALLY"):
            depths[f.region_of[pc - 1]] = len(stack)
        elif op == "TRY_WITH":
            depths[f.region_of[pc - 1]] = len(stack) - 1
        elif op in ("EXCEPT_BEGIN", "FINALLY_BEGIN"):
            depths[f.region_of[pc - 1]] = len(stack) - 2
        elif op == "JUMP":
            return f.labels[arg]
        elif op in ("POP_JUMP_IF_TRUE", "POP_JUMP_IF_FALSE"):
            if bool(pop()) == (op == "POP_JUMP_IF_TRUE"):
                return f.labels[arg]
        elif op in ("JUMP_IF_TRUE_OR_POP", "JUMP_IF_FALSE_OR_POP"):
            if bool(stack[-1]) == (op == "JUMP_IF_TRUE_OR_POP"):
                assert f.labels[arg] > pc
                return f.labels[arg]
            pop()
        elif op == "FOR_ITER":
            assert f.labels[arg] > pc
            try:
                push(next(stack[-1]))
            except StopIteration:
                pop()
                return f.labels[arg]
        elif op == "RANGE_SETUP":
            values = self.take(stack, int(arg))
            stack.extend([iter(range(*values)), NULL, NULL])
        elif op == "RANGE_UP":
            values = self.take(stack, int(arg))
            stack.extend([iter(range(*values)), NULL])
        elif op == "FOR_UP":
            assert stack[-1] is NULL and f.labels[arg] > pc
            try:
                push(next(stack[-2]))
            except StopIteration:
                del stack[-2:]
                return f.labels[arg]
        elif op == "FOR_RANGE":
            assert stack[-1] is NULL and stack[-2] is NULL and f.labels[arg] > pc
            try:
                push(next(stack[-3]))
            except StopIteration:
                del stack[-3:]
                return f.labels[arg]
        else:
            self.rest(f, op, arg, stack, slots)
        return pc

    @staticmethod
    def take(stack, count):
        values = stack[len(stack) - count:]
        del stack[len(stack) - count:]
        return values

    def rest(self, f, op, arg, stack, slots):
        method = getattr(self, "op_" + op.lower(), None)
        if method is None:
            raise SystemError("ir_run does not know " + op)
        method(f, arg, stack, slots)

    # -- constants and names
    def op_load_const(self, f, arg, stack, slots):
        stack.append(parse_constant(arg))

    def op_load_null(self, f, arg, stack, slots):
        stack.append(NULL)

    def op_load_local(self, f, arg, stack, slots):
        slot = int(arg.split()[0])
        if slots[slot] is NULL:
            name = f.locals[slot][2]
            raise UnboundLocalError(
                "cannot access local variable '%s' where it is not associated with a value" % name)
        stack.append(slots[slot])

    def op_store_local(self, f, arg, stack, slots):
        slots[int(arg.split()[0])] = stack.pop()

    def op_delete_local(self, f, arg, stack, slots):
        self.op_load_local(f, arg, [], slots)
        slots[int(arg.split()[0])] = NULL

    def op_load_cell(self, f, arg, stack, slots):
        slot = int(arg.split()[0])
        kind, _, name = f.locals[slot]
        if slots[slot].value is NULL:
            if kind == "free":
                raise NameError(
                    "cannot access free variable '%s' where it is not associated with a value in "
                    "enclosing scope" % name)
            raise UnboundLocalError(
                "cannot access local variable '%s' where it is not associated with a value" % name)
        stack.append(slots[slot].value)

    def op_store_cell(self, f, arg, stack, slots):
        slots[int(arg.split()[0])].value = stack.pop()

    def op_delete_cell(self, f, arg, stack, slots):
        self.op_load_cell(f, arg, [], slots)
        slots[int(arg.split()[0])].value = NULL

    def op_load_global(self, f, arg, stack, slots):
        if arg in self.globals:
            stack.append(self.globals[arg])
        elif hasattr(builtins, arg):
            stack.append(getattr(builtins, arg))
        else:
            raise NameError("name '%s' is not defined" % arg, name=arg)

    def op_store_global(self, f, arg, stack, slots):
        self.globals[arg] = stack.pop()

    def op_delete_global(self, f, arg, stack, slots):
        if arg not in self.globals:
            raise NameError("name '%s' is not defined" % arg)
        del self.globals[arg]

    def op_load_name(self, f, arg, stack, slots):
        if arg in slots[0]:
            stack.append(slots[0][arg])
        else:
            self.op_load_global(f, arg, stack, slots)

    def op_store_name(self, f, arg, stack, slots):
        slots[0][arg] = stack.pop()

    def op_delete_name(self, f, arg, stack, slots):
        if arg not in slots[0]:
            raise NameError("name '%s' is not defined" % arg)
        del slots[0][arg]

    # -- the stack
    def op_pop_top(self, f, arg, stack, slots):
        stack.pop()

    def op_dup_top(self, f, arg, stack, slots):
        stack.append(stack[-1])

    def op_dup_top_two(self, f, arg, stack, slots):
        stack.extend(stack[-2:])

    def op_rot_two(self, f, arg, stack, slots):
        stack[-2:] = [stack[-1], stack[-2]]

    def op_rot_three(self, f, arg, stack, slots):
        stack[-3:] = [stack[-1], stack[-3], stack[-2]]

    # -- attributes and items
    def op_load_attr(self, f, arg, stack, slots):
        stack.append(getattr(stack.pop(), arg))

    def op_store_attr(self, f, arg, stack, slots):
        target, value = stack.pop(), stack.pop()
        setattr(target, arg, value)

    def op_delete_attr(self, f, arg, stack, slots):
        delattr(stack.pop(), arg)

    def op_load_method(self, f, arg, stack, slots):
        stack += [getattr(stack.pop(), arg), NULL]

    def op_load_super_attr(self, f, arg, stack, slots):
        self_, cls = stack.pop(), stack.pop()
        stack.append(getattr(super(cls, self_), arg))

    def op_load_super_method(self, f, arg, stack, slots):
        self.op_load_super_attr(f, arg, stack, slots)
        stack.append(NULL)

    def op_store_subscr(self, f, arg, stack, slots):
        index, target, value = stack.pop(), stack.pop(), stack.pop()
        target[index] = value

    def op_delete_subscr(self, f, arg, stack, slots):
        index, target = stack.pop(), stack.pop()
        del target[index]

    # -- building
    def op_build_tuple(self, f, arg, stack, slots):
        stack.append(tuple(self.take(stack, int(arg))))

    def op_build_list(self, f, arg, stack, slots):
        stack.append(self.take(stack, int(arg)))

    def op_build_set(self, f, arg, stack, slots):
        stack.append(set(self.take(stack, int(arg))))

    def op_build_map(self, f, arg, stack, slots):
        stack.append({})

    def op_build_string(self, f, arg, stack, slots):
        stack.append("".join(self.take(stack, int(arg))))

    def op_build_slice(self, f, arg, stack, slots):
        stack.append(slice(*self.take(stack, int(arg))))

    def op_store_map(self, f, arg, stack, slots):
        value, key = stack.pop(), stack.pop()
        stack[-1][key] = value

    def op_list_extend(self, f, arg, stack, slots):
        items = stack.pop()
        stack[-1].extend(items)

    def op_set_update(self, f, arg, stack, slots):
        items = stack.pop()
        stack[-1].update(items)

    def op_dict_update(self, f, arg, stack, slots):
        items = stack.pop()
        if not hasattr(items, "keys"):
            raise TypeError("'%s' object is not a mapping" % type(items).__name__)
        stack[-1].update(items)

    def op_dict_merge(self, f, arg, stack, slots):
        items = stack.pop()
        if not hasattr(items, "keys"):
            raise TypeError("argument after ** must be a mapping, not " + type(items).__name__)
        for key in items.keys():
            if not isinstance(key, str):
                raise TypeError("keywords must be strings")
            if key in stack[-1]:
                raise TypeError("got multiple values for keyword argument '%s'" % key)
            stack[-1][key] = items[key]

    def op_list_append(self, f, arg, stack, slots):
        value = stack.pop()
        stack[-int(arg)].append(value)

    def op_set_add(self, f, arg, stack, slots):
        value = stack.pop()
        stack[-int(arg)].add(value)

    def op_map_add(self, f, arg, stack, slots):
        value, key = stack.pop(), stack.pop()
        stack[-int(arg)][key] = value

    def op_unpack_sequence(self, f, arg, stack, slots):
        # Assignment by CPython itself, for its error messages.
        count, scope = int(arg), {"value": stack.pop()}
        exec("[%s] = value" % ", ".join("i%d" % i for i in range(count)), scope)
        stack.extend(scope["i%d" % i] for i in reversed(range(count)))

    def op_unpack_ex(self, f, arg, stack, slots):
        before, after = map(int, arg.split())
        names = ["i%d" % i for i in range(before)] + ["*rest"] + ["j%d" % i for i in range(after)]
        scope = {"value": stack.pop()}
        exec("[%s] = value" % ", ".join(names), scope)
        stack.extend(scope[name.lstrip("*")] for name in reversed(names))

    def op_format_value(self, f, arg, stack, slots):
        stack.append(format((lambda v: v, str, repr, ascii)[int(arg)](stack.pop())))

    def op_format_with_spec(self, f, arg, stack, slots):
        spec, value = stack.pop(), stack.pop()
        stack.append(format((lambda v: v, str, repr, ascii)[int(arg)](value), spec))

    # -- calls
    def op_call(self, f, arg, stack, slots):
        arguments = self.take(stack, int(arg))
        stack.append(stack.pop()(*arguments))

    def op_call_method(self, f, arg, stack, slots):
        arguments = self.take(stack, int(arg))
        assert stack.pop() is NULL
        stack.append(stack.pop()(*arguments))

    def take_arguments(self, arg, stack):
        positional, keyword = map(int, arg.split())
        flat = self.take(stack, 2 * keyword)
        return self.take(stack, positional), dict(zip(flat[::2], flat[1::2]))

    def op_call_kw(self, f, arg, stack, slots):
        arguments, keywords = self.take_arguments(arg, stack)
        stack.append(stack.pop()(*arguments, **keywords))

    def op_call_method_kw(self, f, arg, stack, slots):
        arguments, keywords = self.take_arguments(arg, stack)
        assert stack.pop() is NULL
        stack.append(stack.pop()(*arguments, **keywords))

    def op_call_ex(self, f, arg, stack, slots):
        keywords, arguments, function = stack.pop(), stack.pop(), stack.pop()
        stack.append(function(*arguments, **({} if keywords is NULL else keywords)))

    def op_make_function(self, f, arg, stack, slots):
        stack.append(self.make(arg[0], (), {}, ()))

    def op_make_closure(self, f, arg, stack, slots):
        child, flags = arg
        cells = stack.pop() if "closure" in flags else ()
        kwdefaults = stack.pop() if "kwdefaults" in flags else {}
        defaults = stack.pop() if "defaults" in flags else ()
        assert all(isinstance(cell, Cell) for cell in cells)
        stack.append(self.make(child, defaults, kwdefaults, cells))

    def op_build_class(self, f, arg, stack, slots):
        bases, keywords = self.take_arguments(arg, stack)
        name, body = stack.pop(), stack.pop()
        namespace = body({})
        cell = namespace.pop("__classcell__", None)
        namespace.setdefault("__module__", self.module_name)
        child = body.__closure__ and [c.cell_contents for c in body.__closure__]
        qualname = [c.qualname for c in child if isinstance(c, Function)]
        namespace.setdefault("__qualname__", qualname[0])
        resolved = tuple(bases)
        meta = type(resolved[0]) if resolved else type
        made = meta(name, resolved, namespace, **keywords)
        if cell is not None:
            cell.value = made
        stack.append(made)

    # -- exceptions, with, imports
    def op_exception_match(self, f, arg, stack, slots):
        kinds, error = stack.pop(), stack.pop()
        for kind in kinds if isinstance(kinds, tuple) else (kinds,):
            if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        stack.append(isinstance(error, kinds))

    def op_pop_except(self, f, arg, stack, slots):
        self.handled = stack.pop()

    def op_raise_last(self, f, arg, stack, slots):
        if self.handled is None:
            raise RuntimeError("No active exception to reraise")
        raise self.handled

    def op_raise_obj(self, f, arg, stack, slots):
        raise stack.pop()

    def op_raise_from(self, f, arg, stack, slots):
        cause, error = stack.pop(), stack.pop()
        raise error from cause

    def op_with_enter(self, f, arg, stack, slots):
        manager = stack.pop()
        try:
            enter, leave = type(manager).__enter__, type(manager).__exit__
        except AttributeError:
            raise TypeError("'%s' object does not support the context manager protocol"
                            % type(manager).__name__) from None
        stack += [leave, manager]
        stack.append(enter(manager))

    def op_with_exit(self, f, arg, stack, slots):
        leave, manager, _, tag = stack[-4:]
        if isinstance(tag, BaseException):
            stack.append(leave(manager, type(tag), tag, tag.__traceback__))
        else:
            stack.append(leave(manager, None, None, None))

    def op_with_end(self, f, arg, stack, slots):
        result, tag, payload = stack.pop(), stack.pop(), stack.pop()
        del stack[-2:]
        if isinstance(tag, BaseException) and result:
            self.handled = payload
            payload, tag = NULL, None
        stack += [payload, tag]

    def op_import_name(self, f, arg, stack, slots):
        stack.append(importlib.import_module(arg))

    def op_import_from(self, f, arg, stack, slots):
        module = stack[-1]
        if not hasattr(module, arg):
            try:
                importlib.import_module(module.__name__ + "." + arg)
            except ModuleNotFoundError:
                raise ImportError("cannot import name '%s' from '%s' (%s)" % (
                    arg, module.__name__, getattr(module, "__file__", "unknown location"))) from None
        stack.append(getattr(module, arg))

    def op_import_star(self, f, arg, stack, slots):
        module = stack.pop()
        names = getattr(module, "__all__", [n for n in vars(module) if n[0] != "_"])
        self.globals.update((n, getattr(module, n)) for n in names)


def main():
    sys.setrecursionlimit(20000)
    with open(sys.argv[1], encoding="utf-8", errors="surrogatepass") as listing:
        top = link(parse(listing.read().split("\n")))
    name = sys.argv[2] if len(sys.argv) > 2 else "__main__"
    module = type(sys)(name)
    sys.modules[name] = module
    machine = Machine(name, module.__dict__)
    body = machine.run(top, [])
    try:
        next(body)
    except Returned:
        pass


if __name__ == "__main__":
    main()
