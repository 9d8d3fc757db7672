import torch

@torch.jit.script  # noqa
def fused_gelu_loss(x, y):
    z = x * 0.5 * (1.0 + torch.erf(x / 1.41421))
    return (z - y).pow(2).mean()

torch.manual_seed(38)
print(fused_gelu_loss(torch.randn(4), torch.randn(4)))
