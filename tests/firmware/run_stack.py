#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The most C stack that the runtime takes on a Cortex-M3, from the call graph that gcc writes.

    run_stack.py [--build DIRECTORY] [--limit BYTES] [--speed=-O2]

Python code that calls Python code takes no C stack: fz_interpret pushes frames on the VM's own. The
bound is that of fz_run with every native function, where none of them calls Python code back. What
one callback (sort with a key, a special method that a built-in asks for, a generator resumed by a
native) and one level of recursion over nested containers add at most is told besides; FZ_MAX_NESTING
and FZ_MAX_DEPTH bound them. Every frame must have a fixed size and every call through a pointer must
be in INDIRECT. A call that is a jump in the object file takes nothing for its caller. Hooks of the port are the firmware's, and not counted.
"""
import argparse
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import images  # noqa: E402 (found through the line above)

NODE = re.compile(r'node: \{ title: "([^"]+)" label: "([^"]+)"')
EDGE = re.compile(r'edge: \{ sourcename: "([^"]+)" targetname: "([^"]+)"')
SECTION = re.compile(r"RELOCATION RECORDS FOR \[\.text\.(.*)\]:")
BYTES = re.compile(r"(\d+) bytes \((.*)\)")
ROW = re.compile(r'^(?:FUNCTION|METHOD)\(\w+, "([^"]*)", (fz_\w+),', re.M)
# Where Python code starts to run on the C stack, or whatever else a native was given to call.
ENTRIES = {"run", "fz_interpret", "fz_call", "fz_call_special", "intercepted"}
# Frames of what is not compiled here, in bytes: libgcc's arithmetic, memcpy and its like, libm.
OUTSIDE = ((re.compile(r"__aeabi|__gnu|__clz|__ctz"), 48), (re.compile(r"mem(cpy|move|set|cmp)$"), 16),
           (re.compile(r""), 128))
MOST_STEPS = 3000000 # looking for the deepest way through functions that call each other
# Hooks of the port: what they take is not the runtime's.
PORT = {"put_raw", "write_lines", "nanoseconds", "sleep_for", "ticks_now", "fz_put"}
# What functions call through pointers: names of natives, or of functions.
INDIRECT = {
    "fz_begin_call": ["*"],
    "fz_interpret": ["*"], "run_native": ["__new__"], "call_new": ["__new__"], # compiled for speed
    "fz_call_optional": ["__format__", "__mod__", "__pow__"],
    "run": ["fz_begin_call", "begin_class"],
    "fz_visit_object": ["mark_slot", "thread_slot"],
    "fz_pause": ["call_deferred"], "fz_run_deferred": ["call_deferred"],
    "forward": ["fz_run_class", "fz_run_call"],
    "expand": ["is_brace", "ends_field", "is_bracket"],
    "all_chars": [], "has_only_case": [],       # tests of one character; see LEAVES
    "call": [], "call_two": [], "log_of": [],   # functions of libm; see LEAVES
}
# Calls that meet less than their callee is made for: (where, callee): what is called then, behind
# frames of so many bytes.
INSTEAD = {
    # Ranges calculate with integers, of which these are small, and divide by what is not zero.
    ("objects/range.c", "fz_int_binary"): (40, ["fz_new"]),
    ("objects/range.c", "fz_int_divmod"): (0, ["divide_nonzero"]),
    ("objects/range.c", "fz_compare"): (0, ["fz_int_compare"]),
    ("objects/range.c", "fz_truth"): (0, []),
    ("objects/range.c", "fz_get_item"): (0, []),
    # The answer of Python code: after a callback.
    ("objects/protocol_compare.c:try_compare", "fz_truth"): (0, []),
    # A set is copied.
    ("fz_set_freeze_key", "fz_set_from"): (96, ["fz_table_put", "fz_set_new"]),
    # One method each.
    ("fz_format", "fz_call_optional"): (24, ["fz_int_special_format", "fz_float_special_format",
                                             "fz_str_special_format", "fz_object_format"]),
    ("fz_float_power", "fz_call_optional"): (24, ["fz_float_pow"]),
    ("fz_binary_plain", "fz_call_optional"): (24, ["fz_str_special_mod", "fz_bytes_special_mod",
                                                   "fz_bytearray_special_mod"]),
    # Methods of containers, pow(), prod() and sum() are not the % of texts.
    ("containers_special.c:special_in_place", "fz_inplace"): (104, [
        "fz_list_extend", "fz_list_repeat_in_place", "fz_dict_update_from", "fz_set_apply", "fz_set_binary",
        "fz_sequence_repeat", "fz_sequence_concat", "fz_dict_merge", "fz_raise_plain"]),
    ("fz_builtin_pow", "fz_binary"): (88, ["fz_int_binary", "fz_float_binary", "fz_raise_plain"]),
    ("fz_math_prod", "fz_binary"): (88, ["fz_int_binary", "fz_float_binary", "fz_sequence_repeat", "fz_text_repeat",
                                         "fz_raise_plain"]),
    ("fz_builtin_sum", "fz_binary"): (88, ["fz_int_binary", "fz_float_binary", "fz_sequence_concat", "fz_bytes_binary",
                                           "fz_raise_plain"]),
    # Keys that are str are compared with no more than str.
    ("percent.c:take_key", "fz_dict_get_item"): (184, ["fz_str_equal", "fz_raise_with"]),
    ("vm/bind.c", "fz_dict_set"): (184, ["fz_str_equal", "fz_new"]),
    # A new exception has no dict of attributes.
    ("group", "fz_set_attr_plain"): (200, ["fz_extend", "fz_str_equal", "fz_raise_plain"]),
    ("exceptions.c:set_attributes", "fz_set_attr_plain"): (200, ["fz_extend", "fz_str_equal", "fz_raise_plain"]),
    # An item from Python code: after a callback.
    ("fz_next_or_stop", "fz_get_item"): (0, []),
    ("iter.c:item_of_instance", "fz_get_item"): (0, []),
    # Text is shown, not a container.
    ("float_parse.c:parse_ascii", "fz_raise_repr"): (16, ["fz_str_repr", "fz_bytes_repr", "fz_raise_plain"]),
    # No dict is asked, so what is asked for a str raises, or is Python code.
    ("percent.c:take_key", "fz_get_item"): (48, ["fz_raise_plain"]),
    ("fz_next_or_stop", "fz_int_binary"): (40, ["fz_int_add"]), # enumerate
    ("float_parse.c:parse_ascii", "fz_int_binary"): (40, ["fz_int_multiply"]),
    # Powers multiply, or take remainders of what is not zero; signs are changed by subtracting.
    ("int_big.c:power_loop", "fz_int_binary"): (40, ["fz_int_multiply", "divide_nonzero"]),
    ("fz_int_unary", "fz_int_binary"): (40, ["fz_int_add"]),
    # The answer of Python code: after a callback.
    ("protocol_text.c:checked", "fz_raise_plain"): (0, []),
    ("fz_equal", "fz_truth"): (0, []),
    ("fz_less", "fz_truth"): (0, []),
}
CALLBACK = 192 # bytes between a native and the loop: fz_call_special, fz_run_call, run, fz_begin_call
# Bytes for pointers to small functions that call little or nothing.
LEAVES = {"all_chars": 64, "has_only_case": 64, "expand": 64, "call": 128, "call_two": 128, "log_of": 128}


def short_of(title):
    """Name of a function without its file, as symbols have it."""
    return title.rsplit(":", 1)[-1]


def in_file(title, file):
    """Whether a node is of the object file: static functions have their source in the title."""
    stem = os.path.basename(file)[:-len(".c.o")]
    return ":" not in title or title.rsplit(":", 1)[0].replace("/", "_").endswith(stem + ".c")


def short(title):
    """Name of a function without its file and what the compiler made of it."""
    return title.rsplit(":", 1)[-1].split(".")[0]


class Graph:
    def __init__(self):
        self.frames = {}
        self.calls = {}
        self.tails = set() # calls that are jumps, behind which the caller's frame is gone

    def read(self, path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for title, label in NODE.findall(text):
            found = BYTES.search(label)
            if found and "dynamic" in found.group(2) and "bounded" not in found.group(2):
                raise images.Failed(f"{title} has a frame without a fixed size")
            if found:
                self.frames[title] = int(found.group(1))
        for source, target in EDGE.findall(text):
            self.calls.setdefault(source, set()).add(target)

    def read_jumps(self, file, relocations):
        """Finds the calls of an object file, of which each function is a section, that are always jumps."""
        by_name = {short_of(title): title for title in self.calls if in_file(title, file)}
        calls, jumps, source = set(), set(), None
        for line in relocations.splitlines():
            section = SECTION.match(line)
            if section:
                source = by_name.get(section.group(1))
                continue
            kind, _, target = line.partition(" R_ARM_THM_")[2].strip().partition(" ")
            if not source or kind not in ("CALL", "JUMP24"):
                continue
            target = target.strip().split("+")[0].removeprefix(".text.")
            (calls if kind == "CALL" else jumps).update(
                (source, title) for title in self.calls[source] if short_of(title) == target)
        self.tails |= jumps - calls

    def frame(self, title):
        if title in self.frames:
            return self.frames[title]
        return next(size for pattern, size in OUTSIDE if pattern.match(short(title)))

    def resolve(self, natives):
        """Puts what is called through pointers in place of the pointers."""
        by_name = {}
        for title in self.frames:
            by_name.setdefault(short(title), []).append(title)
        for source, targets in list(self.calls.items()):
            for (where, callee), (size, instead) in INSTEAD.items():
                if where in source and callee in targets:
                    targets.discard(callee)
                    between = f"{callee} from {short(source)}"
                    self.frames[between] = size
                    self.calls[between] = {title for name in instead for title in by_name[name]}
                    targets.add(between)
        for source, targets in self.calls.items():
            if "__indirect_call" not in targets:
                continue
            targets.discard("__indirect_call")
            name = short(source)
            if name in PORT:
                continue
            if name not in INDIRECT:
                raise images.Failed(f"{source} calls through a pointer that INDIRECT does not know")
            for target in INDIRECT[name]:
                symbols = [s for text, s in natives if target in ("*", text)]
                for symbol in symbols or [target]:
                    targets.update(by_name.get(symbol, []))
            if name in LEAVES:
                leaf = f"leaf of {name}"
                self.frames[leaf] = LEAVES[name]
                targets.add(leaf)


class Depth:
    """The deepest way from each function that meets no entry, and a guard at most `levels` times: a
    guard is a function that calls fz_enter, which counts recursion over nested containers."""

    def __init__(self, graph, levels, below=None):
        self.graph = graph
        self.below = below # with one level less
        self.levels = levels
        self.guards = {source for source, targets in graph.calls.items() if "fz_enter" in targets}
        self.groups = self._groups()
        self.best = {}
        self._leaves = {}
        self.steps = 0

    def callees(self, title):
        return [t for t in self.graph.calls.get(title, ())
                if short(t) not in ENTRIES and t not in self.guards]

    def _groups(self):
        """Strongly connected components: {function: members} (Tarjan, without recursion)."""
        index, low, stack, on_stack, groups = {}, {}, [], set(), {}
        for root in sorted(self.graph.frames):
            if root in index:
                continue
            work = [(root, iter(self.callees(root)))]
            index[root] = low[root] = len(index)
            stack.append(root)
            on_stack.add(root)
            while work:
                node, rest = work[-1]
                for target in rest:
                    if target not in index:
                        index[target] = low[target] = len(index)
                        stack.append(target)
                        on_stack.add(target)
                        work.append((target, iter(self.callees(target))))
                        break
                    if target in on_stack:
                        low[node] = min(low[node], index[target])
                else:
                    work.pop()
                    if work:
                        low[work[-1][0]] = min(low[work[-1][0]], low[node])
                    if low[node] == index[node]:
                        members = []
                        while not members or members[-1] != node:
                            members.append(stack.pop())
                            on_stack.discard(members[-1])
                        for member in members:
                            groups[member] = members
        return groups

    def of(self, title):
        """(bytes below and with a function, the way)."""
        if title not in self.best:
            inside = set(self.groups.get(title, [title]))
            for member in inside:
                self._leave_once(member, inside)
            self.steps = 0
            self.best[title] = self._walk(title, inside, {title}) if len(inside) > 1 else self._leave(title, inside)
        return self.best[title]

    def _leave_once(self, title, inside):
        if title not in self._leaves:
            self._leaves[title] = self._leave(title, inside)

    def _leave(self, title, inside):
        """The deepest way from a function that leaves its group at once."""
        best = self.graph.frame(title), [f"{short(title)} {self.graph.frame(title)}"]
        for target in self.graph.calls.get(title, ()):
            depth = self.below if target in self.guards else self
            if depth and target not in inside and short(target) not in ENTRIES:
                best = max(best, self._join(title, target, depth.of(target)), key=lambda one: one[0])
        return best

    def _join(self, title, target, below):
        """The way from a function on through one that it calls."""
        frame = 0 if (title, target) in self.graph.tails else self.graph.frame(title)
        return frame + below[0], [f"{short(title)} {frame}", *below[1]]

    def _walk(self, title, inside, visited):
        """The deepest way through a group that calls itself, every function at most once."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise images.Failed(f"too many ways through the group of {title}")
        best = self._leaves[title]
        for target in self.callees(title):
            if target in inside and target not in visited:
                visited.add(target)
                found = self._join(title, target, self._walk(target, inside, visited))
                visited.discard(target)
                if found[0] > best[0]:
                    best = found
        return best


