# SPDX-License-Identifier: MIT
# fz-search: stdlib
# colorsys: conversions there and back over a grid of colours.
import colorsys


def show(values):
    return " ".join(f"{v:.6f}" for v in values)


grid = [(r / 4, g / 2, b / 3) for r in range(0, 5, 2) for g in range(3) for b in range(0, 4, 3)]
for name in ("yiq", "hls", "hsv"):
    there = getattr(colorsys, "rgb_to_" + name)
    back = getattr(colorsys, name + "_to_rgb")
    worst = 0.0
    for rgb in grid:
        converted = there(*rgb)
        worst = max([worst] + [abs(a - b) for a, b in zip(rgb, back(*converted))])
        print(name, rgb[0], rgb[1], round(rgb[2], 3), show(converted))
    print(name, worst < 1e-6)
for h in range(0, 12):
    print(show(colorsys.hsv_to_rgb(h / 12, 0.5, 0.75)), show(colorsys.hls_to_rgb(h / 12, 0.4, 1.0)))
print(colorsys.__all__, colorsys.ONE_THIRD, colorsys.TWO_THIRD)
