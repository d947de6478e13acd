from second import *
alpha = 1
_hidden = 2
