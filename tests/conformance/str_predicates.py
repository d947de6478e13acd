# SPDX-License-Identifier: MIT
# The questions that str answers about its characters.

names = ["isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isdecimal", "isnumeric",
         "isidentifier", "isprintable", "isascii"]
texts = ["", "a", "A", "aB", "Ab Cd", "AB CD", "ab cd", "1", "12a", "a1", " ", "\t\n", "_x1", "1x", "a b", "é", "É",
         "ñandú", "٣", "²", "½", "\x00", "\x7f", "\u00a0", "Hello World", "Hello world", "HELLO 1", "class", "ß"]
for text in texts:
    print(ascii(text), "".join("T" if getattr(text, name)() else "." for name in names))
for name in names:
    print(name, [ascii(text) for text in texts if getattr(text, name)()])
