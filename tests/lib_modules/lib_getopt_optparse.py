# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# fz-heap: 128K
# getopt and optparse: command lines.
import getopt
import optparse

print(getopt.getopt("-a -b -cfoo -d bar a1 a2".split(), "abc:d:"))
print(getopt.getopt("--condition=foo --testing --output-file abc.def -x a1".split(), "x", ["condition=", "output-file=", "testing"]))
print(getopt.gnu_getopt("-a first -b second".split(), "ab"), getopt.getopt(["--", "-a"], "a"), getopt.getopt(["--con=1"], "", ["condition="]))
for args in (["-z"], ["-c"], ["--nope"], ["--testing=1"], ["--condition"], ["--t"]):
    try:
        getopt.getopt(args, "ac:", ["condition=", "testing", "trace"])
    except getopt.GetoptError as e:
        print(args, e.msg, e.opt)
parser = optparse.OptionParser(prog="tool", usage="%prog [options] FILE", add_help_option=False)
parser.add_option("-q", "--quiet", action="store_false", dest="verbose", default=True)
parser.add_option("-n", "--number", type="int", default=3)
parser.add_option("-f", "--float", type="float")
parser.add_option("-m", "--mode", type="choice", choices=["fast", "slow"], default="slow")
parser.add_option("-I", action="append", dest="include")
parser.add_option("-v", action="count", dest="level", default=0)
parser.add_option("--const", action="store_const", const=42)
parser.add_option("--pair", nargs=2, type="int")
seen = []
parser.add_option("--call", action="callback", callback=lambda option, opt, value, parser: seen.append(opt))
options, args = parser.parse_args("-q -n 5 --float=2.5 -m fast -Ia -I b -vvv --const --pair 1 2 --call file1 file2".split())
print(options.verbose, options.number, options.float, options.mode, options.include, options.level, options.const, options.pair, args, seen)
options, args = parser.parse_args([])
print(options.verbose, options.number, options.float, options.include, options.level, options.ensure_value("extra", 9), args)


class Quiet(optparse.OptionParser):
    def error(self, message):
        raise ValueError(message)


quiet = Quiet(add_help_option=False)
quiet.add_option("-n", type="int")
quiet.add_option("--alpha")
quiet.add_option("--alternate")
for args in (["-n", "x"], ["-z"], ["-n"], ["--al"], ["--alpha"]):
    try:
        quiet.parse_args(args)
    except ValueError as e:
        print(e)
print(quiet.parse_args(["--alph", "1"])[0], parser.get_usage().strip(), parser.has_option("-q"), parser.get_option("-n").dest)
try:
    parser.add_option("-q")
except optparse.OptionConflictError as e:
    print(e.msg)
