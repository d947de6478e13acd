# SPDX-License-Identifier: MIT
# State machines three ways: a table, methods found by name, and generators.

TABLE = {
    ("idle", "coin"): ("ready", "light on"), ("ready", "coin"): ("ready", "coin returned"), ("ready", "push"): ("idle", "turn"), ("idle", "push"): ("idle", "locked"),
    ("idle", "service"): ("service", "open panel"), ("service", "close"): ("idle", "close panel"),
}


def table_driven(events):
    state, log = "idle", []
    for event in events:
        try:
            state, action = TABLE[state, event]
        except KeyError as e:
            action = f"no rule for {e}"
        log.append(action)
    return state, log


class Light:
    def __init__(self):
        self.state, self.timer, self.history = self.red, 0, []

    def red(self):
        if self.timer == 3:
            return self.green

    def green(self):
        if self.timer == 2:
            return self.yellow

    def yellow(self):
        if self.timer == 1:
            return self.red

    def tick(self):
        self.timer += 1
        following = self.state()
        if following is not None:
            self.state, self.timer = following, 0
        self.history.append(self.state.__name__[0])


def parser():
    words, word, quoted = [], "", False
    while True:
        c = yield
        if c is None:
            if word or quoted:
                words.append(word)
            return words if not quoted else ["unterminated"]
        if c == '"':
            quoted = not quoted
        elif c == " " and not quoted:
            if word:
                words.append(word)
            word = ""
        else:
            word += c


def split(text):
    machine = parser()
    next(machine)
    try:
        for c in text:
            machine.send(c)
        machine.send(None)
    except StopIteration as e:
        return e.value


class Debounce:
    STATES = ("up", "maybe down", "down", "maybe up")

    def __init__(self, need):
        self.state, self.need, self.seen, self.edges = 0, need, 0, []

    def sample(self, level, at):
        stable = self.state in (0, 2)
        wanted = level == (1 if self.state in (0, 1) else 0)
        if stable and wanted:
            self.state, self.seen = self.state + 1, 1
        elif not stable and wanted:
            self.seen += 1
        elif not stable:
            self.state -= 1
        if self.state in (1, 3) and self.seen >= self.need:
            self.state = (self.state + 1) % 4
            self.edges.append((at, self.STATES[self.state]))


class Hierarchical:
    def __init__(self):
        self.trace = []
        self.stack = ["root"]

    def dispatch(self, event):
        for depth in range(len(self.stack) - 1, -1, -1):
            handler = getattr(self, f"{self.stack[depth]}_{event}", None)
            if handler is not None:
                return handler()
        self.trace.append(event + " unhandled")

    def root_power(self):
        self.stack.append("on")
        self.trace.append("power on")

    def on_power(self):
        self.stack = ["root"]
        self.trace.append("power off")

    def on_play(self):
        self.stack.append("playing")
        self.trace.append("play")

    def playing_play(self):
        self.stack.pop()
        self.trace.append("pause")


print(table_driven(["coin", "coin", "push", "push", "service", "coin", "close"]))
light = Light()
for _ in range(14):
    light.tick()
print("".join(light.history))
print(split('a bb "c d" e'), split('open "quote'), split(""), split('""x'))
d = Debounce(3)
for at, level in enumerate(map(int, "0010111101110011000000")):
    d.sample(level, at)
print(d.edges, Debounce.STATES[d.state])
h = Hierarchical()
for event in ("play", "power", "play", "play", "eject", "play", "power", "power"):
    h.dispatch(event)
print(h.trace, h.stack)
