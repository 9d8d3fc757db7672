import torch
import torch.nn.functional as F
from torch import nn



def hinge_gan_loss(real_scores, fake_scores):
    return F.relu(1 - real_scores).mean() + F.relu(1 + fake_scores).mean()
