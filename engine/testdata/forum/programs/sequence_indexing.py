import torch
x = torch.arange(24, dtype=torch.float32).reshape(2, 3, 4).requires_grad_()
print(x[0, 1], x[..., -1], x[:, None].shape, x[1, ::2, 1:3])
idx = torch.tensor([2, 0])
print(x[:, idx].shape, x[0, idx, idx], x[x > 20], x[[0, 1], [2, 1]].shape)
y = x.clone()
y[0, :, 1] = -1.0
y[1, idx] += 100
y[y < 0] = 0
print(y)
y.sum().backward()
print(x.grad[0])
z = torch.zeros(3, 3)
z[torch.arange(3), torch.tensor([2, 1, 0])] = torch.tensor([1., 2., 3.])
z[1] = 5
z[:, 0] *= 2
print(z, z.diag(), z.triu(1), z.flip(0), z.roll(1, dims=1))
print(z.index_select(1, idx), torch.take(z, torch.tensor([0, 4])), z.gather(0, torch.tensor([[0, 1, 2]])))
print(torch.index_fill(z, 0, torch.tensor([1]), 9.), z.index_add(0, torch.tensor([0]), torch.ones(1, 3)))
print(torch.nonzero(z), (z > 1).nonzero(as_tuple=True), torch.where(z > 2))
print(z.unbind(1), z.split([1, 2]), torch.chunk(z, 2, dim=1)[1], z.narrow(0, 1, 2), z.select(1, 2))
print(torch.unique(torch.tensor([3, 1, 2, 1])), torch.unique(torch.tensor([1, 1, 2]), return_counts=True), torch.bincount(torch.tensor([0, 1, 1, 3])))
print(torch.searchsorted(torch.tensor([1., 3., 5.]), torch.tensor([2., 5.])), torch.bucketize(torch.tensor([0.5, 2.]), torch.tensor([1., 2.])))
print(torch.histc(torch.tensor([1., 2., 1.]), bins=4, min=0, max=3), torch.cumsum(z, 0)[-1], torch.cumprod(z[0], 0), torch.diff(torch.tensor([1., 4., 9.])))
print(torch.median(z, dim=1), z.kthvalue(2, dim=1), z.mode(0).values, torch.quantile(z[1:], 0.5), z.std(), z.amax(1))
