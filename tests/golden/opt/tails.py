def example(level, log):
    if level > 100:
        log("too high")
        state = "stopped"
        level = 0
    elif level > 50:
        log("high")
        state = "stopped"
        level = 0
    else:
        state = "running"
        level = 0
    return state, level
