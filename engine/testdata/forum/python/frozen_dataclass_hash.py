from dataclasses import dataclass
@dataclass(frozen=True)
class C:
    a: float = 1.0
c = C(); print(hash(c) == hash(C()), {c: 1}[C()])
c.a = 2
