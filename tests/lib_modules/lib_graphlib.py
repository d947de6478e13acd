# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# graphlib: topological order, in steps and at once, cycles, misuse.
import graphlib

graph = {"D": {"B", "C"}, "C": {"A"}, "B": {"A"}}
sorter = graphlib.TopologicalSorter(graph)
order = tuple(sorter.static_order())
print(order[0], sorted(order[1:3]), order[3])
sorter = graphlib.TopologicalSorter()
for node, needs in (("app", ("net", "ui")), ("net", ("core",)), ("ui", ("core", "gfx")), ("gfx", ("core",)), ("lonely", ())):
    sorter.add(node, *needs)
sorter.add("app", "lonely")
sorter.prepare()
rounds = []
while sorter.is_active():
    ready = sorter.get_ready()
    rounds.append(sorted(ready))
    sorter.done(*ready)
print(rounds, bool(sorter), sorter.get_ready())
try:
    graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1], 4: [1]}).prepare()
except graphlib.CycleError as e:
    message, cycle = e.args
    print(message, len(cycle), cycle[0] == cycle[-1], set(cycle) == {1, 2, 3}, isinstance(e, ValueError))
sorter = graphlib.TopologicalSorter({"a": ["b"]})
for action in (lambda: sorter.get_ready(), lambda: sorter.done("a"), lambda: sorter.is_active()):
    try:
        action()
    except ValueError as e:
        print(e)
sorter.prepare()
for action in (lambda: sorter.add("x"), lambda: sorter.prepare(), lambda: sorter.done("a"), lambda: sorter.done("nobody")):
    try:
        action()
    except ValueError as e:
        print(e)
print(sorter.get_ready(), sorter.done("b"), sorter.get_ready(), sorter.done("a"), sorter.is_active())
try:
    sorter.done("a")
except ValueError as e:
    print(e)
print(list(graphlib.TopologicalSorter({}).static_order()), list(graphlib.TopologicalSorter({1: ()}).static_order()))
numbers = {n: [d for d in range(1, n) if n % d == 0] for n in range(1, 13)}
order = list(graphlib.TopologicalSorter(numbers).static_order())
print(order[0], len(order), all(order.index(d) < order.index(n) for n in numbers for d in numbers[n]), graphlib.__all__)
