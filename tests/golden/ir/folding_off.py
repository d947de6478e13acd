# options: --without all
print(2 + 3, x in [1, 2])
if 0:
    gone()
while 0:
    gone()
