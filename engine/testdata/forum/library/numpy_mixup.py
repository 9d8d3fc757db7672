import numpy as np


np.random.seed(0)
lam = np.random.beta(1.0, 1.0)
x = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], requires_grad=True)
index = torch.from_numpy(np.random.permutation(3))
mixed = lam * x + (1 - lam) * x[index]
loss = (mixed ** 2).mean()
loss.backward()
print(loss, x.grad, index)
