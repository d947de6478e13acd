import settings

LIMIT = 1000
STEP = LIMIT // 8


def example(x):
    return x + STEP * settings.WIDTH
