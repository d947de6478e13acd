# SPDX-License-Identifier: MIT
# A small world of rooms and things driven by commands: dispatch by name, dicts of objects, text formatting.


class Room:
    def __init__(self, name, **exits):
        self.name, self.exits, self.things = name, exits, []

    def describe(self):
        ways = ", ".join(sorted(self.exits)) or "none"
        things = " and ".join(f"a {t}" for t in sorted(self.things)) or "nothing"
        return f"[{self.name}] exits: {ways}; you see {things}."


class Game:
    def __init__(self):
        self.rooms = {"hall": Room("Hall", north="library", east="cellar"), "library": Room("Library", south="hall"), "cellar": Room("Cellar", west="hall")}
        self.rooms["hall"].things += ["lamp", "coin"]
        self.rooms["library"].things.append("book")
        self.here, self.bag, self.score, self.lit, self.over = "hall", [], 0, False, False

    @property
    def room(self):
        return self.rooms[self.here]

    def do_look(self):
        return "It is dark." if self.here == "cellar" and not self.lit else self.room.describe()

    def do_go(self, way):
        if way not in self.room.exits:
            return f"You cannot go {way}."
        self.here = self.room.exits[way]
        return self.do_look()

    def do_take(self, *things):
        out = []
        for thing in things or list(self.room.things):
            try:
                self.room.things.remove(thing)
            except ValueError:
                out.append(f"no {thing} here")
            else:
                self.bag.append(thing)
                self.score += len(thing)
                out.append(f"{thing} taken")
        return "; ".join(out).capitalize() + "."

    def do_drop(self, thing):
        if thing not in self.bag:
            return f"You have no {thing}."
        self.bag.remove(thing)
        self.room.things.append(thing)
        return "Dropped."

    def do_use(self, thing):
        match thing, self.here, thing in self.bag:
            case (_, _, False):
                return f"You have no {thing}."
            case ("lamp", _, _):
                self.lit = not self.lit
                return f"The lamp is {'on' if self.lit else 'off'}."
            case ("book", "library", _):
                self.score += 10
                return "You learn something."
            case _:
                return "Nothing happens."

    def do_bag(self):
        return f"{len(self.bag)} thing{'s' * (len(self.bag) != 1)}: {', '.join(sorted(self.bag)) or '-'}"

    def do_quit(self):
        self.over = True
        return f"Bye with {self.score} points."

    def command(self, line):
        verb, *rest = line.lower().split() or ["look"]
        action = getattr(self, f"do_{verb}", None)
        if action is None:
            return f"I do not know how to {verb}."
        try:
            return action(*rest)
        except TypeError:
            return f"{verb.capitalize()} what?"


game = Game()
for line in ("look", "take lamp sword", "bag", "go north", "take", "use book", "read", "go", "go up", "go south", "GO EAST", "use lamp", "look", "drop coin", "take coin",
             "go west", "drop lamp", "look", "take coin", "bag", "use key", "", "quit", "look"):
    if game.over:
        break
    print(f"> {line}\n{game.command(line)}")
print(game.score, game.here, sorted(game.bag), {k: sorted(r.things) for k, r in game.rooms.items()})
