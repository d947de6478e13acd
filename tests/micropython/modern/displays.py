# ---- star_list
a = [1, 2]
print([0, *a, 3], [*a], [*a, *a], [*"xy", *range(2)])
# ---- star_list_first
print([*range(3), 9], len([*range(50), 1]))
# ---- star_tuple
a = (1, 2)
print((*a, 3), (0, *a), (*a,), (*a, *a))
# ---- star_return
def f(x):
    return *x, 1
print(f([5]))
# ---- star_yield
def g():
    yield *[1, 2], 3
print(list(g()))
# ---- star_assign
x = *[1, 2], 3
y = *"ab",
print(x, y)
# ---- star_for
for i in *[1, 2], 3:
    print(i)
# ---- star_set
print(sorted({1, *[2, 3], *(3, 4)}))
# ---- star_set_only
print(sorted({*"hello"}))
# ---- star_dict
a = {"x": 1}
print(sorted({**a, "y": 2}.items()))
# ---- star_dict_override
a = {"x": 1, "y": 1}
print(sorted({"x": 0, **a, "y": 2}.items()))
# ---- star_dict_twice
a = {1: 2}
b = {3: 4}
print(sorted({**a, **b}.items()), {**{}})
# ---- star_nested
a = [1, 2]
print([*[*a, 3], (*a, [*a])])
# ---- star_in_call_list
def f(*a):
    return a
print(f([*range(2)], (*"ab",)))
# ---- star_order
def t(x):
    print("eval", x)
    return [x]
print([*t(1), 2, *t(3)])
# ---- star_generator
print([*(i * i for i in range(4))])
# ---- star_in_fstring
a = [1, 2]
print(f"{[*a, 3]}")
# ---- star_list_error
try:
    print([*1])
except TypeError:
    print("TypeError")
# ---- star_long
a = [7]
print([1, 2, 3, 4, 5, 6, *a, 8, 9, 10, 11, 12, 13, 14, *a, 16][6::8])
# ---- star_dict_in_function
def f(**kw):
    return {**kw, "z": 0}
print(sorted(f(a=1, b=2).items()))
# ---- star_tuple_in_loop
acc = ()
for i in range(3):
    acc = (*acc, i)
print(acc)
# ---- del_brackets
a = b = 1
del [a, b]
try:
    print(a)
except NameError:
    print("gone")
# ---- assign_empty
() = []
[] = ()
print("ok")
# ---- del_empty
del ()
print("ok")
# ---- set_walrus
print(sorted({x := 1, 2}), x)
# ---- subscript_walrus
a = [1, 2, 3]
print(a[i := 1], i)
# ---- dict_values_star
d = {"a": [*range(2)], "b": (*"xy",)}
print(d["a"], d["b"])
# ---- many_stars
a, b, c = [1], [2], [3]
print([*a, *b, *c, *a, *b, *c], (*a, *b, *c))
# ---- star_of_dict
print(sorted([*{"a": 1, "b": 2}]), (*{"k": 0},))
# ---- unpack_nested_star
first, (second, *rest), *last = 1, (*"abc",), *[4, 5]
print(first, second, rest, last)
# ---- star_dict_of_call
def f():
    return {"q": 1}
print({**f(), **f()})
# ---- comp_unpack_targets
print([a + b for a, *b in [("x", "y")] for b in b], [*[c for c in "ab"]])
# ---- star_list_in_class
class C:
    base = [1, 2]
    more = [*base, 3]
print(C.more)
# ---- star_default
def f(a=[*range(2)], b=(*"ab",)):
    return a, b
print(f())
# ---- star_lambda
g = lambda *a: [*a, *a]
print(g(1, 2))
# ---- star_conditional
a = [1]
print([*(a if a else []), *([] if a else a), 2])
# ---- star_nested_dict
d = {"a": {**{"b": 1}, "c": 2}}
print(sorted(d["a"].items()))
# ---- star_set_update_many
print(sorted({*range(3), *range(2, 5), 9}))
# ---- star_while
q = [1]
while len(q) < 4:
    q = [*q, len(q)]
print(q)
# ---- star_dict_fromkeys
print(sorted({**dict(a=1), **dict([("b", 2)])}.items()))
# ---- star_augmented
t = (1,)
t += *[2, 3], 4
print(t)
# ---- star_dict_error
try:
    print({**1})
except (TypeError, AttributeError):
    print("error")
# ---- star_closure
def outer(a):
    def inner():
        return [*a, len(a)]
    return inner
print(outer([5, 6])())
