class Handler:
    def on_start(self):
        return 1

    def on_stop(self):
        return 2

    def other(self):
        return 3


handler = Handler()
print(getattr(handler, "on_start")())
print("{0.label}".format(handler) if hasattr(handler, "label") else "none")
