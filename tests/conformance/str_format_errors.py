# SPDX-License-Identifier: MIT
# What str.format and format() refuse.


def attempt(text, *args, **keywords):
    try:
        print(repr(text.format(*args, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt("{")
attempt("}")
attempt("{0")
attempt("{}")
attempt("{} {}", 1)
attempt("{1}", 0)
attempt("{0} {}", 1, 2)
attempt("{} {0}", 1, 2)
attempt("{name}")
attempt("{0.nope}", 1)
attempt("{0[nope]}", {})
attempt("{0[5]}", [1])
attempt("{0[a]}", [1])
attempt("{!x}", 1)
attempt("{!}", 1)
attempt("{!r", 1)
attempt("{0!rr}", 1)
attempt("{:d}", "a")
attempt("{:d}", 1.5)
attempt("{:s}", 1)
attempt("{:x}", 1.5)
attempt("{:q}", 1)
attempt("{:q}", "a")
attempt("{:.2d}", 1)
attempt("{:+}", "a")
attempt("{:=5}", "a")
attempt("{:,}", "a")
attempt("{:,x}", 10)
attempt("{:c}", 1.5)
attempt("{:c}", -1)
attempt("{:5}", None)
attempt("{:5}", [1])
attempt("{:5}", object)
attempt("{0.real}{0.imag}", 5)
attempt("{0[0]}{0[1]}", "ab")
attempt("{{{}}}", 1)
attempt("{:{}}", 1, 5)
attempt("{:{w}.{p}f}|", 1.25, w=8, p=1)
for value, spec in ((1, "zz"), ("a", "5d"), (1.5, "d"), (True, "s"), (1, ".3"), ("a", "0>5"), (5, "05,"), (5, "_b")):
    try:
        print(repr(format(value, spec)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
try:
    format(1, 5)
except TypeError as e:
    print(e)
