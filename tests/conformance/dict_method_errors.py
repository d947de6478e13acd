# SPDX-License-Identifier: MIT
# Methods of dict: all forms of arguments, and what they refuse.


def attempt(f, *args, **keywords):
    try:
        print(repr(f(*args, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


d = {"a": 1, "b": 2}
attempt(d.__getitem__, "z")
attempt(d.__getitem__, 1.5)
attempt(d.__getitem__, (1, 2))
attempt(d.__getitem__, [])
attempt(d.get, [])
attempt(d.get, "z")
attempt(d.get, "z", 5)
attempt(d.pop, "z")
attempt(d.pop, "z", None)
attempt(d.pop, {})
attempt({}.popitem)
attempt({}.pop, "x")
attempt(d.setdefault, "c")
attempt(d.setdefault, "a", 9)
attempt(d.setdefault, [], 9)
attempt(d.__delitem__, "zz")
attempt(d.__setitem__, {}, 1)
attempt(d.__contains__, [])
attempt(d.update, 5)
attempt(d.update, [1])
attempt(d.update, [(1, 2, 3)])
attempt(d.update, ["ab", "cd"])
attempt(d.update, {"x": 1}, y=2)
attempt(d.update, None)
attempt(dict, 5)
attempt(dict, [(1, 2), 5])
attempt(dict, [(1, 2), (3,)])
attempt(dict, ["xy"], z=1)
attempt(dict, [([], 1)])
attempt(dict.fromkeys, "abc")
attempt(dict.fromkeys, [1, 2], [])
attempt(dict.fromkeys, 5)
attempt(dict.fromkeys, [[]])
attempt(lambda: {[]: 1})
attempt(lambda: {**{1: 2}, **{1: 3}})
attempt(lambda: {**5})
attempt(lambda: d | 5)
attempt(lambda: 5 | d)
attempt(lambda: {1: 2} | {3: 4})
attempt(lambda: d["q"]["r"])
print(d)
