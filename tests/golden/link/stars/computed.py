__all__ = ["delta"]
__all__ += ["epsilon"]
delta = epsilon = 1
