# Nothing to complain about: circular imports, packages, names bound late.
import left
from pack import sub
from pack.sub import value as renamed
import pack.other as other

if left.flag:
    from pack import late
print(sub, renamed, other, left.right.name, __name__, __file__, __doc__)
