import torch
from torch import nn

class MultiQuantile(nn.Module):
    def __init__(self, quantiles=(0.1, 0.5, 0.9), weights=None):
        super().__init__()
        q = torch.as_tensor(quantiles, dtype=torch.float32)
        assert ((q > 0) & (q < 1)).all(), f'quantiles must lie in (0, 1), got {quantiles}'
        self.register_buffer('q', q.view(1, -1))
        self.register_buffer('w', torch.ones(len(quantiles)) if weights is None else torch.tensor(weights))
        self.register_buffer('unused', None)

    def forward(self, y_pred, y):
        err = y.unsqueeze(-1) - y_pred
        loss = torch.max(self.q * err, (self.q - 1) * err)
        return (loss * self.w).sum(-1).mean(), loss.detach().mean(0)

crit = MultiQuantile(weights=[1., 2., 1.])
torch.manual_seed(3)
yp = torch.randn(5, 3, requires_grad=True)
y = torch.randn(5)
loss, per = crit(yp, y)
loss.backward()
print(loss, per)
print(yp.grad)
print(crit.state_dict(), list(crit.parameters()), [n for n, _ in crit.named_buffers()])
print(crit.q, crit.unused, crit)
try:
    MultiQuantile((0.0, 0.5))
except AssertionError as e:
    print('AssertionError:', e)
print(crit.to('cpu') is crit, crit.float().q.dtype, crit.eval().training)
