import torch
from torch import nn
import torch.nn.functional as F
from torch.nn.utils import spectral_norm

class D(nn.Module):
    def __init__(self):
        super().__init__()
        self.main = nn.Sequential(
            spectral_norm(nn.Conv2d(1, 4, 3, 2, 1)), nn.LeakyReLU(0.2, inplace=True),
            nn.utils.spectral_norm(nn.Conv2d(4, 8, 3, 2, 1)), nn.LeakyReLU(0.2, inplace=True),
            nn.Flatten(), spectral_norm(nn.Linear(32, 1)))
    def forward(self, x):
        return self.main(x)

class G(nn.Module):
    def __init__(self):
        super().__init__()
        self.main = nn.Sequential(
            nn.ConvTranspose2d(4, 8, 4, 1, 0, bias=False), nn.BatchNorm2d(8), nn.ReLU(True),
            nn.ConvTranspose2d(8, 1, 4, 2, 1, bias=False), nn.Tanh())
    def forward(self, z):
        return self.main(z)

def weights_init(m):
    classname = m.__class__.__name__
    if classname.find('Conv') != -1 and hasattr(m, 'weight'):
        nn.init.normal_(m.weight.data, 0.0, 0.02)
    elif classname.find('BatchNorm') != -1:
        nn.init.normal_(m.weight.data, 1.0, 0.02)
        nn.init.constant_(m.bias.data, 0)

torch.manual_seed(0)
g, d = G(), D()
g.apply(weights_init)
print(g, d)
z = torch.randn(2, 4, 1, 1)
real = torch.rand(2, 1, 8, 8)
for _ in range(2):
    fake = g(z)
    loss_d = F.relu(1 - d(real)).mean() + F.relu(1 + d(fake.detach())).mean()
    d.zero_grad(); loss_d.backward()
    loss_g = -d(fake).mean()
    g.zero_grad(); loss_g.backward()
    print(loss_d.item(), loss_g.item(), fake.shape)
print([n for n, _ in d.named_parameters()])
print([p.grad.norm() for p in g.parameters()])
