# The entry: what it prints is compared.
import desk
import tasks

print("twice", desk.twice(21), desk.greet("world"))
print("apply", desk.apply(lambda x: x + 1, 41))
for argument in ("3", 1 << 40, None):
    try:
        desk.twice(argument)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
try:
    desk.refuse()
except ValueError as error:
    print("refused:", error)
try:
    desk.apply(lambda x: 1 // x, 0)
except ZeroDivisionError as error:
    print("through C:", error)
