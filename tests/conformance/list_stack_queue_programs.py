# SPDX-License-Identifier: MIT
# Lists as stacks and queues: brackets, postfix, breadth-first search, ring, undo, balanced parentheses, towers.


def balanced(text):
    pairs, stack = {")": "(", "]": "[", "}": "{"}, []
    for i, c in enumerate(text):
        if c in pairs.values():
            stack.append((c, i))
        elif c in pairs and (not stack or stack.pop()[0] != pairs[c]):
            return f"wrong {c} at {i}"
    return "ok" if not stack else f"open {stack[-1][0]} at {stack[-1][1]}"


for text in ("", "()", "([{}])", "(]", "((", "a(b)c]", "}{", "[(])"):
    print(repr(text), balanced(text))


def rpn(text):
    stack = []
    for word in text.split():
        try:
            stack.append(float(word) if "." in word else int(word))
        except ValueError:
            if len(stack) < 2:
                return f"{word} needs two"
            b, a = stack.pop(), stack.pop()
            stack += [{"+": a + b, "-": a - b, "*": a * b}[word]] if word in "+-*" else [a / b]
    return stack


print(rpn("3 4 + 2 *"), rpn("1.5 2 /"), rpn("1 +"), rpn(""), rpn("5 1 2 + 4 * + 3 -"))
maze = ["S.#.", "..#E", "#...", "...#"]


def shortest(maze):
    cells = {(r, c): x for r, row in enumerate(maze) for c, x in enumerate(row) if x != "#"}
    start, end = (next(p for p, x in cells.items() if x == k) for k in "SE")
    queue, seen = [(start, [start])], {start}
    while queue:
        (r, c), path = queue.pop(0)
        if (r, c) == end:
            return path
        for p in ((r + 1, c), (r, c + 1), (r - 1, c), (r, c - 1)):
            if p in cells and p not in seen:
                seen.add(p)
                queue.append((p, path + [p]))


print(shortest(maze))
people, out = list(range(1, 11)), []
at = 0
while people:
    at = (at + 2) % len(people)
    out.append(people.pop(at))
print(out)


def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        c.append(a.pop())
        yield [len(a), len(b), len(c)]
        yield from hanoi(n - 1, b, a, c)


rods = [[3, 2, 1], [], []]
print(sum(1 for _ in hanoi(3, *rods)), rods)


def parens(n, text="", opened=0):
    if len(text) == 2 * n:
        yield text
        return
    if text.count("(") < n:
        yield from parens(n, text + "(", opened + 1)
    if opened:
        yield from parens(n, text + ")", opened - 1)


print(list(parens(3)), [sum(1 for _ in parens(n)) for n in range(6)])
queue, log = [], []
for step in range(12):
    if step % 3 == 2:
        log.append(queue.pop(0) if queue else None)
    else:
        queue.insert(len(queue) if step % 2 else 0, step)
print(queue, log)
