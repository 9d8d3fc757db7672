import torch
import math

def dft_mag(x):
    n = x.shape[-1]
    k = torch.arange(n // 2 + 1, dtype=x.dtype).unsqueeze(1)
    t = torch.arange(n, dtype=x.dtype).unsqueeze(0)
    angle = 2 * math.pi * k * t / n
    real = (x.unsqueeze(-2) * torch.cos(angle)).sum(-1)
    imag = -(x.unsqueeze(-2) * torch.sin(angle)).sum(-1)
    return torch.sqrt(real ** 2 + imag ** 2 + 1e-2)

def spectral_convergence(y_hat, y):
    a, b = dft_mag(y_hat), dft_mag(y)
    sc = torch.linalg.norm(b - a) / torch.linalg.norm(b)
    log_mag = torch.nn.functional.l1_loss(torch.log(a), torch.log(b))
    return sc, log_mag

t = torch.linspace(0, 1, steps=17)[:-1]
y = torch.sin(2 * math.pi * 3 * t)
y_hat = (0.8 * torch.sin(2 * math.pi * 3 * t + 0.3) + 0.1).requires_grad_(True)
sc, lm = spectral_convergence(y_hat, y)
(sc + lm).backward()
print(f"sc={sc:.5f} log_mag={lm:.4f}")
print(dft_mag(y).round(decimals=3))
print(torch.argmax(dft_mag(y)), y_hat.grad.abs().max())
