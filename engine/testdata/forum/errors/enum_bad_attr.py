from enum import Enum
class R(Enum):
    MEAN = "mean"
R.SUM
