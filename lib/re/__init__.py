# SPDX-License-Identifier: MIT
# re: regular expressions. Patterns are compiled here (_compile.py) and run by the runtime.
from _re import match as _run

from . import _compile
from ._compile import error

NOFLAG = 0
I = IGNORECASE = 2
L = LOCALE = 4
M = MULTILINE = 8
S = DOTALL = 16
U = UNICODE = 32
X = VERBOSE = 64
A = ASCII = 256
DEBUG = 0

_SEARCH = 1
_FULL = 2
_ADVANCE = 4
_SIZE = 0x3fffffff


def _plain(part):
    # Parts of a text are str or bytes, whatever bytes-like object they are of.
    return part if isinstance(part, (str, bytes)) else bytes(part)


class Match:
    def __init__(self, pattern, text, spans, pos, endpos):
        self.re = pattern
        self.string = text
        self._spans = spans
        self.pos = pos
        self.endpos = endpos

    def _number(self, group):
        if hasattr(group, "__index__"):
            number = range(group).stop
        else:
            number = self.re.groupindex.get(group, -1)
        if not 0 <= number <= self.re.groups:
            raise IndexError("no such group")
        return number

    def _text(self, number, default=None):
        start = self._spans[2 * number]
        return default if start < 0 else _plain(self.string[start:self._spans[2 * number + 1]])

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._number(groups[0]))
        return tuple([self._text(self._number(group)) for group in groups])

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(i, default) for name, i in self.re.groupindex.items()}

    def start(self, group=0):
        return self._spans[2 * self._number(group)]

    def end(self, group=0):
        return self._spans[2 * self._number(group) + 1]

    def span(self, group=0):
        number = 2 * self._number(group)
        return self._spans[number], self._spans[number + 1]

    def expand(self, template):
        return _expand(_template(self.re, template), self)

    @property
    def lastindex(self):
        last = self._spans[-1]
        return None if last < 0 else last

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self._spans[-1]:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self._text(0)!r}>"


class Pattern:
    def __init__(self, pattern, flags):
        self.pattern = pattern
        self._code, self.flags, self.groups, self.groupindex = _compile.compile(pattern, flags)

    def _match(self, string, pos, endpos, mode):
        if isinstance(string, str) != isinstance(self.pattern, str):
            if isinstance(string, str):
                raise TypeError("cannot use a bytes pattern on a string-like object")
            if isinstance(string, (bytes, bytearray)):
                raise TypeError("cannot use a string pattern on a bytes-like object")
        spans = _run(self._code, string, pos, min(endpos, _SIZE), mode)
        if spans is None:
            return None
        return Match(self, string, spans, max(pos, 0), min(endpos, len(string)))

    def match(self, string, pos=0, endpos=_SIZE):
        return self._match(string, pos, endpos, 0)

    def fullmatch(self, string, pos=0, endpos=_SIZE):
        return self._match(string, pos, endpos, _FULL)

    def search(self, string, pos=0, endpos=_SIZE):
        return self._match(string, pos, endpos, _SEARCH)

    def finditer(self, string, pos=0, endpos=_SIZE):
        self._match(string, 0, 0, 0)  # for the errors
        return self._walk(string, pos, endpos)

    def _walk(self, string, pos, endpos):
        mode = _SEARCH
        while True:
            match = self._match(string, pos, endpos, mode)
            if match is None:
                return
            yield match
            start, pos = match.span()
            mode = _SEARCH | _ADVANCE if start == pos else _SEARCH

    def scanner(self, string, pos=0, endpos=_SIZE):
        return _Scanner(self, string, pos, endpos)

    def findall(self, string, pos=0, endpos=_SIZE):
        matches = self.finditer(string, pos, endpos)
        empty = _plain(string[:0])
        found = []
        for match in matches:
            if not self.groups:
                found.append(match._text(0))
            elif self.groups == 1:
                found.append(match._text(1, empty))
            else:
                found.append(match.groups(empty))
        return found

    def split(self, string, maxsplit=0):
        matches = self.finditer(string) if maxsplit >= 0 else ()
        string = _plain(string)
        parts = []
        at = made = 0
        for match in matches:
            start, end = match.span()
            parts.append(string[at:start])
            parts.extend(match.groups())
            at = end
            made += 1
            if made == maxsplit:
                break
        parts.append(string[at:])
        return parts

    def subn(self, repl, string, count=0):
        if not callable(repl):
            template = _template(self, repl)
            if len(template) == 1 and not isinstance(template[0], int):
                text = template[0]
                repl = lambda match: text
            else:
                repl = lambda match: _expand(template, match)
        matches = self.finditer(string)
        string = _plain(string)
        parts = []
        at = made = 0
        for match in matches:
            start, end = match.span()
            parts.append(string[at:start])
            parts.append(repl(match))
            at = end
            made += 1
            if made == count:
                break
        parts.append(string[at:])
        return string[:0].join(parts), made

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __repr__(self):
        flags = self.flags & ~(U if isinstance(self.pattern, str) else 0)
        names = [name for name, flag in _FLAGS if flags & flag]
        shown = repr(self.pattern)
        if len(shown) > 200:
            shown = shown[:200]
        return f"re.compile({shown}{', ' if names else ''}{'|'.join(names)})"


