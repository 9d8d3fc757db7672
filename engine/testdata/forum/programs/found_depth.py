import torch
import torch.nn as nn
import torch.nn.functional as F
import numpy as np


class SILogLoss(nn.Module):  # Main loss function used in AdaBins paper
    def __init__(self):
        super(SILogLoss, self).__init__()
        self.name = 'SILog'

    def forward(self, input, target, mask=None, interpolate=True):
        if interpolate:
            input = nn.functional.interpolate(input, target.shape[-2:], mode='bilinear', align_corners=True)
        if mask is not None:
            input = input[mask]
            target = target[mask]
        g = torch.log(input) - torch.log(target)
        Dg = torch.var(g) + 0.15 * torch.pow(torch.mean(g), 2)
        return 10 * torch.sqrt(Dg)


class BinsChamferLoss(nn.Module):
    def forward(self, bins, target_depth_maps):
        bin_centers = 0.5 * (bins[:, 1:] + bins[:, :-1])
        n, p = bin_centers.shape
        input_points = bin_centers.view(n, p, 1)
        target_points = target_depth_maps.flatten(1)
        mask = target_points.ge(1e-3)
        target_points = [p[m] for p, m in zip(target_points, mask)]
        target_lengths = torch.Tensor([len(t) for t in target_points]).long()
        target_points = nn.utils.rnn.pad_sequence(target_points, batch_first=True)
        d = (input_points - target_points.unsqueeze(1)) ** 2
        return d.min(1)[0].mean() + d.min(2)[0].mean(), target_lengths


def compute_scale_and_shift(prediction, target, mask):
    a_00 = torch.sum(mask * prediction * prediction, (1, 2))
    a_01 = torch.sum(mask * prediction, (1, 2))
    a_11 = torch.sum(mask, (1, 2))
    b_0 = torch.sum(mask * prediction * target, (1, 2))
    b_1 = torch.sum(mask * target, (1, 2))
    x_0 = torch.zeros_like(b_0)
    x_1 = torch.zeros_like(b_1)
    det = a_00 * a_11 - a_01 * a_01
    valid = det.nonzero()
    x_0[valid] = (a_11[valid] * b_0[valid] - a_01[valid] * b_1[valid]) / det[valid]
    x_1[valid] = (-a_01[valid] * b_0[valid] + a_00[valid] * b_1[valid]) / det[valid]
    return x_0, x_1


def reduction_batch_based(image_loss, M):
    divisor = torch.sum(M)
    if divisor == 0:
        return 0
    else:
        return torch.sum(image_loss) / divisor


def gradient_loss(prediction, target, mask, reduction=reduction_batch_based):
    M = torch.sum(mask, (1, 2))
    diff = prediction - target
    diff = torch.mul(mask, diff)
    grad_x = torch.abs(diff[:, :, 1:] - diff[:, :, :-1])
    mask_x = torch.mul(mask[:, :, 1:], mask[:, :, :-1])
    grad_x = torch.mul(mask_x, grad_x)
    grad_y = torch.abs(diff[:, 1:, :] - diff[:, :-1, :])
    mask_y = torch.mul(mask[:, 1:, :], mask[:, :-1, :])
    grad_y = torch.mul(mask_y, grad_y)
    image_loss = torch.sum(grad_x, (1, 2)) + torch.sum(grad_y, (1, 2))
    return reduction(image_loss, M)


torch.manual_seed(0)
pred = torch.rand(2, 1, 4, 4, requires_grad=True)
gt = torch.rand(2, 1, 8, 8) + 0.1
l = SILogLoss()(pred + 0.05, gt, gt > 0.3)
bins = torch.linspace(0, 1, 5).repeat(2, 1).requires_grad_()
bl, lens = BinsChamferLoss()(bins, gt)
p = F.interpolate(pred, size=(8, 8), mode='bicubic', align_corners=True).squeeze(1)
m = (gt.squeeze(1) > 0.2).float()
s, t = compute_scale_and_shift(p, gt.squeeze(1), m)
ps = s.view(-1, 1, 1) * p + t.view(-1, 1, 1)
gl = sum(gradient_loss(ps[:, ::2 ** k, ::2 ** k], gt[:, 0, ::2 ** k, ::2 ** k], m[:, ::2 ** k, ::2 ** k]) for k in range(3))
(l + bl + gl).backward()
print(l, bl, lens, gl)
print(s, t)
print(pred.grad[0, 0])
print(bins.grad)
