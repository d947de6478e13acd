# ---- literal
def f(x):
    match x:
        case 1:
            return "one"
        case -2:
            return "minus two"
        case "s":
            return "text"
        case None:
            return "none"
        case True:
            return "true"
        case _:
            return "other"
for v in (1, -2, "s", None, True, 3.5):
    print(f(v))
# ---- capture
match 5:
    case x:
        print(x)
# ---- alternatives
def f(x):
    match x:
        case 1 | 2 | 3:
            return "low"
        case 4 | 5:
            return "high"
    return "none"
print([f(i) for i in range(7)])
# ---- guard
def f(x):
    match x:
        case n if n < 0:
            return "neg"
        case n if n == 0:
            return "zero"
        case n:
            return "pos"
print(f(-1), f(0), f(1))
# ---- sequence
def f(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return ("one", a)
        case [a, b]:
            return ("two", a, b)
        case [a, *rest]:
            return ("many", a, rest)
for v in ([], [1], (1, 2), [1, 2, 3], ()):
    print(f(v))
# ---- sequence_star_middle
match [1, 2, 3, 4, 5]:
    case [a, *mid, z]:
        print(a, mid, z)
# ---- sequence_star_first
match (1, 2, 3):
    case [*init, last]:
        print(init, last)
# ---- sequence_wild_star
match [1, 2, 3]:
    case [first, *_]:
        print(first)
# ---- sequence_not_str
match "ab":
    case [a, b]:
        print("wrong")
    case str():
        print("str")
# ---- nested_sequence
match [1, [2, (3, 4)]]:
    case [a, [b, (c, d)]]:
        print(a, b, c, d)
# ---- mapping
def f(x):
    match x:
        case {"type": "circle", "r": r}:
            return ("circle", r)
        case {"type": "rect", "w": w, "h": h}:
            return ("rect", w, h)
        case {}:
            return "mapping"
        case _:
            return "no"
print(f({"type": "circle", "r": 2}), f({"type": "rect", "w": 1, "h": 2, "q": 0}), f({"z": 1}), f(3))
# ---- mapping_rest
match {"a": 1, "b": 2}:
    case {"a": x, **rest}:
        print(x, rest)
# ---- mapping_nested
match {"p": {"q": [1, 2]}}:
    case {"p": {"q": [a, b]}}:
        print(a, b)
# ---- class_keywords
class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y
def f(p):
    match p:
        case P(x=0, y=0):
            return "origin"
        case P(x=0, y=y):
            return ("on y", y)
        case P(x=x, y=y) if x == y:
            return "diagonal"
        case P():
            return "point"
        case _:
            return "no"
print(f(P(0, 0)), f(P(0, 2)), f(P(3, 3)), f(P(1, 2)), f(1))
# ---- class_positional
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x
        self.y = y
match P(1, 2):
    case P(a, b):
        print(a, b)
# ---- class_positional_mixed
class P:
    __match_args__ = ("x",)
    def __init__(self):
        self.x = 1
        self.z = 3
match P():
    case P(a, z=b):
        print(a, b)
# ---- class_missing_attribute
class A:
    pass
match A():
    case A(q=1):
        print("wrong")
    case A():
        print("no q")
# ---- builtin_classes
def f(x):
    match x:
        case int(n):
            return ("int", n)
        case str(s):
            return ("str", s)
        case list(l):
            return ("list", l)
        case dict():
            return "dict"
for v in (1, "a", [1], {}):
    print(f(v))
# ---- as_pattern
match [1, 2]:
    case [a, b] as whole:
        print(a, b, whole)
# ---- as_alternative
match 2:
    case (1 | 2) as n:
        print("got", n)
# ---- value_pattern
class C:
    RED = 1
    BLUE = 2
def f(x):
    match x:
        case C.RED:
            return "red"
        case C.BLUE:
            return "blue"
print(f(1), f(2), f(3))
# ---- in_loop
for x in [1, 2, 3, 4]:
    match x:
        case 2:
            continue
        case 4:
            break
        case _:
            print(x)
# ---- in_try
def f(x):
    try:
        match x:
            case 0:
                return 1 // x
            case _:
                return "fine"
    except ZeroDivisionError:
        return "zero"
    finally:
        print("done")
print(f(0), f(1))
# ---- with_return
def f(c):
    match c:
        case ["go", d]:
            return d
        case ["stop"]:
            return None
print(f(["go", 1]), f(["stop"]), f([]))
# ---- tuple_subject
def f(a, b):
    match a, b:
        case 0, 0:
            return "both"
        case 0, _:
            return "a"
        case _, 0:
            return "b"
    return "none"
print(f(0, 0), f(0, 1), f(1, 0), f(1, 1))
# ---- in_generator
def g(items):
    for i in items:
        match i:
            case int():
                yield i * 2
            case str():
                yield i.upper()
print(list(g([1, "a", 2.5, 3])))
# ---- in_class_body
class C:
    match 3:
        case 3:
            value = "three"
        case _:
            value = "other"
print(C.value)
# ---- or_sequences
match [1, "x"]:
    case [1, ("x" | "y") as c] | ["z", c]:
        print(c)
# ---- evaluator
def ev(e):
    match e:
        case int() | float():
            return e
        case ("+", a, b):
            return ev(a) + ev(b)
        case ("*", a, b):
            return ev(a) * ev(b)
        case ("-", a):
            return -ev(a)
print(ev(("+", 1, ("*", 2, ("-", 3)))))
# ---- guard_effects
def check(n):
    print("check", n)
    return n > 1
match 2:
    case x if check(0):
        print("a")
    case x if check(x):
        print("b")
# ---- float_and_bytes
def f(x):
    match x:
        case 1.5:
            return "f"
        case b"a":
            return "b"
    return "?"
print(f(1.5), f(b"a"), f("a"))
# ---- soft_keyword
match = 1
case = 2
match match:
    case 1:
        print("match", match, case)
# ---- closure_capture
def f(x):
    match x:
        case [a, b]:
            return lambda: a + b
print(f([1, 2])())
# ---- too_many_positional
class P:
    __match_args__ = ("x",)
    x = 1
try:
    match P():
        case P(1, 2):
            pass
except TypeError as e:
    print("TypeError", "given" in str(e))
# ---- long_sequence
match list(range(6)):
    case [0, 1, a, b, 4, 5]:
        print(a + b)
# ---- enum_like_dotted
class Color:
    class Deep:
        RED = "r"
match "r":
    case Color.Deep.RED:
        print("deep red")
# ---- negative_and_complex_numbers
def f(x):
    match x:
        case -1:
            return "m1"
        case -1.5:
            return "m1.5"
    return "?"
print(f(-1), f(-1.5), f(0))
# ---- nested_class_patterns
class N:
    __match_args__ = ("op", "args")
    def __init__(self, op, *args):
        self.op, self.args = op, args
def show(n):
    match n:
        case N("neg", [x]):
            return "-" + show(x)
        case N(op, [a, b]):
            return "(" + show(a) + op + show(b) + ")"
        case int(v):
            return str(v)
print(show(N("+", 1, N("neg", N("*", 2, 3)))))
# ---- mapping_keys_of_kinds
match {1: "a", None: "b", (1, 2): "c"}:
    case {1: x, None: y}:
        print(x, y)
# ---- mapping_rest_empty
match {"a": 1}:
    case {"a": _, **rest}:
        print(rest)
# ---- sequence_of_range
match range(3):
    case [a, b, c]:
        print(a, b, c)
# ---- wild_only
match object():
    case _:
        print("any")
# ---- return_from_with
class M:
    def __enter__(self):
        return [1, 2]
    def __exit__(self, *a):
        print("exit")
def f():
    with M() as m:
        match m:
            case [x, y] if x < y:
                return x + y
print(f())
# ---- finally_and_match
def f(v):
    for i in v:
        try:
            match i:
                case 0:
                    continue
                case str():
                    break
                case _:
                    print("item", i)
        finally:
            print("next")
f([0, 1, "x", 2])
# ---- capture_global
match {"k": 3}:
    case {"k": value}:
        pass
def get():
    return value
print(get())
# ---- class_in_sequence
match [1, "a", 2.0, None]:
    case [int(), str() as s, float() | int(), None]:
        print("typed", s)
# ---- string_prefix_join
match "a" "b":
    case "ab":
        print("joined")
# ---- bool_not_int
def f(x):
    match x:
        case True:
            return "T"
        case 1:
            return "1"
print(f(True), f(1))
# ---- expression_subject
match [i * i for i in range(3)]:
    case [0, 1, n]:
        print(n)
# ---- walrus_subject
match (n := 4):
    case 4:
        print(n)
# ---- guard_with_closure
def f(limit):
    match 5:
        case x if (lambda: x > limit)():
            return "over"
        case _:
            return "under"
print(f(3), f(9))
