# SPDX-License-Identifier: MIT
# collections: each class has a module of its own below.
from ._chainmap import ChainMap
from ._counter import Counter
from ._defaultdict import defaultdict
from ._deque import deque
from ._namedtuple import namedtuple
from ._ordered import OrderedDict
from ._user import UserDict, UserList, UserString
