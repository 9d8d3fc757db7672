import torch
import torch.nn.functional as F
from torch import nn

class SoftDiceLoss(nn.Module):
    def __init__(self, n_classes, smooth=1e-5, square=True):
        super().__init__()
        self.n_classes = n_classes
        self.smooth = smooth
        self.square = square

    def forward(self, logits, labels):
        probs = torch.softmax(logits, dim=1)
        onehot = F.one_hot(labels, num_classes=self.n_classes).permute(0, 3, 1, 2).float()
        dims = (0, 2, 3)
        inter = torch.sum(probs * onehot, dim=dims)
        if self.square:
            denom = torch.sum(probs.pow(2), dims) + torch.sum(onehot.pow(2), dims)
        else:
            denom = torch.sum(probs, dims) + torch.sum(onehot, dims)
        dice = (2 * inter + self.smooth) / (denom + self.smooth)
        return 1. - dice.mean(), dice

torch.manual_seed(3)
logits = torch.randn(2, 3, 4, 4, requires_grad=True)
labels = torch.randint(0, 3, (2, 4, 4))
loss, per_class = SoftDiceLoss(3)(logits, labels)
loss.backward()
print(loss.item(), per_class.detach().tolist())
print(logits.grad.abs().sum())
