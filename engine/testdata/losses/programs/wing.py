import torch
import torch.nn.functional as F
from torch import nn



class WingLoss(nn.Module):
    def __init__(self, w=10.0, epsilon=2.0):
        super().__init__()
        self.w, self.epsilon = w, epsilon

    def forward(self, pred, target):
        delta = (target - pred).abs()
        c = self.w - self.w * torch.log(torch.tensor(1 + self.w / self.epsilon))
        return torch.where(delta < self.w, self.w * torch.log(1 + delta / self.epsilon), delta - c).mean()
