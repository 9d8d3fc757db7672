import torch
import torch.nn.functional as F

sobel_x = torch.tensor([[1., 0., -1.], [2., 0., -2.], [1., 0., -1.]]).view(1, 1, 3, 3)
sobel_y = sobel_x.transpose(2, 3)

def edge_loss(pred, gt):
    gx, gy = (F.conv2d(pred, k, padding=1) for k in (sobel_x, sobel_y))
    tx, ty = (F.conv2d(gt, k, padding=1) for k in (sobel_x, sobel_y))
    return F.l1_loss(gx, tx) + F.l1_loss(gy, ty)

torch.manual_seed(5)
p = torch.randn(2, 1, 4, 4, requires_grad=True)
g = torch.randn(2, 1, 4, 4)
l = edge_loss(p, g)
l.backward()
print(l)
print(p.grad[0, 0])
