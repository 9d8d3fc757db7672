from mylosses import FocalLoss
