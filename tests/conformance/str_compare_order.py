# SPDX-License-Identifier: MIT
# Order and equality of str; min and max; sorting by several keys.

words = ["", "a", "A", "b", "ab", "aa", "B", "é", "z", "€", "😀", "\x00", "a\x00", "10", "9", "~", "\uffff"]
for a in words[:8]:
    print(ascii(a), "".join("<" if a < b else ">" if a > b else "=" for b in words))
print(ascii(sorted(words)), ascii(sorted(words, reverse=True)))
print(ascii(sorted(words, key=str.lower)), ascii(sorted(words, key=len)), ascii(sorted(words, key=lambda w: (len(w), w))))
print(min(words) == "", ascii(max(words)), min("hello"), max("hello"), min("b", "a", key=ord))
print("a" == "a", "a" != "a", "a" == 97, "a" != b"a", "ab" <= "ab", "ab" >= "abc", "a" * 3 == "aaa")
for op in ("<", "<=", ">", ">="):
    try:
        if op == "<":
            "a" < 1
        elif op == "<=":
            "a" <= None
        elif op == ">":
            "a" > b"a"
        else:
            "a" >= ["a"]
    except TypeError as e:
        print(e)
print(hash("abc") == hash("ab" + "c"), hash("") == hash(str()), len({"a", "a", "A", "a" + ""}))
print("abc" < "abd" < "b", "B" < "a" > "C", not "a" < "A")
