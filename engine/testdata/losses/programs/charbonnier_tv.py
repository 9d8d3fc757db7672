import torch
import torch.nn.functional as F
from torch import nn



def restoration_loss(image, target_image, tv_weight):
    charbonnier = torch.sqrt((image - target_image) ** 2 + 1e-6).mean()
    tv = (image[..., 1:, :] - image[..., :-1, :]).abs().mean() + (image[..., 1:] - image[..., :-1]).abs().mean()
    return charbonnier + tv_weight * tv
