import torch
import torch.nn.functional as F

def coral_loss(logits, levels, importance_weights=None, reduction='mean'):
    if not logits.shape == levels.shape:
        raise ValueError("Please ensure that logits (%s) has the same shape as levels (%s). "
                         % (logits.shape, levels.shape))
    term1 = (F.logsigmoid(logits)*levels + (F.logsigmoid(logits) - logits)*(1-levels))
    if importance_weights is not None:
        term1 *= importance_weights
    val = (-torch.sum(term1, dim=1))
    if reduction == 'mean':
        loss = torch.mean(val)
    elif reduction == 'sum':
        loss = torch.sum(val)
    elif reduction is None:
        loss = val
    else:
        s = ('Invalid value for `reduction`. Should be "mean", '
             '"sum", or None. Got %s' % reduction)
        raise ValueError(s)
    return loss

def label_to_levels(label, num_classes, dtype=torch.float32):
    levels = [1]*label + [0]*(num_classes - 1 - label)
    levels = torch.tensor(levels, dtype=dtype)
    return levels

def levels_from_labelbatch(labels, num_classes, dtype=torch.float32):
    levels = []
    for label in labels:
        levels_from_label = label_to_levels(label=int(label), num_classes=num_classes, dtype=dtype)
        levels.append(levels_from_label)
    levels = torch.stack(levels)
    return levels

levels = levels_from_labelbatch(torch.tensor([0, 1, 2, 4]), num_classes=5)
print(levels)
torch.manual_seed(9)
logits = torch.randn(4, 4, requires_grad=True)
loss = coral_loss(logits, levels)
loss.backward()
print(loss, logits.grad.abs().sum())
print(coral_loss(logits, levels, reduction=None))
try:
    coral_loss(logits, levels[:2])
except ValueError as err:
    print(err)
try:
    coral_loss(logits, levels, reduction='avg')
except ValueError as err:
    print(err)
