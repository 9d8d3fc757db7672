import torch
from torch import Tensor
from typing import Optional, Tuple, List
@torch.jit.script
def fused_loss(x: Tensor, y: Tensor) -> Tensor:
    return ((x - y) ** 2).mean()
class _WeightedLoss(torch.nn.Module):
    __constants__ = ['reduction']
    weight: Optional[Tensor]
    def __init__(self, weight: Optional[Tensor] = None, reduction: str = 'mean') -> None:
        super().__init__()
        self.register_buffer('weight', weight)
        self.reduction = reduction
    @torch.jit.ignore
    def extra_repr(self) -> str:
        return f"reduction={self.reduction}"
    @torch.no_grad()
    def stats(self, x):
        return x.mean(), x.std(unbiased=False)
    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        if not torch.jit.is_scripting():
            assert x.shape == y.shape, f"{x.shape} != {y.shape}"
        loss = fused_loss(x, y) if self.weight is None else (self.weight * (x - y).abs()).sum(-1)
        if torch.is_autocast_enabled():
            loss = loss.float()
        return torch.mean(loss) if self.reduction == 'mean' else loss
x = torch.tensor([[1., 2.], [3., 5.]], requires_grad=True); y = torch.zeros(2, 2)
for w in (None, torch.tensor([1., 2.])):
    m = _WeightedLoss(w); v = m(x, y); v.backward(); print(v, m, m.stats(x), list(m.state_dict()))
print(x.grad, isinstance(fused_loss, type(lambda: 0)) or callable(fused_loss))
