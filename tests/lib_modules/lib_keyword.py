# SPDX-License-Identifier: MIT
# fz-search: stdlib
# keyword: its tables and predicates.
import keyword

print(keyword.kwlist)
print(keyword.softkwlist)
print([w for w in ("if", "iff", "None", "match", "print", "lambda", "") if keyword.iskeyword(w)])
print([w for w in ("match", "case", "_", "type", "if") if keyword.issoftkeyword(w)])
print(len(keyword.kwlist), keyword.kwlist == sorted(keyword.kwlist), keyword.__all__)

def mangle(word):
    return word + "_" if keyword.iskeyword(word) else word


print([mangle(w) for w in "for each class in the lambda".split()])
