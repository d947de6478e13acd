# SPDX-License-Identifier: MIT
# assert: with and without message, the condition and message evaluated when needed.

log = []


def note(v):
    log.append(v)
    return v


assert True
assert 1, "never evaluated"
assert note(1), note("message not evaluated")
print(log)
for condition, message in ((0, None), ("", "empty"), ([], ["list"]), (None, 5), (0.0, "")):
    try:
        if message is None:
            assert condition
        else:
            assert condition, message
        print("held")
    except AssertionError as e:
        print(repr(e), str(e), e.args)
try:
    assert note(0), note("evaluated")
except AssertionError as e:
    print(e, log)
try:
    assert 2 + 2 == 5, f"math {2 + 2}"
except AssertionError as e:
    print(e)


def check(items):
    assert isinstance(items, list), "want a list"
    assert len(items) < 3, (len(items), "too long")
    assert all(i > 0 for i in items)
    return sum(items)


for items in ([1, 2], (1,), [1, 2, 3], [0]):
    try:
        print(check(items))
    except AssertionError as e:
        print(type(e).__name__, e.args)
try:
    raise AssertionError("by hand")
except AssertionError as e:
    print(e)
try:
    try:
        assert False, "inner"
    finally:
        print("finally")
except AssertionError as e:
    print(e)
print(__debug__)
if __debug__:
    print("debug block")
x = 5
assert (x > 3
        and x < 10), "multi-line"


class Truth:
    def __bool__(self):
        print("asked")
        return False


try:
    assert Truth(), Truth
except AssertionError as e:
    print(e.args[0] is Truth)
try:
    assert [x for x in range(3) if x > 5], "empty comprehension"
except AssertionError as e:
    print(e)
