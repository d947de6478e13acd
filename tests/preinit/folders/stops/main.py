import first
import second
import third
print("main", first.A, second.B, second.AFTER, third.C)
second.B.append("main")
print(second.B, third.seen())
