from enum import Enum
class R(Enum):
    A = 1
    B = 1
    C = 2
print(list(R), R.B, R.__members__.keys() if False else sorted(R.__members__), R.A is R.B)
R.A = 3
