from typing import List
import torch
import torch.nn as nn
from torch import Tensor

class FeatureMatchingLoss(nn.Module):
    """HiFi-GAN / pix2pixHD feature matching."""
    def forward(self, fmap_g: List[Tensor], fmap_r: List[Tensor]) -> Tensor:
        loss = 0
        for dg, dr in zip(fmap_g, fmap_r):
            loss += torch.mean(torch.abs(dr.detach() - dg))
        return loss * 2
