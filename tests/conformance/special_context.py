# SPDX-License-Identifier: MIT
# __enter__ and __exit__ looked up on the class; arguments; results.

class Trace:
    def __init__(self, name, swallow=False, value=None):
        self.name, self.swallow, self.value = name, swallow, value

    def __enter__(self):
        print("enter", self.name)
        return self.value if self.value is not None else self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value, len((kind, value, traceback)))
        return self.swallow


with Trace("plain") as t:
    print("body", t.name)
with Trace("value", value=[1, 2]) as (a, b):
    print(a + b)
with Trace("no target"):
    pass
with Trace("swallows", True):
    raise ValueError("gone")
    print("never")
print("continues")
try:
    with Trace("passes on"):
        raise KeyError("kept")
except KeyError as e:
    print("outside", e)
with Trace("a") as x, Trace("b", True) as y, Trace("c"):
    print(x.name, y.name)
    raise RuntimeError("through c into b")
print("after b")


class Truthy:
    def __enter__(self):
        return 1

    def __exit__(self, *args):
        return "non-empty"


with Truthy() as one:
    raise OSError(one)
print("truthy result swallows")


class Missing:
    pass


class NoExit:
    def __enter__(self):
        print("entered?")


class InstanceOnly:
    pass


i = InstanceOnly()
i.__enter__ = lambda: 1
i.__exit__ = lambda *a: None
for cm in (Missing(), NoExit(), i, 5):
    try:
        with cm:
            print("body")
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)


class EnterFails:
    def __enter__(self):
        raise ValueError("enter")

    def __exit__(self, *args):
        print("never exited")


try:
    with Trace("outer"), EnterFails():
        print("never")
except ValueError as e:
    print(e)


class Transaction:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.saved = dict(self.data)
        return self.data

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            self.data.clear()
            self.data.update(self.saved)
        return kind is KeyError


bank = {"a": 10, "b": 5}
with Transaction(bank) as accounts:
    accounts["a"] -= 3
    accounts["b"] += 3
with Transaction(bank) as accounts:
    accounts["a"] = 0
    accounts["missing"]
print(bank)