_FLAGS = (("re.IGNORECASE", I), ("re.LOCALE", L), ("re.MULTILINE", M), ("re.DOTALL", S), ("re.VERBOSE", X),
          ("re.ASCII", A))


class _Scanner:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._string = string
        self._pos = pos
        self._end = endpos
        self._mode = 0

    def _step(self, mode):
        match = self.pattern._match(self._string, self._pos, self._end, mode | self._mode)
        if match is not None:
            start, self._pos = match.span()
            self._mode = _ADVANCE if start == self._pos else 0
        return match

    def match(self):
        return self._step(0)

    def search(self):
        return self._step(_SEARCH)


def _template(pattern, text):
    # Pieces of a replacement: texts and numbers of groups.
    is_bytes = not isinstance(text, str)
    if is_bytes:
        text = bytes(text)
    source = text.decode("latin-1") if is_bytes else text
    pieces = []
    literal = ""

    def wrong(message, pos):
        return error(message, text, pos)

    def group(number, pos):
        nonlocal literal
        if number > pattern.groups:
            raise wrong(f"invalid group reference {number}", pos)
        if literal:
            pieces.append(literal.encode("latin-1") if is_bytes else literal)
            literal = ""
        pieces.append(number)

    at = 0
    while True:
        place = source.find("\\", at)
        if place < 0:
            break
        literal += source[at:place]
        c = source[place + 1:place + 2]
        at = place + 2
        if not c:
            raise wrong("bad escape (end of pattern)", place)
        if c == "g":
            if source[at:at + 1] != "<":
                raise wrong("missing <", at)
            end = source.find(">", at)
            name = source[at + 1:end]
            if end < 0:
                raise wrong("missing >, unterminated name" if at + 1 < len(source) else "missing group name", at + 1)
            if not name:
                raise wrong("missing group name", at + 1)
            if name.isdigit() and name.isascii():
                number = int(name)
            elif not name.isidentifier():
                raise wrong(f"bad character in group name {name!r}", at + 1)
            elif name not in pattern.groupindex:
                raise IndexError(f"unknown group name {name!r}")
            else:
                number = pattern.groupindex[name]
            group(number, at + 1)
            at = end + 1
        elif c in "0123456789":
            digits = source[place + 1:place + 4]
            octal = 0
            while octal < len(digits) and digits[octal] in "01234567":
                octal += 1
            if c == "0":
                octal = max(octal, 1)
                literal += chr(int(digits[:octal], 8) & 255)
                at = place + 1 + octal
            elif octal == 3:
                if int(digits, 8) > 0o377:
                    raise wrong(f"octal escape value \\{digits} outside of range 0-0o377", place)
                literal += chr(int(digits, 8))
                at = place + 4
            else:
                size = 2 if len(digits) > 1 and digits[1] in "0123456789" else 1
                group(int(digits[:size]), place + 1)
                at = place + 1 + size
        elif c in "abfnrtv\\":
            literal += "\a\b\f\n\r\t\v\\"["abfnrtv\\".index(c)]
        elif c.isascii() and c.isalpha():
            raise wrong("bad escape \\" + c, place)
        else:
            literal += "\\" + c
    literal += source[at:]
    if literal or not pieces:
        pieces.append(literal.encode("latin-1") if is_bytes else literal)
    return pieces


def _expand(pieces, match):
    empty = match.string[:0]
    return empty.join([match._text(piece, empty) if isinstance(piece, int) else piece for piece in pieces])


_cache = {}  # the patterns used last


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError("first argument must be string or compiled pattern")
    key = type(pattern), pattern, flags
    made = _cache.get(key)
    if made is None:
        made = Pattern(pattern, flags)
        if len(_cache) >= 8:
            for oldest in _cache:
                break
            del _cache[oldest]
        _cache[key] = made
    return made


def purge():
    _cache.clear()


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


_SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"


def escape(pattern):
    if isinstance(pattern, str):
        return "".join(["\\" + c if c in _SPECIAL else c for c in pattern])
    return escape(str(pattern, "latin1")).encode("latin1")
