import torch
def beta_nll_loss(mean, variance, target, beta=0.5):
    """Compute beta-NLL loss

    :param mean: Predicted mean of shape B x D
    """
    loss = 0.5 * ((target - mean) ** 2 / variance + variance.log())
    if beta > 0:
        loss = loss * (variance.detach() ** beta)
    return loss.sum(axis=-1)

torch.manual_seed(21)
out = torch.randn(4, 6, dtype=torch.double, requires_grad=True)
mean, raw = out.chunk(2, dim=1)
var = torch.nn.functional.softplus(raw) + 1e-6
target = torch.randn(4, 3, dtype=torch.double)
for beta in [0, .5, 1.0]:
    l = beta_nll_loss(mean, var, target, beta)
    g, = torch.autograd.grad(l.mean(), out, retain_graph=True)
    print(beta, l)
    print(g[0])
print(torch.nn.GaussianNLLLoss()(mean, target, var), torch.nn.functional.gaussian_nll_loss(mean, target, var, full=True, eps=1e-4))
print(beta_nll_loss.__doc__)
