# options: --strip docstrings --strip asserts --entry
"Module."


def f():
    "Function."
    assert x, "message"


class C:
    "Class."


if __debug__:
    gone()
if __name__ == "__main__":
    kept()
