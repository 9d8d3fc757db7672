import torch
x = torch.randn(2, 3, requires_grad=True)
y = torch.zeros(2, 3)
y[0] = x[0]
print(y)
y = torch.zeros(2, 3)
y[0, 1] = x[0, 1]
print(y)
y = torch.zeros(2, 3); y[:, 1:] = x[:, 1:] * 2
print(y)
y = torch.zeros(2, 3); y[torch.tensor([0, 1]), 0] = x[0, :2]
print(y)
y = torch.zeros(2, 3); y[y == 0] = x.flatten()
print(y)
y = x.clone(); y[0] *= 2
print(y)
y = x.clone(); y[0].mul_(2)
print(y)
y = x.clone(); y[:, 0] = 0
print(y)
y = x.clone(); y.fill_diagonal_(0); print(y)
y = x.clone(); y.masked_fill_(y > 0, 0); print(y)
y = x * 1; y.diagonal().add_(1); print(y)
y = x.clone(); y[y > 0] = 0; print(y)
z = torch.max(x, 1)[0]; z *= 2; print(z)
z = x.clone(); a = z.view(-1); a += 1; print(z, a)
a, b = x.clone().unbind(0); print(a, b)
w = torch.norm(x, 2, 1, keepdim=True); print(w)
v = x.clone(); v.squeeze_(); print(v); v.t_(); print(v); v.unsqueeze_(0); print(v)
s = torch.sort(x[0])[0]; s += 1; print(s)
q = x.min(1, keepdim=True)[0]; r = q.squeeze(1); r *= 2; print(r); print(q)
loss = x.sum(); loss.data += 1; print(loss)
