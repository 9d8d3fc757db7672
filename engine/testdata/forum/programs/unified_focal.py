import torch
import torch.nn as nn

def identify_axis(shape):
    if len(shape) == 5 : return [2,3,4]
    elif len(shape) == 4 : return [2,3]
    else : raise ValueError('Metric: Shape of tensor is neither 2D or 3D.')

class SymmetricFocalTverskyLoss(nn.Module):
    def __init__(self, delta=0.7, gamma=0.75, epsilon=1e-07):
        super(SymmetricFocalTverskyLoss, self).__init__()
        self.delta = delta
        self.gamma = gamma
        self.epsilon = epsilon

    def forward(self, y_pred, y_true):
        y_pred = torch.clamp(y_pred, self.epsilon, 1. - self.epsilon)
        axis = identify_axis(y_true.size())
        tp = torch.sum(y_true * y_pred, axis=axis)
        fn = torch.sum(y_true * (1-y_pred), axis=axis)
        fp = torch.sum((1-y_true) * y_pred, axis=axis)
        dice_class = (tp + self.epsilon)/(tp + self.delta*fn + (1-self.delta)*fp + self.epsilon)
        back_dice = (1-dice_class[:,0]) * torch.pow(1-dice_class[:,0], -self.gamma)
        fore_dice = (1-dice_class[:,1]) * torch.pow(1-dice_class[:,1], -self.gamma)
        loss = torch.mean(torch.stack([back_dice, fore_dice], axis=-1))
        return loss

torch.manual_seed(2)
p = torch.rand(2, 2, 3, 3, requires_grad=True)
t = (torch.rand(2, 2, 3, 3) > .5).float()
l = SymmetricFocalTverskyLoss()(p, t)
l.backward()
print(l.item(), p.grad[1, 1])
try:
    SymmetricFocalTverskyLoss()(p[0], t[0])
except ValueError as e:
    print(e)
