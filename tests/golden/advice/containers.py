"""Containers that need not be made, or not each time."""
NAMES = ["a", "b", "c"]


def constants(x):
    days = ["mon", "tue", "wed"]  #! constant-container
    kept = ["mon", "tue"]
    kept.append(x)
    given = ["mon", "tue"]
    print(given)
    returned = {"a": 1, "b": 2}
    table = {"a": 1, "b": 2}  #! constant-container
    mixed = {"a": 1, "b": x}
    words = {"a", "b"}  #! constant-container
    one = [1]
    two = (1, 2)
    again = [1, 2]
    if x:
        again = [3, 4]
    if x in words or x in mixed:
        print(len(days), days[0], one[0], two[0], again[0])
    for day in days:
        print(day, table[day], {"a": 1, "b": 2}[x])  #! constant-container
    changed = [1, 2]
    changed[0] = x
    for value in ["mon", "tue"]:
        print(value)
    return returned, kept


def comprehensions(items):
    squares = [x * x for x in items]  #! list-iterated-once
    for square in squares:
        print(square)
    cubes = [x ** 3 for x in items]
    for cube in cubes:
        print(cube, len(cubes))
    for _ in items:
        inner = [x for x in items]
        for x in inner:
            print(x)
    fourth = [x for x in items]
    while items:
        for x in fourth:
            print(x)
    fifth = [x for x in items]

    def later():
        for x in fifth:
            print(x)
    later()
    total = sum([x.size for x in items])  #! list-in-call
    if any([x.size for x in items]):  #! list-in-call
        total = sum([x * x for x in range(10)])
    print(sorted([x.size for x in items]))  #! list-in-call
    print(sum(x.size for x in items), len([x for x in items]), max([x for x in items], key=len))
    return total
