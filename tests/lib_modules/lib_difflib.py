# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# difflib: matching blocks, ratios, close matches, unified and context diffs, ndiff.
import difflib

s = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 3), round(s.quick_ratio(), 3), round(s.real_quick_ratio(), 3))
for block in s.get_matching_blocks():
    print("a[%d] and b[%d] match for %d elements" % tuple(block))
for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, "qabxcd", "abycdf").get_opcodes():
    print(f"{tag:7} a[{i1}:{i2}] b[{j1}:{j2}] {'qabxcd'[i1:i2]!r} {'abycdf'[j1:j2]!r}")
print(difflib.SequenceMatcher(None, " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print(difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", ["abc"]))
print(difflib.get_close_matches("recieve", ["receive", "relieve", "deceive", "review"], n=2, cutoff=0.7))
old = "one\ntwo\nthree\nfour\nfive\nsix\n".splitlines(True)
new = "zero\none\ntree\nfour\nfive\n6\nseven\n".splitlines(True)
print("".join(difflib.unified_diff(old, new, "old", "new", "date a", "date b", n=1)))
print("".join(difflib.context_diff(old, new, "old", "new", n=0)))
delta = list(difflib.ndiff(old, new, charjunk=None, linejunk=None))
print("".join(delta))
print("".join(difflib.restore(delta, 1)) == "".join(old), "".join(difflib.restore(delta, 2)) == "".join(new))
groups = list(difflib.SequenceMatcher(None, list(range(1, 40)), list(range(1, 8)) + ["x"] + list(range(9, 36))).get_grouped_opcodes(2))
print(groups)
print(list(difflib.unified_diff(["same"], ["same"])), list(difflib.unified_diff([], ["new"], lineterm="")))
try:
    difflib.get_close_matches("a", ["b"], cutoff=2)
except ValueError as e:
    print(e)
