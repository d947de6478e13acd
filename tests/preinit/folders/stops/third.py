import second
C = second.AFTER + 1
def seen(): return second.B
