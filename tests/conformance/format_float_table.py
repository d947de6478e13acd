# SPDX-License-Identifier: MIT
# Format specifications of floats, all together.

values = [0.0, -0.0, 1.0, -1.5, 3.14159265, 1e-7, 123456789.123, 1e16, 1.5e300, 5e-324, float("inf"), float("-inf"), float("nan")]
for value in values:
    print(repr(value), str(value), [format(value, spec) for spec in ("", "f", "e", "g", "n", "%", "F", "E", "G")])
    print([format(value, spec) for spec in (".0f", ".1f", ".3f", ".10f", ".0e", ".3e", ".12e", ".0g", ".1g", ".3g", ".17g")])
    print([format(value, spec) for spec in ("+", " ", "+.2f", " .2e", "012.3f", "<12.2f", "^12.2f", "*>12.2f", "=+12.1f", "#.0f", "#g", "#.3e")])
    print([format(value, spec) for spec in (",", ",.2f", "_.1f", "020,.2f", ".2%", ".0%", "10.1%", ".5", ".1", "15.5", "<8", "^+14")])
for digits in range(0, 8):
    print(digits, f"{2.5:.{digits}f} {0.125:.{digits}f} {1e22:.{digits}e} {1/3:.{digits}g} {2/3:.{digits}%}")
print([f"{x:.0f}" for x in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, 0.49999999999999994)])
print([f"{x:.1f}" for x in (0.05, 0.15, 0.25, 0.35, 0.45, 0.95, 9.95, 99.95)])
