import torch
from torch import nn
from torch.nn import functional as F
from torch.utils import data
from abc import abstractmethod
from typing import List, Any, TypeVar
Tensor = TypeVar('torch.tensor')
class BaseVAE(nn.Module):
    def __init__(self) -> None:
        super(BaseVAE, self).__init__()
    def encode(self, input: Tensor) -> List[Tensor]:
        raise NotImplementedError
    @abstractmethod
    def forward(self, *inputs: Tensor) -> Tensor:
        pass
    @abstractmethod
    def loss_function(self, *inputs: Any, **kwargs) -> Tensor:
        pass
class BetaVAE(BaseVAE):
    num_iter = 0
    def __init__(self, in_dim: int, latent_dim: int, beta: int = 4, gamma: float = 1000., max_capacity: int = 25, Capacity_max_iter: int = 1e5, loss_type: str = 'B', **kwargs) -> None:
        super().__init__()
        self.latent_dim, self.beta, self.gamma, self.loss_type = latent_dim, beta, gamma, loss_type
        self.C_max = torch.Tensor([max_capacity])
        self.C_stop_iter = Capacity_max_iter
        self.enc = nn.Sequential(nn.Linear(in_dim, 8), nn.LeakyReLU())
        self.fc_mu = nn.Linear(8, latent_dim)
        self.fc_var = nn.Linear(8, latent_dim)
        self.dec = nn.Linear(latent_dim, in_dim)
    def reparameterize(self, mu: Tensor, logvar: Tensor) -> Tensor:
        std = torch.exp(0.5 * logvar)
        eps = torch.randn_like(std)
        return eps * std + mu
    def forward(self, input: Tensor, **kwargs) -> Tensor:
        h = self.enc(input)
        mu, log_var = self.fc_mu(h), self.fc_var(h)
        z = self.reparameterize(mu, log_var)
        return [self.dec(z), input, mu, log_var]
    def loss_function(self, *args, **kwargs) -> dict:
        self.num_iter += 1
        recons, input, mu, log_var = args
        kld_weight = kwargs['M_N']
        recons_loss = F.mse_loss(recons, input)
        kld_loss = torch.mean(-0.5 * torch.sum(1 + log_var - mu ** 2 - log_var.exp(), dim=1), dim=0)
        if self.loss_type == 'H':
            loss = recons_loss + self.beta * kld_weight * kld_loss
        elif self.loss_type == 'B':
            self.C_max = self.C_max.to(input.device)
            C = torch.clamp(self.C_max/self.C_stop_iter * self.num_iter, 0, self.C_max.data[0])
            loss = recons_loss + self.gamma * kld_weight * (kld_loss - C).abs()
        else:
            raise ValueError('Undefined loss type.')
        return {'loss': loss, 'Reconstruction_Loss': recons_loss, 'KLD': kld_loss}
def compute_kernel(x1, x2, kernel_type='imq', z_var=2., eps=1e-7):
    D, N = x1.size(1), x1.size(0)
    x1, x2 = x1.unsqueeze(-2), x2.unsqueeze(-3)
    x1 = x1.expand(N, N, D)
    x2 = x2.expand(N, N, D)
    if kernel_type == 'rbf':
        sigma = 2. * D * z_var
        return torch.exp(-((x1 - x2).pow(2).mean(-1) / sigma))
    C = 2 * D * z_var
    kernel = C / (eps + C + (x1 - x2).pow(2).sum(dim=-1))
    return kernel.sum() - kernel.diag().sum()
def log_density_gaussian(x, mu, logvar):
    norm = - 0.5 * (torch.pi * 2 * torch.ones_like(x)).log() - 0.5 * logvar
    return norm - 0.5 * ((x - mu) ** 2 * torch.exp(-logvar))
def tc(z, mu, logvar, n_data):
    B, D = z.shape
    mat = log_density_gaussian(z.view(B, 1, D), mu.view(1, B, D), logvar.view(1, B, D))
    strat = (n_data - B + 1) / (n_data * (B - 1))
    iw = torch.Tensor(B, B).fill_(1 / (B - 1))
    iw.view(-1)[::B] = 1 / n_data
    iw.view(-1)[1::B] = strat
    iw[B - 2, 0] = strat
    log_iw = iw.log()
    mat += log_iw.view(B, B, 1)
    log_q_z = torch.logsumexp(mat.sum(2), dim=1, keepdim=False)
    log_prod = torch.logsumexp(mat, dim=1, keepdim=False).sum(1)
    return (log_q_z - log_prod).mean()
torch.manual_seed(0)
for kind in 'HB':
    m = BetaVAE(6, 3, loss_type=kind)
    x = torch.rand(4, 6)
    res = m(x)
    d = m.loss_function(*res, M_N=0.005)
    d['loss'].backward()
    print({k: v.item() for k, v in d.items()}, m.fc_mu.weight.grad.norm())
z = m.reparameterize(res[2], res[3])
print(tc(z, res[2], res[3], 100), compute_kernel(z, torch.randn_like(z)))
print(m.loss_function(*res, M_N=1)['loss'])
