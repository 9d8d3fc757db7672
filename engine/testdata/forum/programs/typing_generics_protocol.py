from __future__ import annotations
from typing import Any, Callable, ClassVar, NamedTuple, Optional, Protocol, TypeVar, Generic, Iterable
import torch
from torch import Tensor

LossFn = Callable[[Tensor, Tensor], Tensor]
T = TypeVar("T")

class Result(NamedTuple):
    loss: Tensor
    parts: dict[str, float]
    n: int = 1

class HasLoss(Protocol):
    def __call__(self, p: Tensor, t: Tensor) -> Tensor: ...

class Stack(Generic[T]):
    limit: ClassVar[int] = 10
    def __init__(self) -> None:
        self.items: list[T] = []
    def push(self, x: T) -> Stack[T]:
        self.items.append(x)
        return self
    def __iter__(self):
        return iter(self.items)

def total(fns: Iterable[LossFn], p: Tensor, t: Tensor, /, *, scale: float | None = None) -> Result:
    parts: dict[str, float] = {}
    acc: Tensor = torch.zeros(())
    for k, fn in enumerate(fns):
        value = fn(p, t)
        parts[f"{k}"] = round(value.item(), 4)
        acc = acc + (scale or 1.0) * value
    return Result(acc, parts, len(parts))

s = Stack[LossFn]().push(torch.nn.functional.l1_loss).push(torch.nn.functional.mse_loss)
p = torch.tensor([1.0, 2.0], requires_grad=True)
res = total(s, p, torch.zeros(2), scale=2.0)
print(res)
print(res.loss, res[1], res._fields, res._asdict()['n'])
loss, *others = res
loss.backward()
print(others, p.grad, res._replace(n=5).n)
