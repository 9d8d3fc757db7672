from enum import Enum, auto, IntEnum
import torch

class Reduction(str, Enum):
    MEAN = "mean"
    SUM = "sum"
    NONE = "none"

class Mode(Enum):
    HARD = auto()
    SOFT = auto()

    @property
    def margin(self):
        return {Mode.HARD: 0.0, Mode.SOFT: 0.5}[self]

class Level(IntEnum):
    LOW = 1
    HIGH = 3

def reduce(x, r: Reduction):
    r = Reduction(r)
    if r is Reduction.MEAN:
        return x.mean()
    if r == Reduction.SUM:
        return x.sum()
    return x

x = torch.tensor([1., 2., 6.])
for r in Reduction:
    print(r.name, r.value, reduce(x, r))
print(reduce(x, "sum"), Mode.SOFT, repr(Mode.HARD), Mode.SOFT.margin, Mode['HARD'].value, list(Mode), Level.HIGH > Level.LOW, Level.HIGH + 1)
try:
    reduce(x, "avg")
except ValueError as e:
    print(e)
