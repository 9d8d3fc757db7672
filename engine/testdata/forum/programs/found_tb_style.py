import os, sys, time, math, json, logging, random, warnings
from collections import OrderedDict, defaultdict, namedtuple, deque
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple, Union
from pathlib import Path
import numpy as np
import torch
from torch import nn, Tensor
from torch.nn import functional as F
from torch.nn.modules.loss import _Loss, _WeightedLoss
from torch.optim.lr_scheduler import _LRScheduler
from torch.utils.data import Dataset, DataLoader, TensorDataset

logger = logging.getLogger(__name__)
__all__ = ["SoftBCE", "JointLoss"]

def to_tensor(x, dtype=None) -> torch.Tensor:
    if isinstance(x, torch.Tensor):
        if dtype is not None:
            x = x.type(dtype)
        return x
    if isinstance(x, np.ndarray):
        x = torch.from_numpy(x)
        if dtype is not None:
            x = x.type(dtype)
        return x
    if isinstance(x, (list, tuple)):
        x = np.array(x)
        x = torch.from_numpy(x)
        if dtype is not None:
            x = x.type(dtype)
        return x
    raise ValueError("Unsupported input type" + str(type(x)))

BINARY_MODE: str = "binary"
MULTICLASS_MODE: str = "multiclass"
MULTILABEL_MODE: str = "multilabel"

def soft_dice_score(output, target, smooth: float = 0.0, eps: float = 1e-7, dims=None):
    assert output.size() == target.size()
    if dims is not None:
        intersection = torch.sum(output * target, dim=dims)
        cardinality = torch.sum(output + target, dim=dims)
    else:
        intersection = torch.sum(output * target)
        cardinality = torch.sum(output + target)
    dice_score = (2.0 * intersection + smooth) / (cardinality + smooth).clamp_min(eps)
    return dice_score

class DiceLoss(_Loss):
    def __init__(self, mode: str, classes: Optional[List[int]] = None, log_loss: bool = False, from_logits: bool = True, smooth: float = 0.0, ignore_index: Optional[int] = None, eps: float = 1e-7):
        assert mode in {BINARY_MODE, MULTILABEL_MODE, MULTICLASS_MODE}
        super(DiceLoss, self).__init__()
        self.mode = mode
        if classes is not None:
            assert mode != BINARY_MODE, "Masking classes is not supported with mode=binary"
            classes = to_tensor(classes, dtype=torch.long)
        self.classes = classes
        self.from_logits = from_logits
        self.smooth = smooth
        self.eps = eps
        self.log_loss = log_loss
        self.ignore_index = ignore_index

    def forward(self, y_pred: torch.Tensor, y_true: torch.Tensor) -> torch.Tensor:
        assert y_true.size(0) == y_pred.size(0)
        if self.from_logits:
            if self.mode == MULTICLASS_MODE:
                y_pred = y_pred.log_softmax(dim=1).exp()
            else:
                y_pred = F.logsigmoid(y_pred).exp()
        bs = y_true.size(0)
        num_classes = y_pred.size(1)
        dims = (0, 2)
        if self.mode == MULTICLASS_MODE:
            y_true = y_true.view(bs, -1)
            y_pred = y_pred.view(bs, num_classes, -1)
            if self.ignore_index is not None:
                mask = y_true != self.ignore_index
                y_pred = y_pred * mask.unsqueeze(1)
                y_true = F.one_hot((y_true * mask).to(torch.long), num_classes)
                y_true = y_true.permute(0, 2, 1) * mask.unsqueeze(1)
            else:
                y_true = F.one_hot(y_true, num_classes)
                y_true = y_true.permute(0, 2, 1)
        scores = soft_dice_score(y_pred, y_true.type_as(y_pred), smooth=self.smooth, eps=self.eps, dims=dims)
        if self.log_loss:
            loss = -torch.log(scores.clamp_min(self.eps))
        else:
            loss = 1.0 - scores
        mask = y_true.sum(dims) > 0
        loss *= mask.to(loss.dtype)
        if self.classes is not None:
            loss = loss[self.classes]
        return loss.mean()

class WeightedLoss(_Loss):
    def __init__(self, loss, weight=1.0):
        super().__init__()
        self.loss = loss
        self.weight = weight
    def forward(self, *input):
        return self.loss(*input) * self.weight

class JointLoss(_Loss):
    def __init__(self, first: nn.Module, second: nn.Module, first_weight=1.0, second_weight=1.0):
        super().__init__()
        self.first = WeightedLoss(first, first_weight)
        self.second = WeightedLoss(second, second_weight)
    def forward(self, *input):
        return self.first(*input) + self.second(*input)

torch.manual_seed(0)
x = torch.randn(2, 3, 4, 4, requires_grad=True)
y = torch.randint(0, 3, (2, 4, 4))
y[0, 0, 0] = 255
crit = JointLoss(DiceLoss("multiclass", classes=[0, 2], ignore_index=255, log_loss=True), nn.CrossEntropyLoss(ignore_index=255), 1.0, 0.5)
l = crit(x, y)
l.backward()
print(crit)
print(l, x.grad[0, :, 0])
class Result(NamedTuple):
    loss: Tensor
    aux: Dict[str, float] = {}
r = Result(l, {"a": 1.5})
print(r.aux, r._fields, isinstance(r, tuple))
ds = TensorDataset(torch.arange(6.).view(6, 1), torch.arange(6))
g = torch.Generator().manual_seed(0)
for i, (a, b) in enumerate(DataLoader(ds, batch_size=4, shuffle=True, generator=g)):
    print(i, a.shape, b)
class Warm(_LRScheduler):
    def __init__(self, optimizer, total, last_epoch=-1):
        self.total = total
        super().__init__(optimizer, last_epoch)
    def get_lr(self):
        return [base_lr * min(1, (self.last_epoch + 1) / self.total) for base_lr in self.base_lrs]
opt = torch.optim.SGD([x], lr=0.1)
s = Warm(opt, 4)
for _ in range(3):
    opt.step(); s.step(); print(s.get_last_lr(), opt.param_groups[0]['lr'])
