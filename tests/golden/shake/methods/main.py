from things import Derived

thing = Derived(3)


def show():
    print(thing.used(), thing.size, thing)


show()
