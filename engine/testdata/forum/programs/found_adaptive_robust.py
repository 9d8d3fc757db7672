import numpy as np
import torch
import torch.nn as nn
def log_safe(x):
    x = torch.as_tensor(x)
    return torch.log(torch.min(x, torch.tensor(33e37).to(x)))
def log1p_safe(x):
    x = torch.as_tensor(x)
    return torch.log1p(torch.min(x, torch.tensor(33e37).to(x)))
def exp_safe(x):
    x = torch.as_tensor(x)
    return torch.exp(torch.min(x, torch.tensor(87.5).to(x)))
def expm1_safe(x):
    x = torch.as_tensor(x)
    return torch.expm1(torch.min(x, torch.tensor(87.5).to(x)))
def inv_softplus(y):
    y = torch.as_tensor(y)
    return torch.where(y > 87.5, y, torch.log(torch.expm1(y)))
def logit(y):
    y = torch.as_tensor(y)
    return -torch.log(1. / y - 1.)
def affine_sigmoid(logits, lo=0, hi=1):
    if not lo < hi:
        raise ValueError('`lo` (%g) must be < `hi` (%g)' % (lo, hi))
    logits = torch.as_tensor(logits)
    lo = torch.as_tensor(lo)
    hi = torch.as_tensor(hi)
    alpha = torch.sigmoid(logits) * (hi - lo) + lo
    return alpha
def affine_softplus(x, lo=0, ref=1):
    x = torch.as_tensor(x)
    lo = torch.as_tensor(lo)
    ref = torch.as_tensor(ref)
    shift = inv_softplus(torch.tensor(1.))
    y = (ref - lo) * torch.nn.Softplus()(x + shift) + lo
    return y
def lossfun(x, alpha, scale, approximate=False, epsilon=1e-6):
    assert torch.is_tensor(x)
    assert torch.is_tensor(scale)
    assert torch.is_tensor(alpha)
    assert alpha.dtype == x.dtype
    assert scale.dtype == x.dtype
    assert (scale > 0).all()
    squared_scaled_x = (x / scale)**2
    loss_two = 0.5 * squared_scaled_x
    loss_zero = log1p_safe(0.5 * squared_scaled_x)
    loss_neginf = -torch.expm1(-0.5 * squared_scaled_x)
    loss_posinf = expm1_safe(0.5 * squared_scaled_x)
    machine_epsilon = torch.tensor(np.finfo(np.float32).eps).to(x)
    beta_safe = torch.max(machine_epsilon, torch.abs(alpha - 2.))
    alpha_safe = torch.where(alpha >= 0, torch.ones_like(alpha), -torch.ones_like(alpha)) * torch.max(machine_epsilon, torch.abs(alpha))
    loss_otherwise = (beta_safe / alpha_safe) * (torch.pow(squared_scaled_x / beta_safe + 1., 0.5 * alpha) - 1.)
    loss = torch.where(alpha == -float('inf'), loss_neginf, torch.where(alpha == 0, loss_zero, torch.where(alpha == 2, loss_two, torch.where(alpha == float('inf'), loss_posinf, loss_otherwise))))
    return loss
class AdaptiveLossFunction(nn.Module):
    def __init__(self, num_dims, float_dtype, device='cpu', alpha_lo=0.001, alpha_hi=1.999, alpha_init=None, scale_lo=1e-5, scale_init=1.0):
        super(AdaptiveLossFunction, self).__init__()
        if not np.isscalar(alpha_lo):
            raise ValueError('`alpha_lo` must be a scalar, but is of type {}'.format(type(alpha_lo)))
        self.num_dims = num_dims
        if float_dtype == np.float32:
            float_dtype = torch.float32
        if float_dtype == np.float64:
            float_dtype = torch.float64
        self.float_dtype = float_dtype
        self.alpha_lo, self.alpha_hi, self.scale_lo, self.scale_init = alpha_lo, alpha_hi, scale_lo, scale_init
        if alpha_init is None:
            alpha_init = (alpha_lo + alpha_hi) / 2.
        latent_alpha_init = logit((alpha_init - alpha_lo) / (alpha_hi - alpha_lo))
        self.register_parameter('latent_alpha', torch.nn.Parameter(latent_alpha_init.clone().detach().to(dtype=self.float_dtype, device=device)[np.newaxis, np.newaxis].repeat(1, self.num_dims), requires_grad=True))
        self.register_parameter('latent_scale', torch.nn.Parameter(torch.zeros((1, self.num_dims)).to(dtype=self.float_dtype, device=device), requires_grad=True))
        self.alpha = lambda: affine_sigmoid(self.latent_alpha, lo=alpha_lo, hi=alpha_hi)
        self.scale = lambda: affine_softplus(self.latent_scale, lo=scale_lo, ref=scale_init)
    def forward(self, x, **kwargs):
        x = torch.as_tensor(x)
        assert len(x.shape) == 2
        assert x.shape[1] == self.num_dims
        assert x.dtype == self.float_dtype
        return lossfun(x, self.alpha(), self.scale(), **kwargs) + torch.log(self.scale())
torch.manual_seed(0)
m = AdaptiveLossFunction(num_dims=2, float_dtype=np.float32)
x = torch.randn(5, 2, requires_grad=True)
opt = torch.optim.Adam(m.parameters(), lr=0.1)
for _ in range(3):
    opt.zero_grad()
    l = m(x).mean()
    l.backward()
    opt.step()
    print(l, m.alpha(), m.scale())
print({n: p.grad for n, p in m.named_parameters()})
print(lossfun(x.detach(), torch.tensor(-2.), torch.tensor(0.5)))
try:
    affine_sigmoid(0., 2, 1)
except ValueError as e:
    print(e)
