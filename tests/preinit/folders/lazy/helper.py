USED = {}
def use(s):
    USED[len(s)] = True
    s.append(sorted(USED))
