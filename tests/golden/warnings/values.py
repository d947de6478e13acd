"""Expressions that do not do what they seem to."""


def comparisons(x, y):
    if x is "text":  #! is-literal
        return 1
    if x is not 1 or 1.5 is y or x is -1 or x is (1, 2):  #! is-literal is-literal is-literal is-literal
        return 2
    if x is None or x is True or x is ... or x is y:
        return 3
    if x == None or None != y:  #! none-comparison none-comparison
        return 4
    if 1 == 2 or x < 1 < 2:  #! constant-comparison constant-comparison
        return 5
    x == 1  #! useless-comparison
    try:
        x < y
    except TypeError:
        pass
    return x == y


def conditions(x):
    if (x, "message"):  #! constant-condition
        return 1
    if x == 1 or 2:  #! constant-condition
        return 2
    while x == "a" or "b" or "c":  #! constant-condition constant-condition
        break
    if ():
        return 3
    if x == 1 or True:
        return 4
    if x or 2:
        return 5
    if x == 1 or 0:
        return 6
    assert (x, "message")  #! assert-on-tuple
    assert ()
    assert (x), "message"
    y = x == 1 or 2
    return y


keys = {
    "a": 1,
    "b": 2,
    "a": 3,  #! duplicate-dict-key
    1: 4,
    1.0: 5,
    True: 6,
    b"a": 7,
    **{"b": 8},
}
items = {1, 2, 1}  #! duplicate-dict-key
name = "x"
computed = {name: 1, name: 2}


def defaults(a=[], b={}, *, c=set(), d=(), e=None, f=dict(x=1)):  #! mutable-default mutable-default mutable-default mutable-default
    return lambda g=[1 for _ in b]: (a, c, d, e, f, g)  #! mutable-default


texts = [
    "\d",  #! invalid-escape
    "\é",  #! invalid-escape
    b"\q",  #! invalid-escape
    r"\d",
    "\\d\n\t\x41\101\'\"",
    f"\w{name}",  #! invalid-escape
    "\
",
]
fields = [f"plain", F'a' 'b', f"{name}", "x" f"{name:>{3}}", f"{name:>10}", rf"\d"]  #! f-string-without-fields f-string-without-fields f-string-without-fields
formats = [
    "%s" % (1,),
    "%s %s" % (1,),  #! format-arguments
    "%d%% %5.2f %-3s" % (1, 2, 3),
    "%d%% %5.2f" % (1, 2, 3),  #! format-arguments
    "%*d" % (1, 2),
    "%(a)s" % {"a": 1},
    "%s %s" % (*name, 1),
    "none" % (),
    "%s" % name,
    "100%" % (),
]


def assigns(x):
    x = x  #! self-assignment
    y = x = x  #! self-assignment
    x.a = x.a
    return y


class Takes:
    name = name


name = name


def loops(x):
    made = []
    for i in x:
        made.append(lambda: i)  #! late-capture
        made.append(lambda i=i: i)

        def inner():  #! late-capture
            return i
        made.append(inner)
        for a, (b, c) in x:
            made.append(lambda: c)  #! late-capture
    made.append(lambda: i)
    while x:
        made.append(lambda: x)
    return made


class Raises:
    def __init__(self, flag):
        if flag == 1:
            return 1  #! init-returns-value
        if flag == 2:
            return None
        if flag == 3:
            return self.method()
        if flag == 4:
            return [flag]  #! init-returns-value
        return

    def method(self):
        if self:
            raise NotImplemented  #! raise-not-implemented
        if not self:
            raise NotImplemented("text")  #! raise-not-implemented
        raise NotImplementedError

    def __eq__(self, other):
        return NotImplemented


rows = [
    (1, 2)  #! call-of-literal
    (3, 4),
    "a"  #! call-of-literal
    (5, 6),
    [1, 2][0],
    [1, 2]
    [3, 4],  #! index-of-literal
    {1, 2}[0],  #! subscript-of-literal
    5[0],  #! subscript-of-literal
    "text"[0],
    "text"["a"],  #! index-of-literal
    {"a": 1}["a"],
    (lambda: 1)(),
]
