def example(x):
    if 0:
        import settings
        print(settings.WIDTH)
    return x
