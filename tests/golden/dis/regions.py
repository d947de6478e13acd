# Regions of try, finally and with, the innermost first.
def guarded(f):
    try:
        return f()
    except ValueError as error:
        return error
    finally:
        print("done")


def managed(f):
    for i in range(3):
        with f() as g:
            if g:
                continue
            break
