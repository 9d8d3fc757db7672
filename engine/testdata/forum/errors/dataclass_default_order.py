from dataclasses import dataclass
@dataclass
class C:
    a: int = 1
    b: int
