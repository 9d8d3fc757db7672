import torch
import torch.nn as nn
import torch.nn.functional as F
from math import exp

def gaussian(window_size, sigma):
    gauss = torch.Tensor([exp(-(x - window_size//2)**2/float(2*sigma**2)) for x in range(window_size)])
    return gauss/gauss.sum()

class SSIM1d(nn.Module):
    def __init__(self, window_size=5, sigma=1.5, C1=0.01**2, C2=0.03**2):
        super().__init__()
        self.window_size = window_size
        self.register_buffer('window', gaussian(window_size, sigma).view(1, 1, -1))
        self.C1, self.C2 = C1, C2

    def _blur(self, x):
        return F.conv1d(x, self.window, padding=self.window_size//2)

    def forward(self, img1, img2):
        mu1, mu2 = self._blur(img1), self._blur(img2)
        mu1_sq, mu2_sq, mu1_mu2 = mu1.pow(2), mu2.pow(2), mu1*mu2
        sigma1_sq = self._blur(img1*img1) - mu1_sq
        sigma2_sq = self._blur(img2*img2) - mu2_sq
        sigma12 = self._blur(img1*img2) - mu1_mu2
        ssim_map = ((2*mu1_mu2 + self.C1)*(2*sigma12 + self.C2))/((mu1_sq + mu2_sq + self.C1)*(sigma1_sq + sigma2_sq + self.C2))
        return 1 - ssim_map.mean()

torch.manual_seed(22)
a = torch.rand(2, 1, 16, requires_grad=True)
b = torch.rand(2, 1, 16)
l = SSIM1d()(a, b)
l.backward()
print(l, a.grad.norm())
