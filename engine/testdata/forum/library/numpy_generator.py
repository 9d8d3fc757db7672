import numpy as np
r=np.random.default_rng(0); print(r.choice(6,3,replace=False), r.choice(10,4,replace=False))
r=np.random.default_rng(0); print(r.permutation(5))
r=np.random.default_rng(0); x=np.arange(5); r.shuffle(x); print(x)
r=np.random.default_rng(0); x=[1,2,3,4,5]; r.shuffle(x); print(x)
r=np.random.default_rng(42); print(r.choice(5,3), r.choice([1.,2.,3.],2,p=[.2,.3,.5]), r.uniform(1,2,2), r.standard_normal((2,2)))
