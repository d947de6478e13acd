# SPDX-License-Identifier: MIT
# match on literals, singletons, negative and complex literal forms, wildcards, captures.

def kind(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 2.5:
            return "two and a half"
        case "yes" | "y":
            return "affirmative"
        case b"raw":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case "multi" "part":
            return "joined"
        case other:
            return f"other {other!r}"


for x in (0, 1, 3, -1, 2.5, "yes", "y", "no", b"raw", None, "multipart", 0.0, 1.0, 4, [], (), "", -2):
    print(repr(x), kind(x))
print(kind(True), kind(False))


def statement(x):
    match x:
        case 5:
            result = "five"
        case _ if x > 100:
            result = "huge"
        case _:
            result = "something"
    return result


print(statement(5), statement(500), statement(6))
match "no case applies":
    case 1:
        print("never")
print("fell through")
match = 3
case = 4
_ = 5
print(match, case, _, match + case)
match (match, case):
    case (3, 4):
        print("soft keywords as names")
match match:
    case case:
        print(case)


def http(status):
    match status:
        case 200 | 201 | 204:
            return "ok"
        case 400:
            return "bad request"
        case 404:
            return "not found"
        case n if 500 <= n < 600:
            return f"server error {n}"
        case _:
            return "unknown"


print([http(s) for s in (200, 204, 400, 404, 503, 302)])
calls = []


def subject():
    calls.append("once")
    return 3


match subject():
    case 1:
        pass
    case 2:
        pass
    case 3:
        print("three", calls)
for value in (1, "1", 1.0, True):
    match value:
        case True:
            print(value, "is True")
        case 1:
            print(value, "equals 1")
        case _:
            print(value, "neither")
match -5:
    case -5:
        print("negative literal")
