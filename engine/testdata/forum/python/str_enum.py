from enum import StrEnum, Enum
class S(StrEnum):
    MEAN = "mean"
    SUM = "sum"
print(S.MEAN, S.MEAN == "mean", S.MEAN.upper(), f"{S.SUM}", S("sum"), {S.MEAN: 1}["mean"], "x" + S.SUM, repr(S.MEAN))
class T(str, Enum):
    A = "a"
print(T.A, T.A == "a", f"{T.A}", T.A.value)
