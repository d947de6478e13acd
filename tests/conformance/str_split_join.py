# SPDX-License-Identifier: MIT
# split, rsplit, splitlines and join.

s = " one  two three "
print(s.split(), s.split(" "), s.split(None, 1), s.split(" ", 2), s.rsplit(None, 1), s.rsplit(" ", 2))
print("a,b,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), ",".split(","), "".split(","), "".split())
print("a--b--c".split("--"), "a--b--c".rsplit("--", 1), "abc".split("x"), "aXbXc".split(sep="X", maxsplit=1))
print("  ".split(), "\t a\n b \r\n".split(), "a b c".split(maxsplit=0), "a b c".split(" ", 0), "a,b".split(",", -1))
print(" x y ".rsplit(), "1 2 3 4".rsplit(maxsplit=2), " a  b ".split(None, 1), " a  b ".rsplit(None, 1))
print("one\ntwo\r\nthree\rfour".splitlines(), "a\n\nb\n".splitlines(), "a\nb\n".splitlines(True), "".splitlines())
print("x\n".splitlines(keepends=True), "a\x0bb\x0cc\x1cd\x85e\u2028f".splitlines())
try:
    "a".split("")
except ValueError as e:
    print(e)
print(",".join(["a", "b", "c"]), "".join(["x"] * 4), "-".join("abc"), "+".join([]), ", ".join(("only",)))
print("|".join(str(i) for i in range(5)), " ".join({"k": 1, "j": 2}), "".join(reversed("abc")))
try:
    ",".join(["a", 1])
except TypeError as e:
    print(e)
try:
    ",".join(5)
except TypeError as e:
    print(e)
print("é漢".join(["1", "2", "3"]), "漢é漢".split("é"), "a\u00a0b\u3000c".split())
rows = "name=x; size=10 ;flag".split(";")
print([part.strip().split("=") for part in rows])
text = "the quick brown fox\njumps over\n\nthe lazy dog"
print([len(line.split()) for line in text.splitlines()])
print("\n".join("> " + line for line in text.split("\n")))
print(" ".join("  many   spaces here ".split()), "x".join(["ab", "", "cd"]))
