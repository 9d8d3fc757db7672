import torch
import torch.nn.functional as F
from torch import nn



class LabelSmoothing(nn.Module):
    def __init__(self, classes, smoothing=0.1):
        super().__init__()
        self.classes, self.smoothing = classes, smoothing

    def forward(self, pred, target):
        log_p = F.log_softmax(pred, dim=-1)
        with torch.no_grad():
            smooth = torch.full_like(log_p, self.smoothing / (self.classes - 1))
            smooth.scatter_(1, target.unsqueeze(1), 1 - self.smoothing)
        return torch.mean(torch.sum(-smooth * log_p, dim=-1))
