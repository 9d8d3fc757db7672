import torch
from torch.nn import functional as F

# Reconstruction + KL divergence losses summed over all elements and batch
def loss_function(recon_x, x, mu, logvar):
    BCE = F.binary_cross_entropy(recon_x, x.view(-1, 6), reduction='sum')
    # see Appendix B from VAE paper:
    # 0.5 * sum(1 + log(sigma^2) - mu^2 - sigma^2)
    KLD = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    return BCE + KLD

torch.manual_seed(43)
r = torch.sigmoid(torch.randn(3, 6)).requires_grad_()
x = torch.rand(3, 1, 2, 3)
mu, lv = torch.randn(3, 2, requires_grad=True), torch.randn(3, 2, requires_grad=True)
l = loss_function(r, x, mu, lv)
l.backward()
print(l, r.grad.norm(), mu.grad.norm(), lv.grad.norm())
