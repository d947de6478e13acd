# SPDX-License-Identifier: MIT
# Format specifications of integers, all together.

values = [0, 1, -1, 7, -255, 1234567, -10**20, 2**70, True]
specs = ["", "d", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "n", "c"]
for value in values:
    print(value, [format(value, spec) for spec in specs if spec != "c" or 0 < value < 200])
for fill in ("", "*", "0", "€"):
    for align in "<>^=":
        for sign in ("", "+", "-", " "):
            spec = fill + align + sign + "9d"
            print(spec, [format(v, spec) for v in (5, -42, 123456789012)])
for spec in ("08", "+08", "-08x", "#010x", "#010b", "012,", "_", ",", "_x", "_b", "15,d", "<15,", "^15_", "*^+15,"):
    print(spec, [format(v, spec) for v in (0, 255, -123456, 9876543210)])
for spec in ("f", ".2f", "e", ".1e", "g", "%", ".0%", "10.3f", "G", "E"):
    print(spec, [format(v, spec) for v in (0, 255, -123456, 10**18)])
print(format(97, "c"), format(8364, "c"), format(128512, "c") == "😀", repr(format(0, "c")), format(65, "5c") + "|", format(65, "<5c") + "|")
