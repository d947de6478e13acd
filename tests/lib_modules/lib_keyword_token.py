# SPDX-License-Identifier: MIT
# fz-search: stdlib
# keyword and token: their tables and predicates.
import keyword
import token

print(keyword.kwlist)
print(keyword.softkwlist)
print([w for w in ("if", "iff", "None", "match", "print", "lambda", "") if keyword.iskeyword(w)])
print([w for w in ("match", "case", "_", "type", "if") if keyword.issoftkeyword(w)])
print(len(keyword.kwlist), keyword.kwlist == sorted(keyword.kwlist), keyword.__all__)
print(token.NAME, token.NUMBER, token.OP, token.N_TOKENS, token.NT_OFFSET)
print(sorted(token.tok_name.items())[:12])
print(token.EXACT_TOKEN_TYPES["+="] == token.PLUSEQUAL, token.EXACT_TOKEN_TYPES["->"] == token.RARROW, len(token.EXACT_TOKEN_TYPES))
print(token.ISTERMINAL(5), token.ISTERMINAL(300), token.ISNONTERMINAL(256), token.ISEOF(0), token.ISEOF(1))
print(sorted(op for op in token.EXACT_TOKEN_TYPES if len(op) == 3))
print(all(token.tok_name[number].isupper() for number in token.EXACT_TOKEN_TYPES.values()))


def mangle(word):
    return word + "_" if keyword.iskeyword(word) else word


print([mangle(w) for w in "for each class in the lambda".split()])
