from enum import IntEnum
class P(IntEnum):
    LOW = 1
    HIGH = 2
print(P.LOW < P.HIGH, P.LOW + 1, int(P.HIGH), P.LOW, f"{P.LOW}", repr(P.LOW), [10, 20, 30][P.LOW], P.HIGH == 2, sorted(P, reverse=True), max(P))
