from enum import Enum
class Color(Enum):
    RED = (1.0, 0.0)
    BLUE = (0.0, 1.0)
    def __init__(self, r, b): self.r = r; self.b = b
    @property
    def total(self): return self.r + self.b
print(Color.RED.r, Color.BLUE.total, Color.RED.value, Color((0.0, 1.0)))
R = Enum("R", "A B"); print(R.A, R.B.value, list(R))
