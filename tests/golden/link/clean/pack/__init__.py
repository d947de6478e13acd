from . import sub
from .sub import value
late = None
