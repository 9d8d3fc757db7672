from torch.nn import FocalLoss