def constant(name):
    """A number of config.h."""
    with open(os.path.join(images.RUNTIME, "include", "flashfreeze", "config.h"), encoding="utf-8") as text:
        return int(re.search(rf"#define {name} (\d+)", text.read()).group(1))


def natives_of():
    folder = os.path.join(images.RUNTIME, "include", "flashfreeze")
    rows = []
    for file in sorted(os.listdir(folder)):
        if file.startswith("natives_") and file.endswith(".def"):
            with open(os.path.join(folder, file), encoding="utf-8") as text:
                rows += ROW.findall(text.read())
    return rows


def graph_of(directory, speed):
    os.makedirs(directory, exist_ok=True)
    builder = images.Builder(images.CORTEX_M3, directory, speed=speed)
    builder.target = images.Target("cortex-m3", images.CORTEX_M3.compiler,
                                   [*images.CORTEX_M3.flags, "-fcallgraph-info=su"], [])
    graph = Graph()
    files = builder.runtime()
    for file in files:
        graph.read(os.path.splitext(file)[0] + ".ci")
    tool = builder.target.compiler.replace("gcc", "objdump")
    for file in files:
        graph.read_jumps(file, images.command([tool, "-r", file]))
    graph.resolve(natives_of())
    return graph


def main():
    os.environ["CCACHE_DISABLE"] = "1"  # a cached compilation leaves no call graph
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--limit", type=int, default=1024,
                        help="fail above so many bytes, with a container compared")
    parser.add_argument("--speed", default="", help="level of the runtime's hot sources")
    options = parser.parse_args()
    graph = graph_of(os.path.join(options.build, "stack" + options.speed), options.speed.split())
    sys.setrecursionlimit(10000)
    start = graph.frame("fz_run") + graph.frame("fz_import")
    depths = [Depth(graph, 0)]
    for level in range(1, 4):
        depths.append(Depth(graph, level, depths[-1]))
    totals = [start + depth.of("fz_interpret")[0] for depth in depths]
    total = totals[0]
    print(f"no callbacks, no containers compared, hashed or shown: {total} bytes")
    print("  fz_run, fz_import", start, "->", "\n    ".join(depths[0].of("fz_interpret")[1]))
    print("with a container compared, hashed or shown:\n  fz_run, fz_import", start, "->",
          "\n    ".join(depths[1].of("fz_interpret")[1]))
    print(f"that is {totals[1]} bytes; each further level of nesting, of "
          f"at most {constant('FZ_MAX_DEPTH')}: {max(totals[2] - totals[1], totals[3] - totals[2])}")
    print(f"each callback, of at most {constant('FZ_MAX_NESTING')} within each other: not more than "
          f"{totals[1] + CALLBACK} bytes and the levels of nesting")
    good = totals[1] <= options.limit
    if not good:
        print(f"more than {options.limit} bytes")
    print(f"{int(good)} passed, {int(not good)} failed")
    return 0 if good else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (images.Failed, subprocess.SubprocessError) as problem:
        print(f"run_stack.py: {problem}", file=sys.stderr)
        sys.exit(1)
