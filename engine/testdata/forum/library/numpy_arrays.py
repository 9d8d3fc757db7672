import numpy as np


t = lambda x: torch.from_numpy(np.asarray(x))
a = np.array([3.0, 1.0, 2.0, 1.0])
print(t(np.argsort(a)), t(np.sort(a)), t(np.unique(a)), t(np.unique(np.array([2, 1, 2]), return_counts=True)[1]))
print(t(np.corrcoef(a, np.array([1.0, 2.0, 4.0, 3.0]))))
print(np.percentile(a, 50), np.quantile(a, 0.25), t(np.percentile(a, [25, 75])))
h, e = np.histogram(a, bins=4)
print(t(h), t(e))
print(np.interp(2.5, [1, 2, 3], [3.0, 2.0, 0.0]), t(np.interp(np.array([0.0, 1.5, 9.0]), [1, 2, 3], [3.0, 2.0, 0.0])))
print(t(np.concatenate([a, a])).shape, t(np.stack([a, a])).shape, t(np.expand_dims(a, 0)).shape)
print(np.linalg.norm(a), np.linalg.det(np.array([[2.0, 1.0], [1.0, 3.0]])), t(np.linalg.inv(np.array([[2.0, 1.0], [1.0, 3.0]]))))
print(t(np.cumsum(a)), t(np.outer(a, a)).shape, np.allclose(a, a), t(np.diff(a)))
print(np.average(a, weights=[1, 2, 3, 4]), t(np.full((2,), 3.0)), t(np.eye(2)))
print(t(np.linalg.svd(np.array([[2.0, 1.0], [1.0, 3.0]]))[1]))
