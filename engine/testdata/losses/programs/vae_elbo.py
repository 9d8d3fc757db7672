import torch
import torch.nn.functional as F
from torch import nn



def vae_loss(recon_x, x, mu, logvar):
    reconstruction = F.mse_loss(recon_x, x, reduction="sum")
    kl = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    return reconstruction + kl
