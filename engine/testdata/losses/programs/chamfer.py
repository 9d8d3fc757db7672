import torch
import torch.nn.functional as F
from torch import nn



def chamfer_loss(points, target_points):
    distance = ((points[:, :, None, :] - target_points[:, None, :, :]) ** 2).sum(-1)
    return distance.min(2).values.mean() + distance.min(1).values.mean()
