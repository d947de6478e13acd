import sys, pkg

print("pkg" in sys.modules, "late" in sys.modules)
import late

print("pkg" in sys.modules, "late" in sys.modules, late.X)
