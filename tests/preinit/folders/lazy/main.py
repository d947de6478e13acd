import user
print("boot")
print(user.run(), user.run())
