# SPDX-License-Identifier: MIT
# Splitting and joining undo each other, over many separators and texts, for str and bytes.

texts = ["", "a", "a,b", ",a,,b,", "aXbXXc", "x--y---z", "é,ü", " a b ", "nothing"]
checked = 0
for t in texts:
    for sep in (",", "X", "--", " ", "é", "nothing"):
        parts = t.split(sep)
        assert sep.join(parts) == t and sep.join(t.rsplit(sep)) == t and len(parts) == t.count(sep) + 1
        for limit in range(4):
            left, right = t.split(sep, limit), t.rsplit(sep, limit)
            assert sep.join(left) == t and sep.join(right) == t and len(left) <= limit + 1
            checked += 1
        head, mid, tail = t.partition(sep)
        assert head + mid + tail == t and (mid == sep or (mid, tail) == ("", ""))
        head, mid, tail = t.rpartition(sep)
        assert head + mid + tail == t
        b, s = t.encode(), sep.encode()
        assert b.split(s) == [p.encode() for p in parts] and s.join(b.split(s)) == b
        assert t.replace(sep, "|") == "|".join(parts) and t.replace(sep, "") == "".join(parts)
    assert " ".join(t.split()).split() == t.split()
    assert "".join(t.splitlines(True)) == t
    print(repr(t), t.split(","), t.rsplit(",", 1), t.partition("X"), t.split())
print(checked)
for n in range(6):
    line = ",".join(map(str, range(n)))
    print(repr(line), [int(x) for x in line.split(",") if x], line.count(","), line.rpartition(","), line.find(",", 2))
csv = "name,qty\nbolt,5\nnut,7\n"
rows = [r.split(",") for r in csv.strip().split("\n")]
print(rows, [dict(zip(rows[0], r)) for r in rows[1:]], "\n".join(",".join(r) for r in rows) + "\n" == csv)
print("a=1;b=2;c".split(";"), dict(p.split("=") for p in "a=1;b=2".split(";")), [p.partition("=")[::2] for p in "a=1;c;d=e=f".split(";")], "/".join("a/b/../c".split("/")[:2]))
for t in ("one two", "one  two", "\tone\n two\r\n", "\u3000wide\u2009thin"):
    print(ascii(t), t.split(), ascii(t.split(" ")), ascii(t.strip().split(None, 1)), len(t.split()))
