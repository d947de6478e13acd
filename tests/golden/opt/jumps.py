def example(items):
    for item in items:
        if item:
            if item.bad():
                continue
            item.use()
        else:
            break
