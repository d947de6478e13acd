class A: pass
if (A.x := 3):
    pass
