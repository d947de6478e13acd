# Annotations are never evaluated, so a wrong one does no harm and none are kept.
value: undefined_name = 3


def double(x: also_undefined) -> nothing:
    return x * 2


print(value, double(4))
