# SPDX-License-Identifier: MIT
# fz-search: stdlib
# token: the tables of tokens, which the module fills by looking at its own globals.
import token

print(token.NAME, token.NUMBER, token.OP, token.N_TOKENS, token.NT_OFFSET)
print(sorted(token.tok_name.items())[:12])
print(token.EXACT_TOKEN_TYPES["+="] == token.PLUSEQUAL, token.EXACT_TOKEN_TYPES["->"] == token.RARROW, len(token.EXACT_TOKEN_TYPES))
print(token.ISTERMINAL(5), token.ISTERMINAL(300), token.ISNONTERMINAL(256), token.ISEOF(0), token.ISEOF(1))
print(sorted(op for op in token.EXACT_TOKEN_TYPES if len(op) == 3))
print(all(token.tok_name[number].isupper() for number in token.EXACT_TOKEN_TYPES.values()))
