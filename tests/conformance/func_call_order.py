# SPDX-License-Identifier: MIT
# Order of evaluation of calls, operands, displays, subscripts and assignments.

log = []


def t(tag, value=None):
    log.append(tag)
    return value


def flush():
    print(" ".join(log))
    log.clear()


def f(*args, **kwargs):
    log.append("call")


t("f", f)(t("a"), t("b"), k=t("c"), *t("d", []), **t("e", {}))
flush()
t("left", 1) + t("right", 2) * t("last", 3)
flush()
[t("x"), t("y"), (t("z"), {t("k", 1): t("v")})]
flush()
t("obj", [0, 1])[t("index", 1)] = t("value")
flush()
a = b = t("shared", [])
flush()
x, y = t("one"), t("two")
flush()
t("if", 1) if t("cond", True) else t("else")
flush()
t("low", 1) < t("mid", 5) < t("high", 3) < t("never", 9)
flush()
t("and1", 0) and t("and2")
t("or1", 1) or t("or2")
flush()
d = t("dict", {"k": [5]})
t("base", d)[t("key", "k")][t("i", 0)] += t("inc", 3)
flush()
print(d)
(t("p", [0]))[0], (t("q", [0]))[0] = t("r", 1), t("s", 2)
flush()
print(t("arg1", 1), t("arg2", 2), sep=t("sep", "/"))
flush()
f"{t('f1', 1)}{t('f2', 2):{t('spec', 3)}}"
flush()
{t("k1", 1): t("v1"), **t("spread", {}), t("k2", 2): t("v2")}
flush()
lambda z=t("default"): t("body")
flush()
[t(i) for i in t("iter", ["a", "b"]) if t("cond" + i, True)]
flush()
i = 0
items = [10, 20, 30]
i, items[i] = 2, "set after i"
print(i, items)
try:
    t("before", 1) + undefined_name + t("after", 2)
except NameError:
    flush()


@t("decorator", lambda g: g)
def decorated(q=t("default")):
    pass


flush()


class C(t("base", object)):
    t("body")
    attr = t("attr", 1)


flush()
assert t("assert", True), t("message")
flush()
