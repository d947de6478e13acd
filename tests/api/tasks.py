# Functions that C calls.
import desk

log = []
cleaned = 0


def add(a, b):
    return a + b


def fail(what):
    raise KeyError(what)


def leave(code):
    raise SystemExit(code)


def forever():
    global cleaned
    while True:
        try:
            while True:
                pass
        except BaseException:
            cleaned += 1
        finally:
            cleaned += 1


def forever_in_generator():
    def numbers():
        global cleaned
        try:
            while True:
                yield 1
        finally:
            cleaned += 1

    return sum(numbers())


def forever_in_key():
    def key(item):
        while True:
            pass

    return sorted([3, 1, 2], key=key)


def count(n):
    total = 0
    for i in range(n):
        total += i
    return total


def stop_soon():
    desk.stop()
    return count(10 ** 9)


def on_event(number):
    log.append(number)


def on_bad_event(number):
    return 1 // (number - number)


def find(name):
    return {"on_event": on_event, "on_bad_event": on_bad_event}[name]


def log_text():
    return ",".join(map(str, log))


def take_log():
    global log
    taken, log = log, []
    return taken


def wait_for_events(n):
    # Interrupts come while this loop runs.
    for i in range(n):
        desk.interrupt(i)
        count(1000)
    return len(log)


def churn(n):
    kept = [str(i) * 3 for i in range(n)]
    return len("".join(kept))


def text_and_bytes():
    return "gr\u00fc\u00df", b"\x00\xff", 2.5, 1 << 62
