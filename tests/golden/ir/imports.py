# options: --name pkg.sub.mod
import sys
import os.path
import a.b.c as d
from . import sibling
from ..other import thing as renamed
from pkg.sub import near
from wild import *

try:
    import maybe
except ImportError:
    maybe = None

__all__ = ["a", "b"]
