def f():
    a = 1
  b = 2
if a:
c = 3
	d = 4
e = 'open
g = 0777
h = 1 +
