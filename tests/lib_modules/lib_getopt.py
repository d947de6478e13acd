# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# getopt: command lines, short and long options, errors.
import getopt

print(getopt.getopt("-a -b -cfoo -d bar a1 a2".split(), "abc:d:"))
print(getopt.getopt("--condition=foo --testing --output-file abc.def -x a1".split(), "x", ["condition=", "output-file=", "testing"]))
print(getopt.gnu_getopt("-a first -b second".split(), "ab"), getopt.getopt(["--", "-a"], "a"), getopt.getopt(["--con=1"], "", ["condition="]))
for args in (["-z"], ["-c"], ["--nope"], ["--testing=1"], ["--condition"], ["--t"]):
    try:
        getopt.getopt(args, "ac:", ["condition=", "testing", "trace"])
    except getopt.GetoptError as e:
        print(args, e.msg, e.opt)
parsed = {}
options, rest = getopt.gnu_getopt("in.txt -vv --level 3 out.txt --level=5 -o f --".split(), "vo:", ["level="])
for name, value in options:
    parsed.setdefault(name.lstrip("-"), []).append(value)
print(parsed, rest)
for rest in (["-"], ["-a-"], ["a", "-b"], [""], ["--", "--x"]):
    print(getopt.getopt(rest, "a:b"))
print(getopt.short_has_arg("b", "ab:"), getopt.short_has_arg("a", "ab:"), getopt.long_has_args("ve", ["verbose", "quiet="]), issubclass(getopt.GetoptError, Exception), getopt.error is getopt.GetoptError)
