from dataclasses import dataclass
@dataclass
class C:
    a: int
    b: int = 2
C()
