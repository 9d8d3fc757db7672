import torch
import torch.nn.functional as F

torch.manual_seed(0)
pred = torch.randn(2, 32, requires_grad=True)
target = torch.randn(2, 32)

def spectral(x, n):
    s = torch.stft(x, n, n // 4, n, window=torch.hann_window(n), return_complex=True)
    return torch.clamp(s.abs(), min=1e-7)

loss = 0.0
for n in (8, 16):
    p, t = spectral(pred, n), spectral(target, n)
    loss = loss + torch.norm(t - p, p='fro') / torch.norm(t, p='fro') + F.l1_loss(p.log(), t.log())
print(loss)
loss.backward()
print(pred.grad[0, :6])
img = torch.randn(1, 1, 4, 4, requires_grad=True)
ref = torch.randn(1, 1, 4, 4)
freq = torch.fft.fft2(img, norm='ortho')
freq = torch.stack([freq.real, freq.imag], -1)
rf = torch.fft.fft2(ref, norm='ortho')
rf = torch.stack([rf.real, rf.imag], -1)
tmp = (freq - rf) ** 2
dist = tmp[..., 0] + tmp[..., 1]
weight = (dist.sqrt() / dist.sqrt().max()).detach()
focal = (weight * dist).mean()
print(focal)
focal.backward()
print(img.grad[0, 0, 0])
