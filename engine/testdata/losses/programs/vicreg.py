import torch
import torch.nn.functional as F
from torch import nn



def vicreg_loss(z_a, z_b, sim_coeff=25.0, std_coeff=25.0, cov_coeff=1.0):
    invariance = F.mse_loss(z_a, z_b)
    spread = lambda z: F.relu(1 - torch.sqrt(z.var(dim=0) + 1e-4)).mean()
    def covariance(z):
        z = z - z.mean(0)
        c = z.T @ z / (len(z) - 1)
        return (c.pow(2).sum() - c.diagonal().pow(2).sum()) / z.shape[1]
    return (
        sim_coeff * invariance
        + std_coeff * (spread(z_a) + spread(z_b))
        + cov_coeff * (covariance(z_a) + covariance(z_b))
    )
