import torch
import torch.nn.functional as F

def neg_bin(y, mu, theta, eps=1e-8):
    log_theta_mu_eps = torch.log(theta + mu + eps)
    res = (theta * (torch.log(theta + eps) - log_theta_mu_eps)
           + y * (torch.log(mu + eps) - log_theta_mu_eps)
           + torch.lgamma(y + theta) - torch.lgamma(theta) - torch.lgamma(y + 1))
    return -res

def zip_loss(pi_logit, log_rate, y):
    zero = torch.logaddexp(F.logsigmoid(pi_logit), F.logsigmoid(-pi_logit) - log_rate.exp())
    pos = F.logsigmoid(-pi_logit) + y * log_rate - log_rate.exp() - torch.lgamma(y + 1)
    return -torch.where(y == 0, zero, pos).mean()

y = torch.tensor([0., 0., 3., 7.])
lr = torch.tensor([0.1, -1., 1., 2.], requires_grad=True)
pi = torch.zeros(4, requires_grad=True)
theta = torch.tensor(2.0, requires_grad=True)
p1 = F.poisson_nll_loss(lr, y)
p2 = F.poisson_nll_loss(lr, y, full=True, reduction='none')
nb = neg_bin(y, lr.exp(), theta).mean()
z = zip_loss(pi, lr, y)
print(p1, p2, nb, z)
(p1 + nb + z).backward()
print(lr.grad, pi.grad, theta.grad)
