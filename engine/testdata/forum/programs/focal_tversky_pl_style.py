import torch
from torch import nn
import torch.nn.functional as F
from typing import Optional, Union, Tuple

__all__ = ["TverskyLoss"]

BINARY_MODE: str = "binary"
MULTICLASS_MODE: str = "multiclass"

def soft_tversky_score(output, target, alpha, beta, smooth=0.0, eps=1e-7, dims=None):
    assert output.size() == target.size()
    if dims is not None:
        intersection = torch.sum(output * target, dim=dims)
        fp = torch.sum(output * (1.0 - target), dim=dims)
        fn = torch.sum((1 - output) * target, dim=dims)
    else:
        intersection = torch.sum(output * target)
        fp = torch.sum(output * (1.0 - target))
        fn = torch.sum((1 - output) * target)
    return (intersection + smooth) / (intersection + alpha * fp + beta * fn + smooth).clamp_min(eps)

class TverskyLoss(nn.Module):
    def __init__(self, mode: str, classes: Optional[list] = None, log_loss: bool = False, from_logits: bool = True,
                 smooth: float = 0.0, ignore_index: Optional[int] = None, eps: float = 1e-7, alpha: float = 0.5,
                 beta: float = 0.5, gamma: float = 1.0):
        assert mode in {BINARY_MODE, MULTICLASS_MODE}
        super().__init__()
        self.__dict__.update({k: v for k, v in locals().items() if k not in ("self", "__class__")}) if False else None
        self.mode, self.classes, self.log_loss = mode, classes, log_loss
        self.from_logits, self.smooth, self.eps = from_logits, smooth, eps
        self.alpha, self.beta, self.gamma = alpha, beta, gamma

    def forward(self, y_pred: torch.Tensor, y_true: torch.Tensor) -> torch.Tensor:
        if self.from_logits:
            y_pred = y_pred.log_softmax(dim=1).exp() if self.mode == MULTICLASS_MODE else F.logsigmoid(y_pred).exp()
        bs, num_classes = y_true.size(0), y_pred.size(1)
        dims = (0, 2)
        if self.mode == BINARY_MODE:
            y_true, y_pred = y_true.view(bs, 1, -1), y_pred.view(bs, 1, -1)
        else:
            y_true = F.one_hot(y_true.view(bs, -1), num_classes).permute(0, 2, 1)
            y_pred = y_pred.view(bs, num_classes, -1)
        scores = soft_tversky_score(y_pred, y_true.type_as(y_pred), self.alpha, self.beta, self.smooth, self.eps, dims)
        loss = -torch.log(scores.clamp_min(self.eps)) if self.log_loss else 1.0 - scores
        mask = y_true.sum(dims) > 0
        loss *= mask.to(loss.dtype)
        if self.classes is not None:
            loss = loss[self.classes]
        return loss.mean() ** self.gamma

torch.manual_seed(0)
x = torch.randn(2, 3, 4, requires_grad=True)
y = torch.randint(0, 3, (2, 4))
for kw in [{}, {'log_loss': True}, {'gamma': 0.75, 'alpha': 0.3, 'beta': 0.7}, {'classes': [0, 2]}]:
    loss = TverskyLoss('multiclass', **kw)(x, y)
    g, = torch.autograd.grad(loss, x)
    print(kw, f"{loss:.6f} {g.abs().sum():.6f}")
try:
    TverskyLoss('multilabel')
except AssertionError:
    print("bad mode")
