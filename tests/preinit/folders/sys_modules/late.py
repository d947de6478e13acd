print("late runs")
X = [1]
