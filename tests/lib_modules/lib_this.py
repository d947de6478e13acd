# SPDX-License-Identifier: MIT
# fz-search: stdlib
# this: importing it prints the poem; its tables can be used afterwards.
import this

print(len(this.d), this.d["A"], this.d["n"], this.c, this.i)
text = "".join(this.d.get(c, c) for c in this.s)
print(text.splitlines()[0], len(text.splitlines()), text.count("better"))
print("".join(this.d.get(c, c) for c in "Uryyb, jbeyq!"))
twice = "".join(this.d.get(this.d.get(c, c), c) for c in this.s)
print(twice == this.s)
words = {}
for word in text.lower().replace(".", " ").replace(",", " ").split():
    words[word] = words.get(word, 0) + 1
print(sorted(words.items(), key=lambda item: (-item[1], item[0]))[:8])
import this as again

print(again is this)
