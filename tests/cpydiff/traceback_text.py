# A traceback has files, lines and names; it does not repeat the source.
def fail(n):
    return 1 // n


fail(0)
