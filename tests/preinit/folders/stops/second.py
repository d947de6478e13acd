import first
B = ["second"]
B.extend(first.A)
print("second speaks", B)
AFTER = len(B)
first.A.append("changed")
