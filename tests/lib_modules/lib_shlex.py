# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# shlex: the lexer in its modes, split and join without quoting by pattern.
import shlex

for text in ("a b c", "one 'two three' four", 'say "hi there"', "esc\\ aped x", "a'b c'd", "  spaced   out ", "# comment\nx", "'it''s'", '"a\\"b"', ""):
    print(repr(text), shlex.split(text), shlex.split(text, comments=True))
for text in ("'open", '"open', "trailing\\"):
    try:
        shlex.split(text)
    except ValueError as e:
        print(repr(text), e)
lexer = shlex.shlex("alpha = beta+3 'quoted text' # rest\nlast")
print(list(lexer))
lexer = shlex.shlex("a && b || c; d > out 2>&1", punctuation_chars=True)
print(list(lexer))
lexer = shlex.shlex("x-y z.w", posix=True)
lexer.wordchars += ".-"
print(list(lexer), lexer.eof)
lexer = shlex.shlex("one two three")
print(lexer.get_token(), lexer.get_token())
lexer.push_token("pushed")
print(lexer.get_token(), lexer.get_token(), repr(lexer.get_token()), lexer.lineno)
lexer = shlex.shlex("a:b:c d", posix=True)
lexer.whitespace = ":"
lexer.whitespace_split = True
print(list(lexer))
print(shlex.shlex("q", infile="file.txt").error_leader(), shlex.split("a  b", posix=False), shlex.split("'a b' c", posix=False))
