import config


def report(value):
    if config.BOARD == "pico" and config.LEVEL > 2:
        print("pico", value << config.LEVEL)
    else:
        _other(value)
    if config.TRACE:
        _trace(value)
    return config.Pins.LED if not config.TRACE else value


def _print_other(value):
    print("other", value)


def _print_trace(value):
    print("trace", value)


_other = _print_other
_trace = _print_trace
print(report(1))
