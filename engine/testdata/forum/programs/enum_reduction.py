from enum import Enum
import torch

class Reduction(Enum):
    MEAN = "mean"
    SUM = "sum"
    NONE = "none"

def reduce(x, how: Reduction):
    if how is Reduction.MEAN:
        return x.mean()
    if how == Reduction.SUM:
        return x.sum()
    return x

x = torch.tensor([1.0, 2.0, 4.0])
for r in Reduction:
    print(r.name, r.value, reduce(x, r))
print(Reduction("sum"), Reduction["MEAN"] == Reduction.MEAN)
