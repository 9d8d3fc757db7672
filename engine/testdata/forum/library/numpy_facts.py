import numpy as np


print(np.finfo(np.float32).eps, np.finfo(np.float64).max, np.finfo(float).tiny, np.finfo(np.float32).min)
print(np.iinfo(np.int32).max, np.iinfo(np.int32).min)
print(np.isscalar(3), np.isscalar(2.5), np.isscalar([1]), np.isscalar('a'), np.isscalar(np.array([1.0])))
print(torch.log(torch.tensor([0.0, 1.0]) + np.finfo(np.float32).eps))
