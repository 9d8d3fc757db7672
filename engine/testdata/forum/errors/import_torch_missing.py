from torch import foo
