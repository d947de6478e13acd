def example(t, unit):
    return "t = " + str(t) + " (" + repr(unit) + f", {t:.1f}" + ")"
