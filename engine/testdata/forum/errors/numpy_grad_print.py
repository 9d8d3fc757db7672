import numpy as np
w = torch.ones(2, requires_grad=True)
np.mean(w.numpy())
