def handles(x):
    try:
        x()
    except* ValueError as e:
        print(e)
    except* TypeError:
        raise
    else:
        print("else")
