import a
seen = (hasattr(a, "EARLY"), hasattr(a, "X"))
Y = list(a.EARLY)
def late(): return a.X
