# SPDX-License-Identifier: MIT
# The report, one line at a time: no line outlives its printing.

WIDTH = 50
BARS = " .:-=+*#%@"


def sparkline(values, low, high):
    """A character for each value, darker for higher ones."""
    span = high - low or 1
    return "".join([BARS[(value - low) * (len(BARS) - 1) // span] for value in values])


def heading(text):
    return f"-- {text} ".ljust(WIDTH, "-")


def channel_lines(channels):
    yield f"{'sensor':<9}{'low':>11}{'latest':>11}{'high':>11}{'faults':>8}"
    for channel in channels:
        show = channel.sensor.show
        yield (f"{channel.sensor.name:<9}{show(channel.low):>11}{show(channel.history.newest()):>11}"
               f"{show(channel.high):>11}{channel.faults:>8}")
    yield ""
    for channel in channels:
        shape = sparkline(channel.history, min(channel.history), max(channel.history))
        yield f"{channel.sensor.name:<9}|{shape}|"


def machine_lines(machine):
    total = sum(machine.seconds.values()) or 1
    for state, seconds in sorted(machine.seconds.items(), key=lambda item: -item[1]):
        bar = "#" * (24 * seconds // total)
        yield f"{state:<9}{seconds:>5} s {100 * seconds / total:>5.1f}% {bar}".rstrip()


def event_lines(events):
    if events.pushed > len(events):
        yield f"({events.pushed - len(events)} older ones are gone)"
    for second, text in events:
        yield f"{second // 60:>3}:{second % 60:02d}  {text}"


def radio_lines(radio):
    lost = radio.transmissions - radio.received
    yield f"sent {radio.transmissions}, arrived {radio.received}, lost {lost} ({lost / radio.transmissions:.0%})"
    for name in sorted(radio.errors):
        yield f"  {name}: {radio.errors[name]}"
    if radio.last is not None:
        second, checksum = radio.last
        yield f"  last of second {second}, sum {checksum:#x}"


def lines(node):
    yield f"[{node.name}]".center(WIDTH).rstrip()
    yield f"{node.samples} samples, state {node.machine.state}"
    yield heading("sensors")
    yield from channel_lines(node.channels)
    yield heading("states")
    yield from machine_lines(node.machine)
    yield heading("events")
    yield from event_lines(node.events)
    yield heading("radio")
    yield from radio_lines(node.radio)
    yield "-" * WIDTH
