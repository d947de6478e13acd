# SPDX-License-Identifier: MIT
# Regular expressions as programs for the module _re (runtime_stub/modules/re_ops.def). A pattern is
# parsed into nested tuples, (kind, ...), and these are written as instructions.
from _re import lower

I = 2
L = 4
M = 8
S = 16
U = 32
X = 64
A = 256

(_MATCH, _CHAR, _CHAR_I, _ANY, _ANY_ALL, _CLASS, _SET, _SET_I, _START, _START_LINE, _END, _END_LINE, _END_TEXT,
 _BOUNDARY, _NOT_BOUNDARY, _OPEN, _CLOSE, _SPLIT, _SPLIT_LAZY, _JUMP, _GROUP, _GROUP_I, _REPEAT, _REPEAT_LAZY,
 _REPEAT_ALL, _MARK, _AGAIN, _LOOK, _LOOK_END, _ATOMIC_END, _NOT, _NOT_END, _BACK, _IF_GROUP, _FAIL) = range(35)

_NO_LIMIT = 0xffff
_CLASSES = "dDsSwW"
_ESCAPES = {"a": 7, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_DIGITS = "0123456789"
_OCTAL = "01234567"
_HEX = "0123456789abcdefABCDEF"
_FLAGS = {"i": I, "L": L, "m": M, "s": S, "x": X, "a": A, "u": U}


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            msg = f"{msg} at position {pos}"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


def _is_letter(c):
    return 65 <= c <= 90 or 97 <= c <= 122


def _other_cases(items):
    # The letters of ASCII in a set's ranges, in the other case.
    found = []
    for low, high in items:
        if low is not None:
            for first in 65, 97:
                a = max(low, first)
                b = min(high, first + 25)
                if a <= b:
                    found.append((a ^ 32, b ^ 32))
    return found


class Parser:
    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.is_bytes = not isinstance(pattern, str)
        self.text = pattern.decode("latin-1") if self.is_bytes else pattern
        self.at = 0
        self.flags = flags
        self.groups = 0
        self.names = {}
        self.asked = []  # groups of conditions, which may come later, and where they are named
        self.open = []  # numbers of the groups that are not closed yet

    def error(self, msg, pos=None):
        return error(msg, self.pattern, self.at if pos is None else pos)

    def peek(self):
        return self.text[self.at:self.at + 1]

    def accept(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def until(self, end, what):
        start = self.at
        at = self.text.find(end, start)
        if at < 0:
            if start == len(self.text):
                raise self.error("missing " + what)
            raise self.error(f"missing {end}, unterminated name", start)
        self.at = at + 1
        if at == start:
            raise self.error("missing " + what, start)
        return self.text[start:at]

    def whole(self):
        node = self.alternatives()
        if self.at < len(self.text):
            raise self.error("unbalanced parenthesis")
        for number, at in self.asked:
            if number > self.groups:
                raise self.error(f"invalid group reference {number}", at)
        return node

    def alternatives(self):
        branches = [self.sequence()]
        while self.accept("|"):
            self.began = True
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else ("alt", branches)

    began = False  # something of the expression was there

    def sequence(self):
        items = []
        while self.at < len(self.text):
            c = self.text[self.at]
            if c == "|" or c == ")":
                break
            if self.flags & X:
                if c in " \t\n\r\v\f":
                    self.at += 1
                    continue
                if c == "#":
                    end = self.text.find("\n", self.at)
                    self.at = len(self.text) if end < 0 else end + 1
                    continue
            start = self.at
            self.at += 1
            if c in "*+?" or c == "{":
                counts = self.counts(c, start)
                if counts is not None:
                    self.repeat(items, counts, start)
                    continue
            node = self.atom(c, start)
            if node is not None:
                items.append(node)
                self.began = True
        return items[0] if len(items) == 1 else ("seq", items)

    def number(self):
        start = self.at
        while self.peek() and self.peek() in _DIGITS:
            self.at += 1
        return int(self.text[start:self.at]) if self.at > start else None

    def counts(self, c, start):
        if c == "*":
            return 0, _NO_LIMIT
        if c == "+":
            return 1, _NO_LIMIT
        if c == "?":
            return 0, 1
        least = self.number()
        most = least
        if self.accept(","):
            most = self.number()
            if most is None:
                most = _NO_LIMIT
        elif least is None:
            self.at = start + 1
            return None  # just a brace
        if not self.accept("}"):
            self.at = start + 1
            return None
        if least is None:
            least = 0
        if least >= _NO_LIMIT or most > _NO_LIMIT:
            raise OverflowError("the repetition number is too large")
        if most < least:
            raise self.error("min repeat greater than max repeat", start + 1)
        return least, most

    def repeat(self, items, counts, start):
        node = items[-1] if items else None
        if node is None or node[0] == "at":
            raise self.error("nothing to repeat", start)
        if node[0] == "repeat":
            raise self.error("multiple repeat", start)
        kind = _REPEAT
        if self.accept("?"):
            kind = _REPEAT_LAZY
        elif self.accept("+"):
            kind = _REPEAT_ALL
        items[-1] = ("repeat", counts[0], counts[1], kind, node)

    def char(self, c):
        if not self.flags & I:
            return "char", c, False
        if not (self.flags & A or self.is_bytes):
            return "char", lower(c), True
        if not _is_letter(c):
            return "char", c, False
        if self.is_bytes:
            return "char", c | 32, True
        return "set", False, [(c | 32, c | 32), (c & ~32, c & ~32)], False

    def cls(self, letter):
        number = _CLASSES.index(letter)
        return number + 8 if self.flags & A or self.is_bytes else number

    def atom(self, c, start):
        if c == ".":
            return "any", bool(self.flags & S)
        if c == "^":
            return "at", _START_LINE if self.flags & M else _START
        if c == "$":
            return "at", _END_LINE if self.flags & M else _END
        if c == "[":
            return self.set(start)
        if c == "(":
            return self.group(start)
        if c == "\\":
            return self.escape(start)
        return self.char(ord(c))

    def hex(self, count, start):
        digits = self.text[self.at:self.at + count]
        good = 0
        while good < len(digits) and digits[good] in _HEX:
            good += 1
        if good < count:
            self.at += good
            raise self.error("incomplete escape " + self.text[start:self.at], start)
        self.at += count
        return int(digits, 16)

    def escaped_char(self, c, start):
        # The character of an escape that means one, in a set and outside; None for others.
        if c in _ESCAPES:
            return _ESCAPES[c]
        if c == "x":
            return self.hex(2, start)
        if not self.is_bytes and (c == "u" or c == "U"):
            code = self.hex(4 if c == "u" else 8, start)
            if code > 0x10ffff:
                raise self.error("bad escape " + self.text[start:self.at], start)
            return code
        if c == "0":
            end = self.at
            while end < self.at + 2 and self.text[end:end + 1] and self.text[end] in _OCTAL:
                end += 1
            code = int("0" + self.text[self.at:end], 8)
            self.at = end
            return code
        return None

    def escape(self, start):
        if self.at >= len(self.text):
            raise self.error("bad escape (end of pattern)", start)
        c = self.text[self.at]
        self.at += 1
        code = self.escaped_char(c, start)
        if code is not None:
            return self.char(code)
        if c in _CLASSES:
            return "class", self.cls(c)
        if c == "b" or c == "B":
            return "at", _BOUNDARY if c == "b" else _NOT_BOUNDARY, self.cls("w")
        if c == "A":
            return "at", _START
        if c == "Z":
            return "at", _END_TEXT
        if c in _DIGITS:
            digits = self.text[self.at - 1:self.at + 2]
            if len(digits) == 3 and digits[0] in _OCTAL and digits[1] in _OCTAL and digits[2] in _OCTAL:
                self.at += 2
                code = int(digits, 8)
                if code > 0o377:
                    raise self.error(f"octal escape value \\{digits} outside of range 0-0o377", start)
                return self.char(code)
            if self.peek() and self.peek() in _DIGITS:
                c += self.peek()
                self.at += 1
            return self.reference(int(c), start + 1)
        if c.isascii() and c.isalpha():
            raise self.error("bad escape \\" + c, start)
        return self.char(ord(c))

    def reference(self, number, pos):
        if number > self.groups:
            raise self.error(f"invalid group reference {number}", pos)
        if number in self.open:
            raise self.error("cannot refer to an open group", pos - 1)
        return "ref", number, bool(self.flags & I)

    def set(self, start):
        items = []
        negated = self.accept("^")
        first = self.at
        while True:
            at = self.at
            if at >= len(self.text):
                raise self.error("unterminated character set", start)
            c = self.text[at]
            self.at += 1
            if c == "]" and at > first:
                break
            low = self.set_item(c, at)
            if self.peek() == "-" and self.text[self.at + 1:self.at + 2] not in ("]", ""):
                self.at += 1
                end = self.at
                self.at += 1
                high = self.set_item(self.text[end], end)
                if isinstance(low, tuple) or isinstance(high, tuple) or high < low:
                    raise self.error("bad character range " + self.text[at:self.at], at)
                items.append((low, high))
            else:
                items.append(low if isinstance(low, tuple) else (low, low))
        if len(items) == 1 and not negated:
            low, high = items[0]
            if low == high:
                return self.char(low)
            if low is None:
                return "class", high
        if self.flags & I and (self.flags & A or self.is_bytes):
            return "set", negated, items + _other_cases(items), False
        return "set", negated, items, bool(self.flags & I)

    def set_item(self, c, at):
        # A character's number, or (None, class).
        if c != "\\":
            return ord(c)
        if self.at >= len(self.text):
            raise self.error("bad escape (end of pattern)", at)
        c = self.text[self.at]
        if c in _OCTAL:
            end = self.at
            while end < self.at + 3 and self.text[end:end + 1] and self.text[end] in _OCTAL:
                end += 1
            digits = self.text[self.at:end]
            self.at = end
            if int(digits, 8) > 0o377:
                raise self.error(f"octal escape value \\{digits} outside of range 0-0o377", at)
            return int(digits, 8)
        self.at += 1
        code = self.escaped_char(c, at)
        if code is not None:
            return code
        if c in _CLASSES:
            return None, self.cls(c)
        if c == "b":
            return 8
        if c.isascii() and c.isalnum():
            raise self.error("bad escape \\" + c, at)
        return ord(c)

    def close(self, start):
        if not self.accept(")"):
            raise self.error("missing ), unterminated subpattern", start)

    def group(self, start):
        if not self.accept("?"):
            return self.capture(start, None)
        if self.accept("P"):
            if self.accept("<"):
                return self.capture(start, self.until(">", "group name"))
            if self.accept("="):
                at = self.at
                name = self.until(")", "group name")
                return self.reference(self.known(name, at), at)
            if not self.peek():
                raise self.error("unexpected end of pattern")
            raise self.error("unknown extension ?P" + self.peek(), start + 1)
        if self.accept(":"):
            return self.inner(start)
        if self.accept("#"):
            end = self.text.find(")", self.at)
            if end < 0:
                raise self.error("missing ), unterminated comment", start)
            self.at = end + 1
            return None
        if self.accept(">"):
            return "atomic", self.inner(start)
        if self.accept("="):
            return "look", False, 0, self.inner(start)
        if self.accept("!"):
            return "look", True, 0, self.inner(start)
        if self.accept("<="):
            return self.behind(False, start)
        if self.accept("<!"):
            return self.behind(True, start)
        if self.accept("("):
            return self.conditional(start)
        c = self.peek()
        if not c:
            raise self.error("unexpected end of pattern")
        if c in _FLAGS or c == "-":
            return self.set_flags(start)
        if c == "<":
            c += self.text[self.at + 1:self.at + 2]
            if len(c) == 1:
                raise self.error("unexpected end of pattern", self.at + 1)
        raise self.error("unknown extension ?" + c, start + 1)

    def inner(self, start):
        self.began = True
        flags = self.flags
        node = self.alternatives()
        self.flags = flags
        self.close(start)
        return node if node[0] != "repeat" else ("seq", [node])

    def known(self, name, at):
        if not name.isidentifier() or (self.is_bytes and not name.isascii()):
            raise self.error(f"bad character in group name {name!r}", at)
        if name not in self.names:
            raise self.error(f"unknown group name {name!r}", at)
        return self.names[name]

    def capture(self, start, name):
        self.began = True
        self.groups += 1
        number = self.groups
        if name is not None:
            at = self.at - len(name) - 1
            if not name.isidentifier():
                raise self.error(f"bad character in group name {name!r}", at)
            if name in self.names:
                raise self.error(f"redefinition of group name {name!r} as group {number}; was group "
                                 f"{self.names[name]}", at)
            self.names[name] = number
        self.open.append(number)
        node = self.inner(start)
        self.open.pop()
        return "group", number, node

    def behind(self, negated, start):
        node = self.inner(start)
        least, most = width(node, self.groups)
        if least != most:
            raise error("look-behind requires fixed-width pattern")
        return "look", negated, least, node

    def conditional(self, start):
        at = self.at
        name = self.until(")", "group name")
        if name.isdigit() and name.isascii():
            number = int(name)
            if number == 0:
                raise self.error("bad group number", at)
        else:
            number = self.known(name, at)
        flags = self.flags
        yes = self.sequence()
        no = ("seq", [])
        if self.accept("|"):
            no = self.sequence()
            if self.peek() == "|":
                raise self.error("conditional backref with more than two branches")
        self.flags = flags
        self.close(start)
        self.asked.append((number, at))
        return "if", number, yes, no

    def set_flags(self, start):
        on = off = 0
        while self.peek() and self.peek() in _FLAGS:
            on |= _FLAGS[self.peek()]
            self.at += 1
            if on & A and on & U:
                raise self.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
        if self.is_bytes and on & U:
            raise self.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
        if not self.is_bytes and on & L:
            raise self.error("bad inline flags: cannot use 'L' flag with a str pattern")
        if self.accept(")"):
            if self.began:
                raise self.error("global flags not at the start of the expression", start)
            self.flags |= on
            if self.flags & A and self.flags & U:
                raise ValueError("ASCII and UNICODE flags are incompatible")
            self.global_flags = on
            return None
        if self.accept("-"):
            if not self.peek():
                raise self.error("missing flag")
            if self.peek() not in _FLAGS:
                raise self.error("unknown flag" if self.peek().isalpha() else "missing flag")
            while self.peek() and self.peek() in _FLAGS:
                off |= _FLAGS[self.peek()]
                self.at += 1
            if off & (A | U | L):
                raise self.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
        if not self.accept(":"):
            if not self.peek():
                raise self.error("missing -, : or )")
            raise self.error("unknown flag" if self.peek().isalpha() else "missing -, : or )")
        if on & off:
            raise self.error("bad inline flags: flag turned on and off", self.at - 1)
        flags = self.flags
        if on & (A | U):
            off |= A | U
        self.flags = flags & ~off | on
        node = self.inner(start)
        self.flags = flags
        return node

    global_flags = 0


def width(node, groups):
    # Least and most characters of what the node takes.
    kind = node[0]
    if kind in ("char", "any", "set", "class"):
        return 1, 1
    if kind in ("at", "look"):
        return 0, 0
    if kind == "seq":
        least = most = 0
        for item in node[1]:
            a, b = width(item, groups)
            least += a
            most += b
        return least, most
    if kind in ("alt", "if"):
        pairs = [width(item, groups) for item in (node[1] if kind == "alt" else node[2:])]
        return min([a for a, _ in pairs]), max([b for _, b in pairs])
    if kind == "repeat":
        a, b = width(node[4], groups)
        return a * node[1], b * node[2] if node[2] != _NO_LIMIT or not b else 1 << 30
    if kind == "ref":
        return 0, 1 << 30
    return width(node[-1], groups)


class Writer:
    def __init__(self, groups):
        self.code = bytearray(4)
        self.registers = 2 * (groups + 1) + 1

    def two(self, number):
        if number > 0xffff:
            raise OverflowError("regular expression code is too large")
        self.code.append(number & 255)
        self.code.append(number >> 8)

    def three(self, number):
        self.code.append(number & 255)
        self.code.append(number >> 8 & 255)
        self.code.append(number >> 16)

    def hole(self, op, *operands):
        # An instruction whose last operand, a target, is filled in later: its place.
        self.code.append(op)
        for operand in operands:
            self.two(operand)
        self.two(0)
        return len(self.code) - 2

    def fill(self, hole):
        target = len(self.code)
        if target > 0xffff:
            raise OverflowError("regular expression code is too large")
        self.code[hole] = target & 255
        self.code[hole + 1] = target >> 8

    def register(self, count=1):
        self.registers += count
        return self.registers - count

    def op(self, op, *operands):
        self.code.append(op)
        for operand in operands:
            self.two(operand)

    def write(self, node):
        code = self.code
        kind = node[0]
        if kind == "char":
            code.append(_CHAR_I if node[2] else _CHAR)
            self.three(node[1])
        elif kind == "any":
            code.append(_ANY_ALL if node[1] else _ANY)
        elif kind == "class":
            code.append(_CLASS)
            code.append(node[1])
        elif kind == "set":
            code.append(_SET_I if node[3] else _SET)
            size = len(code)
            self.two(0)
            code.append(1 if node[1] else 0)
            for low, high in node[2]:
                if low is None:
                    code.append(0)
                    code.append(high)
                else:
                    code.append(1)
                    self.three(low)
                    self.three(high)
            count = len(code) - size - 2
            code[size] = count & 255
            code[size + 1] = count >> 8
        elif kind == "at":
            code.append(node[1])
            if len(node) > 2:
                code.append(node[2])
        elif kind == "seq":
            for item in node[1]:
                self.write(item)
        elif kind == "alt":
            ends = []
            for item in node[1][:-1]:
                hole = self.hole(_SPLIT)
                self.write(item)
                ends.append(self.hole(_JUMP))
                self.fill(hole)
            self.write(node[1][-1])
            for hole in ends:
                self.fill(hole)
        elif kind == "group":
            start = self.register()
            self.op(_OPEN, start)
            self.write(node[2])
            self.op(_CLOSE, node[1], start)
        elif kind == "ref":
            self.op(_GROUP_I if node[2] else _GROUP, node[1])
        elif kind == "repeat":
            self.repeat(*node[1:])
        elif kind == "atomic":
            register = self.register(2)
            self.op(_LOOK, register)
            self.write(node[1])
            self.op(_ATOMIC_END, register)
        elif kind == "look":
            self.look(*node[1:])
        else:
            self.choose(*node[1:])

    def look(self, negated, back, node):
        register = self.register(2)
        if negated:
            hole = self.hole(_NOT, register)
        else:
            self.op(_LOOK, register)
        if back:
            self.op(_BACK, back)
        self.write(node)
        if negated:
            self.op(_NOT_END, register)
            self.fill(hole)
        else:
            self.op(_LOOK_END, register)

    def choose(self, group, yes, no):
        hole = self.hole(_IF_GROUP, group)
        self.write(yes)
        end = self.hole(_JUMP)
        self.fill(hole)
        self.write(no)
        self.fill(end)

    def repeat(self, least, most, kind, node):
        if node[0] in ("char", "any", "set", "class"):
            self.op(kind, least, most)
            self.write(node)
            return
        if kind == _REPEAT_ALL:
            self.write(("atomic", ("repeat", least, most, _REPEAT, node)))
            return
        for _ in range(least):
            self.write(node)
        split = _SPLIT_LAZY if kind == _REPEAT_LAZY else _SPLIT
        if most != _NO_LIMIT:
            holes = []
            for _ in range(most - least):
                holes.append(self.hole(split))
                self.write(node)
            for hole in holes:
                self.fill(hole)
            return
        again = len(self.code)
        hole = self.hole(split)
        mark = self.register()
        self.op(_MARK, mark)
        self.write(node)
        self.op(_AGAIN, mark, again)
        self.fill(hole)


def compile(pattern, flags):
    # The program, the flags with those of the pattern, the number of groups and their names.
    if not isinstance(pattern, str):
        if flags & U:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
    elif flags & L:
        raise ValueError("cannot use LOCALE flag with a str pattern")
    elif flags & A and flags & U:
        raise ValueError("ASCII and UNICODE flags are incompatible")
    parser = Parser(pattern, flags)
    node = parser.whole()
    flags |= parser.global_flags
    if isinstance(pattern, str) and not flags & A:
        flags |= U
    writer = Writer(parser.groups)
    writer.write(node)
    code = writer.code
    code.append(_MATCH)
    code[0] = writer.registers & 255
    code[1] = writer.registers >> 8
    code[2] = parser.groups & 255
    code[3] = parser.groups >> 8
    return bytes(code), flags, parser.groups, parser.names
