import numpy as np
x = torch.ones(3, requires_grad=True)
np.array(x)
