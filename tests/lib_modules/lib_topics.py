# SPDX-License-Identifier: MIT
# fz-search: stdlib
# fz-heap: 128K
# pydoc_data.topics: three quarters of a megabyte of text in one dict, read from flash.
from pydoc_data import topics

table = topics.topics
print(len(table), sorted(table)[:5], sum(len(text) for text in table.values()) > 600000)
text = table["assert"]
print(text.splitlines()[0], len(text.splitlines()), text.count("assert"), "AssertionError" in text)
for name in ("break", "pass", "continue", "del", "global"):
    body = table[name]
    print(name, len(body), body.find("\n"), body.rstrip().splitlines()[-1].strip())
longest = max(table, key=lambda name: len(table[name]))
print(longest, len(table[longest]), table[longest][1000:1040].replace("\n", " "))
print([name for name in table if name.startswith("c")])
