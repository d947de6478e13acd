# Branches that end the same way: what is shared runs once, with the values of its own branch.
def grade(points, log):
    if points > 90:
        log.append("a")
        mark, passed = 1, True
        extra = "none"
    elif points > 50:
        log.append("b")
        mark, passed = 2, True
        extra = "none"
    elif points > 10:
        log.append("c")
        mark, passed = 3, False
        extra = "some"
    else:
        log.append("d")
        mark = 4
        passed = False
        extra = "some"
    return mark, passed, extra


log = []
for points in (95, 60, 20, 5):
    print(grade(points, log))
print(log)


def states(steps):
    state = "idle"
    count = 0
    for step in steps:
        if step == "go":
            if state == "idle":
                count += 1
                state = "running"
                last = None
                continue
            state = "running"
            last = None
            continue
        elif step == "stop":
            state = "idle"
            last = step
        else:
            state = "idle"
            last = step
            count = -1
        if count < 0:
            state = "broken"
            last = None
            break
    return state, count, last


print(states(["go", "go", "stop", "go"]))
print(states(["go", "what", "go"]))


def nested(values):
    found = []
    for a in values:
        for b in values:
            if a == b:
                mode = "same"
                found.append((a, b, mode))
                mode = None
                if a == 2:
                    mode = "two"
                    break
                mode = "two"
                continue
            if a > b:
                mode = "two"
                continue
            mode = "less"
        found.append(mode)
    return found


print(nested([1, 2, 3]))


def early(kind, log):
    if kind == 0:
        log("zero")
        result = None
        return "nothing"
    if kind == 1:
        log("one")
        result = None
        return "nothing"
    try:
        if kind == 2:
            log("two")
            result = None
            return "nothing"
        result = 1 // (kind - 3)
        log("other")
    except ZeroDivisionError:
        log("three")
        result = None
        return "nothing"
    finally:
        log("finally")
    return result


for kind in range(5):
    print(early(kind, print))


def choose(flag, f):
    if flag: f(1); f(0); done = "yes"
    else: f(2); f(0); done = "yes"
    return done


print(choose(True, print), choose(False, print))


def raising(flag, seen):
    try:
        if flag: seen.append(1); {}[flag]; x = 1
        else: seen.append(2); {}[flag]; x = 1
    except KeyError as error:
        x = error.args
    return x


seen = []
print(raising(1, seen), raising(0, seen), seen)


def generator(n):
    for i in range(n):
        if i % 3 == 0:
            yield i
            kind = "third"
            last = i
        elif i % 3 == 1:
            yield -i
            kind = "third"
            last = i
        else:
            kind = "none"
            last = i
            yield kind
    yield kind, last


print(list(generator(5)))


# Ways that end with the same call on one line share it; those on different lines do not
# (tests/golden/dis/tails_lines.py).
def refuse(value):
    if value > 1:
        raise ValueError(value)
    return value


def on_one_line(a, b, value):
    return refuse(value) if a else refuse(-value) if b else refuse(value)


def on_several(a, b, value):
    if a:
        return refuse(value)
    if b:
        return refuse(-value)
    return refuse(value)


def outcome(call, *args):
    try:
        return call(*args)
    except ValueError as error:
        return error.args


for call in (on_one_line, on_several):
    for a in (True, False):
        for b in (True, False):
            print(a, b, outcome(call, a, b, 1), outcome(call, a, b, 2))
