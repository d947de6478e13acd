def tries(f):
    try:
        f()
    except ValueError:
        return 1
    except (KeyError, IndexError) as error:
        print(error)
    except:
        raise
    else:
        print("fine")
    finally:
        f.close()
    for i in f:
        try:
            continue
        finally:
            break
    with f as a, f():
        return a
