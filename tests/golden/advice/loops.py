"""What a loop makes at each turn."""


def strings(items):
    text = ""
    total = 0
    for item in items:
        text += "x"  #! loop-string
        text += str(item) + ","  #! loop-string
        text = text + f"{item}"  #! loop-string
        text += "%d" % item  #! loop-string
        total += item
        total = total + len(item)
    text += "end"
    while total:
        total += 1
    return text, total


def lists(items):
    found = []
    for item in items:
        found = found + [item]  #! loop-list
        found += [item]
        items = items[1:]  #! loop-slice
        head = items[1:]
        items.pop(0)  #! loop-front
        items.insert(0, item)  #! loop-front
        items.pop()
        items.pop(1)
        items.insert(1, item)
        head.remove(0)
    found = found + [1]
    items = items[1:]
    items.pop(0)
    return found, items


def functions(items):
    made = [lambda: 1]
    for item in items:
        made.append(lambda: item)  #! loop-function
        made.append(lambda x=1: x)  #! loop-function

        def inner():  #! loop-function
            return item
        made.append(inner)
        buffer = bytearray(64)  #! loop-buffer
        buffer[0] = bytearray(item)[0]
        print(f"{item} is {buffer}")  #! loop-format
        print(f"{item:>5}", f"{item}")
        print(f"{item!r}")
        print(item, "is")
    print(f"{items}")
    return bytearray(64)


def indices(items, other):
    for i in range(len(items)):  #! range-len
        print(items[i])
    for i in range(len(items)):
        print(i, items[i])
    for i in range(len(items)):
        items[i] = 0
    for i in range(len(items)):
        print(items[i], other[i])
    for i in range(len(items)):
        print(items[i], items)
    for i in range(10):
        print(items[i])
    for key in other.keys():  #! dict-keys
        print(key)
    for key in other:
        print(key)
    for key in other.values():
        print(key)
