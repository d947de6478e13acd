import quiet
V = len(quiet.Q)
print("loud", V)
quiet.Q.append("loud")
