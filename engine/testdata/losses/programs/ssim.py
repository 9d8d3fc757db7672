import torch
import torch.nn.functional as F
from torch import nn



def ssim_loss(img1, img2):
    pool = lambda x: F.avg_pool2d(x, 3, 1, 1)
    mu1, mu2 = pool(img1), pool(img2)
    s1, s2 = pool(img1**2) - mu1**2, pool(img2**2) - mu2**2
    s12 = pool(img1 * img2) - mu1 * mu2
    c1, c2 = 0.01**2, 0.03**2
    ssim = ((2 * mu1 * mu2 + c1) * (2 * s12 + c2)) / ((mu1**2 + mu2**2 + c1) * (s1 + s2 + c2))
    return 1 - ssim.mean()
