# A folder without __init__.py is a package; a submodule imported for nothing but its effects runs.
import modules.namespace_package.first
from modules.namespace_package.inner import third
import modules.namespace_package as package

print(package.first.__name__, third.value, package.__name__, modules.namespace_package.inner.third is third)
try:
    from modules.namespace_package import absent
except ImportError as error:
    print(type(error).__name__)
