# SPDX-License-Identifier: MIT
# fz-modules: copy textwrap heapq bisect colorsys keyword operator html ipaddress stat numbers pprint opcode graphlib reprlib
# fz-heap: 512K
# One program of fifteen unmodified modules of CPython's library, on this library's own modules.
import bisect
import colorsys
import copy
import graphlib
import heapq
import html
import ipaddress
import keyword
import numbers
import opcode
import operator
import pprint
import reprlib
import stat
import textwrap


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point([1], {"k": (2, [3])})
q, r = copy.copy(p), copy.deepcopy(p)
p.x.append(9)
print(q.x, r.x, q.y is p.y, r.y == p.y, r.y is p.y, type(r).__name__)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, copy.copy((1, 2)), copy.deepcopy({"a": {1, 2}}), copy.copy([1]), copy.deepcopy(frozenset([3])))
text = "The quick brown fox jumps over the lazy dog. " * 3
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 25), repr(textwrap.dedent("    a\n      b\n")), textwrap.indent("x\ny", "> "))
heap = [5, 2, 8, 1]
heapq.heapify(heap)
print(heapq.heappop(heap), heapq.nsmallest(2, heap), list(heapq.merge([1, 3], [2])), bisect.bisect([1, 2, 4], 3))
print([round(v, 3) for v in colorsys.rgb_to_hsv(0.2, 0.4, 0.4)], keyword.iskeyword("lambda"), operator.itemgetter(1)("ab"), operator.attrgetter("x")(q))
print(html.escape("<a href='x'>&</a>"), html.unescape("&lt;&#233;&amp;&hearts;"), ipaddress.ip_address("10.0.0.1") + 5, list(ipaddress.ip_network("10.0.0.0/30").hosts()), ipaddress.ip_address("::1").is_loopback)
print(stat.filemode(0o100644), isinstance(3, numbers.Integral), isinstance(2.5, numbers.Real), opcode.opname[100], list(graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"b"}}).static_order()))
pprint.pprint({"name": "x" * 30, "items": list(range(12)), "nested": {"a": (1, 2), "b": ["long text " * 3] * 2}}, width=60)
print(reprlib.repr(list(range(20))), reprlib.repr("x" * 50))
