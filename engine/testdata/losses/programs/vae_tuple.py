import torch
import torch.nn.functional as F

def vae_loss(output, x):
    recon, mu, logvar = output
    recon_loss = F.mse_loss(recon, x, reduction="sum")
    kld = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    return (recon_loss + kld) / x.shape[0]
