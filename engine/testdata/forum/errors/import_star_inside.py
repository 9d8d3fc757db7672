def f():
    from torch import *
