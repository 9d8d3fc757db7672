import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.autograd import Variable
from typing import Optional, Sequence, Union

class FocalLoss(nn.Module):
    """Focal Loss, as described in https://arxiv.org/abs/1708.02002."""
    def __init__(self, alpha: Optional[torch.Tensor] = None, gamma: float = 0., reduction: str = 'mean', ignore_index: int = -100):
        if reduction not in ('mean', 'sum', 'none'):
            raise ValueError('Reduction must be one of: "mean", "sum", "none".')
        super().__init__()
        self.alpha = alpha
        self.gamma = gamma
        self.ignore_index = ignore_index
        self.reduction = reduction
        self.nll_loss = nn.NLLLoss(weight=alpha, reduction='none', ignore_index=ignore_index)

    def __repr__(self):
        arg_keys = ['alpha', 'gamma', 'ignore_index', 'reduction']
        arg_vals = [self.__dict__[k] for k in arg_keys]
        arg_strs = [f'{k}={v!r}' for k, v in zip(arg_keys, arg_vals)]
        arg_str = ', '.join(arg_strs)
        return f'{type(self).__name__}({arg_str})'

    def forward(self, x, y):
        if x.ndim > 2:
            c = x.shape[1]
            x = x.permute(0, *range(2, x.ndim), 1).reshape(-1, c)
            y = y.view(-1)
        unignored_mask = y != self.ignore_index
        y = y[unignored_mask]
        if len(y) == 0:
            return torch.tensor(0.)
        x = x[unignored_mask]
        log_p = F.log_softmax(x, dim=-1)
        ce = self.nll_loss(log_p, y)
        all_rows = torch.arange(len(x))
        log_pt = log_p[all_rows, y]
        pt = log_pt.exp()
        focal_term = (1 - pt)**self.gamma
        loss = focal_term * ce
        if self.reduction == 'mean':
            loss = loss.mean()
        elif self.reduction == 'sum':
            loss = loss.sum()
        return loss

def focal_loss(alpha: Optional[Sequence] = None, gamma: float = 0., reduction: str = 'mean', ignore_index: int = -100, device='cpu', dtype=torch.float32) -> FocalLoss:
    if alpha is not None:
        if not isinstance(alpha, torch.Tensor):
            alpha = torch.tensor(alpha)
        alpha = alpha.to(device=device, dtype=dtype)
    return FocalLoss(alpha=alpha, gamma=gamma, reduction=reduction, ignore_index=ignore_index)

torch.manual_seed(0)
l = focal_loss([0.2, 0.3, 0.5], gamma=2.0, device=torch.device('cuda' if torch.cuda.is_available() else 'cpu'))
x = torch.randn(2, 3, 4, requires_grad=True); y = torch.randint(0, 3, (2, 4)); y[0, 1] = -100
v = l(x, y); v.backward(); print(v, x.grad, l)
