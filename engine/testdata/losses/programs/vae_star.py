import torch
import torch.nn as nn
import torch.nn.functional as F

class VAELoss(nn.Module):
    def __init__(self, kld_weight=0.005):
        super().__init__()
        self.kld_weight = kld_weight

    def forward(self, *args, **kwargs):
        recons, inp, mu, log_var = args[0], args[1], args[2], args[3]
        recons_loss = F.mse_loss(recons, inp)
        kld_loss = torch.mean(-0.5 * torch.sum(1 + log_var - mu ** 2 - log_var.exp(), dim=1), dim=0)
        return recons_loss + self.kld_weight * kld_loss
