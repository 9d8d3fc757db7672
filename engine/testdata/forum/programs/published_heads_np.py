import sys, os, types, contextlib, time, warnings, json
import numpy as np
import torch, torch.nn as nn, torch.nn.functional as F
from enum import Enum
class Reduction(str, Enum):
    MEAN = "mean"; SUM = "sum"
def reduce_loss(loss, reduction):
    reduction_enum = F._Reduction.get_enum(reduction)
    if reduction_enum == 0: return loss
    elif reduction_enum == 1: return loss.mean()
    elif reduction_enum == 2: return loss.sum()
def weight_reduce_loss(loss, weight=None, reduction='mean', avg_factor=None):
    if weight is not None: loss = loss * weight
    if avg_factor is None: loss = reduce_loss(loss, reduction)
    else:
        if reduction == 'mean':
            eps = torch.finfo(torch.float32).eps
            loss = loss.sum() / (avg_factor + eps)
        elif reduction != 'none':
            raise ValueError('avg_factor can not be used with reduction="sum"')
    return loss
import functools
def weighted_loss(loss_func):
    @functools.wraps(loss_func)
    def wrapper(pred, target, weight=None, reduction='mean', avg_factor=None, **kwargs):
        loss = loss_func(pred, target, **kwargs)
        return weight_reduce_loss(loss, weight, reduction, avg_factor)
    return wrapper
@weighted_loss
def gfl(pred, target, beta=2.0):
    label, score = target
    pred_sigmoid = pred.sigmoid()
    scale_factor = pred_sigmoid
    zerolabel = scale_factor.new_zeros(pred.shape)
    loss = F.binary_cross_entropy_with_logits(pred, zerolabel, reduction='none') * scale_factor.pow(beta)
    bg_class_ind = pred.size(1)
    pos = ((label >= 0) & (label < bg_class_ind)).nonzero().squeeze(1)
    pos_label = label[pos].long()
    scale_factor = score[pos] - pred_sigmoid[pos, pos_label]
    loss[pos, pos_label] = F.binary_cross_entropy_with_logits(pred[pos, pos_label], score[pos], reduction='none') * scale_factor.abs().pow(beta)
    return loss.sum(dim=1, keepdim=False)
@contextlib.contextmanager
def timer(name):
    t = time.time(); yield; assert time.time() >= t
torch.manual_seed(0)
p = torch.randn(4, 3, requires_grad=True)
with timer("x"), warnings.catch_warnings():
    warnings.simplefilter("ignore")
    v = gfl(p, (torch.tensor([0, 3, 2, 1]), torch.rand(4)), weight=torch.ones(4), avg_factor=2.0)
v.backward(); print(v, p.grad)
print(nn.MSELoss(reduction=Reduction.SUM)(p, torch.zeros(4, 3)), gfl.__name__, type(gfl) is types.FunctionType, json.dumps({"loss": round(v.item(), 4)}), sys.version_info >= (3, 8), os.getenv("X"))
cfg = types.SimpleNamespace(weight=dict.fromkeys(["a", "b"], 1.0), gamma=2); print(cfg.weight, cfg.gamma)
print(p.device.type, p.is_cuda, p.dtype in (torch.float16, torch.float32), torch.is_tensor(p), p.layout)
