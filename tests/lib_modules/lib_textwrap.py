# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# textwrap: indent, and the wrapper fed with ready chunks; the parts without regular expressions.
import textwrap

text = "first\n  second\n\nthird\n"
print(textwrap.indent(text, "> "))
print(textwrap.indent(text, "* ", lambda line: "i" in line))
print(textwrap.indent("", "x"), textwrap.indent("one", "- "), repr(textwrap.indent("a\n\n b", "\t", lambda line: True)))


class Chunked(textwrap.TextWrapper):
    """Splits at blanks by hand, so that no pattern is needed."""

    def _split(self, text):
        chunks, word = [], ""
        for c in text:
            if c == " ":
                if word:
                    chunks.append(word)
                word = ""
                chunks.append(" ")
            else:
                word += c
        return chunks + [word] if word else chunks


words = "The quick brown fox jumped over the lazy dog, then it slept for a considerablylongtime."
for width in (12, 20, 34):
    wrapper = Chunked(width=width)
    for line in wrapper.wrap(words):
        print(f"{width:>3} |{line:<{width}}|")
print(Chunked(width=16, initial_indent="* ", subsequent_indent="  ").fill(words))
print(Chunked(width=20, max_lines=2, placeholder=" [...]").fill(words))
print(Chunked(width=10, break_long_words=False).wrap("a verylongwordindeed b"), Chunked(width=10, drop_whitespace=False).wrap("aaa bbb  ccc ddd"))
for action in (lambda: Chunked(width=0).wrap("x"), lambda: Chunked(width=3, max_lines=1, placeholder="too long").wrap("some words")):
    try:
        action()
    except ValueError as e:
        print(e)
print(Chunked(expand_tabs=True, tabsize=4).wrap("a\tb"), Chunked(replace_whitespace=True).wrap("a\nb"))
