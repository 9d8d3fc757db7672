from dataclasses import dataclass
@dataclass
class C:
    a: list = []
