import torch
x = torch.tensor([1., 2., 3.], requires_grad=True)
y = x * 2
y.retain_grad()
seen = []
h = y.register_hook(lambda g: seen.append(g.clone()))
z = (y ** 2).mean()
z.backward(retain_graph=True)
print(y.grad, x.grad, seen)
h.remove()
x.register_hook(lambda g: g * 0.5)
x.grad = None
z.backward()
print(x.grad, len(seen))
print(y.is_leaf, x.is_leaf, y.requires_grad, y.grad_fn is not None, x.grad_fn)
