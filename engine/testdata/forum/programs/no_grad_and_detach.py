import torch
a = torch.tensor([1., 2.], requires_grad=True)
with torch.no_grad():
    b = a * 2
    print(b.requires_grad, torch.is_grad_enabled())
c = (a * 3).detach()
d = a * 3 + c
print(b, c, d, d.requires_grad)
with torch.enable_grad():
    e = a.sum()
print(e.requires_grad)
@torch.no_grad()
def evaluate(x):
    return (x * a).sum()
r = evaluate(torch.ones(2))
print(r, r.grad_fn)
f = d.sum()
f.backward()
print(a.grad)
a.grad.zero_()
(a * a.detach()).sum().backward()
print(a.grad)
a.requires_grad_(False)
print((a * 2).requires_grad, a.grad)
torch.set_grad_enabled(False)
w = torch.ones(1, requires_grad=True)
print((w * 2).requires_grad)
torch.set_grad_enabled(True)
print((w * 2).requires_grad)
with torch.set_grad_enabled(False):
    print((w * 2).requires_grad)
with torch.inference_mode():
    print((w * 2).requires_grad)
