from typing import Optional, Union, List, Dict, Tuple, Callable, Any, Literal, TypeVar, Generic, Protocol, Final, ClassVar
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T) -> None: self.v = v
    def get(self) -> T: return self.v
def f(x: Optional[float] = None, r: Literal["mean", "sum"] = "mean", c: Callable[[int], float] = float) -> Union[int, float]: return c(3) if x is None else x
print(Box[int](3).get(), f(), f(2.0), f(c=lambda x: x))
class P(Protocol):
    def forward(self, x: int) -> int: ...
A: Final = 3
X: ClassVar[int] = 3
print(A, X, isinstance(1, int | float), isinstance("a", int | str), isinstance(None, int | None))
