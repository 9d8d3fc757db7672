import numpy as np
from scipy import ndimage as nd
a=np.ones((2,3)); print(nd.distance_transform_edt(a)); a[0,0]=0; print(nd.distance_transform_edt(a,sampling=[2,.5]), nd.distance_transform_edt(np.ones(3)))
print(nd.distance_transform_edt(a,return_indices=True))
m=np.zeros((5,5),int); m[1:4,1:4]=1
print(nd.binary_erosion(m).astype(int), nd.binary_dilation(m).dtype, nd.binary_dilation(m,iterations=2).sum(), nd.convolve(m.astype(float), np.ones((3,3))/9, mode='constant'), nd.gaussian_filter(m.astype(float),1)[2])
print(nd.label(m))
from scipy.optimize import linear_sum_assignment
from scipy import optimize, special
c=np.array([[4,1,3],[2,0,5],[3,2,2],[1.,2,1]])
print(linear_sum_assignment(c), linear_sum_assignment(c.T), linear_sum_assignment(c, maximize=True), linear_sum_assignment(np.ones((3,3))))
print(special.expit(0.3), special.softmax([1.,2.]), special.logsumexp(c))
rng=np.random.RandomState(0)
m=rng.rand(9,7)>0.3
print(nd.distance_transform_edt(m)); print(nd.distance_transform_edt(~m, sampling=(1,2))); print(nd.label(m), nd.binary_dilation(m, np.ones((3,3))).sum(), nd.binary_erosion(m, np.ones((2,2)), border_value=1).sum())
print(linear_sum_assignment(torch.tensor(rng.rand(5,8))), linear_sum_assignment(rng.randint(0,3,(6,6))))
print(nd.gaussian_filter(rng.rand(5,6), sigma=[1,2]), nd.correlate(rng.rand(4), [1,2,3]), nd.convolve(rng.rand(3,3), np.arange(9.).reshape(3,3), mode='nearest'))
