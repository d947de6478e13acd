import good
try:
    import bad
except ValueError as e:
    print("caught", e, good.LOG)
try:
    import bad
except ValueError as e:
    print("again", e, good.LOG)
print(good.LOG)
