from dataclasses import dataclass
@dataclass(frozen=True)
class C:
    a: int
c = C(1)
c.a = 2
