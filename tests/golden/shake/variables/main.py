import state


def count():
    state.bump()
    state.last = state.total
    return state.total, state.NAMES[0]


print(count(), count(), state.last)
