import torch
import torch.nn as nn

def dice_loss(input, target):
    smooth = 1.

    iflat = input.view(-1)
    tflat = target.view(-1)
    intersection = (iflat * tflat).sum()

    return 1 - ((2. * intersection + smooth) /
              (iflat.sum() + tflat.sum() + smooth))

torch.manual_seed(2)
x = torch.rand(2, 1, 4, 4, requires_grad=True)
t = torch.randint(0, 2, (2, 1, 4, 4)).float()
l = dice_loss(x, t)
l.backward()
print("dice: %.5f" % l.item())
print(x.grad.sum(), x.grad[0, 0, 0])
