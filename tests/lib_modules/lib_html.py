# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# fz-heap: 256K
# html: escaping, and the large table of names.
import html
from html import entities

for text in ("a < b & c > d", "\"quoted\" & 'single'", "plain", "", "&amp;"):
    print(html.escape(text), html.escape(text, quote=False))
print(html.unescape("no references here"), html.__all__)
print(len(entities.html5), entities.html5["amp;"], entities.html5["eacute;"], entities.html5["lt"], entities.name2codepoint["euro"])
print(entities.codepoint2name[233], entities.entitydefs["copy"], len(entities.codepoint2name), len(entities.name2codepoint))
print(sorted(name for name in entities.name2codepoint if name.startswith("al")))
print(sum(entities.codepoint2name), max(entities.html5, key=len), sum(len(v) for v in entities.html5.values()))
