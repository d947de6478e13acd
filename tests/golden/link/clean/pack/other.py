from .sub import value
