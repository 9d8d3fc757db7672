import numpy as np


np.random.seed(4)
t = lambda x: torch.from_numpy(np.asarray(x))
print(t(np.random.random((3, 1))), t(np.random.rand(2, 2)), np.random.rand())
print(t(np.random.randn(5)), np.random.randn())
print(t(np.random.normal(1.0, 2.0, 4)), t(np.random.normal(size=(2, 2))))
print(t(np.random.uniform(-1, 1, 3)), np.random.uniform())
print(t(np.random.randint(0, 10, 6)), np.random.randint(5), t(np.random.randint(3, 9, size=(2, 2))))
print(t(np.random.permutation(7)), t(np.random.choice(5, 3)), t(np.random.choice(5, 3, replace=False)))
print(t(np.random.choice(4, 6, p=[0.1, 0.2, 0.3, 0.4])))
print(np.random.beta(0.4, 0.4), np.random.beta(2.0, 3.0), np.random.gamma(2.5), np.random.exponential(2.0))
x = [1, 2, 3, 4, 5]
np.random.shuffle(x)
print(x)
r = np.random.RandomState(7)
print(r.rand(), t(r.randn(3)))
np.random.seed(4)
print(np.random.random())
