from typing import List
import torch
from torch import Tensor, nn
import torch.nn.functional as F

class DeepSupervisionLoss(nn.Module):
    def __init__(self, weights=(1.0, 0.5, 0.25)):
        super().__init__()
        self.weights = weights

    def forward(self, outputs: List[Tensor], target: Tensor) -> Tensor:
        loss = 0.0
        for w, out in zip(self.weights, outputs):
            if out.shape[-2:] != target.shape[-2:]:
                t = F.interpolate(target, size=out.shape[-2:], mode="nearest")
            else:
                t = target
            loss = loss + w * F.binary_cross_entropy_with_logits(out, t)
        return loss
