import torch

re = torch.tensor([1.0, -0.5], requires_grad=True)
im = torch.tensor([2.0, 0.25], requires_grad=True)
z = torch.complex(re, im)
loss = (z * z.conj()).real.sum() + z.abs().sum() + (z ** 2).imag.sum()
gr, gi = torch.autograd.grad(loss, (re, im), create_graph=True)
print(loss, gr.detach(), gi.detach())
(gr.sum() + gi.pow(2).sum()).backward()
print(re.grad, im.grad)
y = torch.zeros(2, requires_grad=True)
torch.complex(y, y).abs().sum().backward()
print(y.grad)
