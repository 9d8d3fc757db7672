import torch
import torch.nn as nn
import torch.nn.functional as F
import numpy as np
class OhemCELoss(nn.Module):
    def __init__(self, thresh, n_min, ignore_lb=255, *args, **kwargs):
        super(OhemCELoss, self).__init__()
        self.thresh = -torch.log(torch.tensor(thresh, dtype=torch.float))
        self.n_min = n_min
        self.ignore_lb = ignore_lb
        self.criteria = nn.CrossEntropyLoss(ignore_index=ignore_lb, reduction='none')
    def forward(self, logits, labels):
        N, C, H, W = logits.size()
        loss = self.criteria(logits, labels).view(-1)
        loss, _ = torch.sort(loss, descending=True)
        if loss[self.n_min] > self.thresh:
            loss = loss[loss > self.thresh]
        else:
            loss = loss[:self.n_min]
        return torch.mean(loss)
class SoftDiceLoss(nn.Module):
    def __init__(self, apply_nonlin=None, batch_dice=False, do_bg=True, smooth=1., ddp=False, clip_tp=None):
        super(SoftDiceLoss, self).__init__()
        self.do_bg, self.batch_dice, self.apply_nonlin, self.smooth, self.clip_tp, self.ddp = do_bg, batch_dice, apply_nonlin, smooth, clip_tp, ddp
    def forward(self, x, y, loss_mask=None):
        if self.apply_nonlin is not None:
            x = self.apply_nonlin(x)
        axes = ([0] if self.batch_dice else []) + list(range(2, len(x.shape)))
        tp, fp, fn, _ = get_tp_fp_fn_tn(x, y, axes, loss_mask, False)
        if self.clip_tp is not None:
            tp = torch.clip(tp, min=self.clip_tp, max=None)
        nominator = 2 * tp
        denominator = 2 * tp + fp + fn
        dc = (nominator + self.smooth) / (torch.clip(denominator + self.smooth, 1e-8))
        if not self.do_bg:
            if self.batch_dice: dc = dc[1:]
            else: dc = dc[:, 1:]
        dc = dc.mean()
        return -dc
def get_tp_fp_fn_tn(net_output, gt, axes=None, mask=None, square=False):
    if axes is None:
        axes = tuple(range(2, len(net_output.size())))
    with torch.no_grad():
        if net_output.ndim != gt.ndim:
            gt = gt.view((gt.shape[0], 1, *gt.shape[1:]))
        if net_output.shape == gt.shape:
            y_onehot = gt
        else:
            y_onehot = torch.zeros(net_output.shape, device=net_output.device, dtype=torch.bool)
            y_onehot.scatter_(1, gt.long(), 1)
    tp = net_output * y_onehot
    fp = net_output * (~y_onehot)
    fn = (1 - net_output) * y_onehot
    tn = (1 - net_output) * (~y_onehot)
    if mask is not None:
        with torch.no_grad():
            mask_here = torch.tile(mask, (1, tp.shape[1], *[1 for _ in range(2, tp.ndim)]))
        tp *= mask_here; fp *= mask_here; fn *= mask_here; tn *= mask_here
    if square:
        tp = tp ** 2
    if len(axes) > 0:
        tp = tp.sum(dim=tuple(axes), keepdim=False); fp = fp.sum(dim=tuple(axes)); fn = fn.sum(dim=tuple(axes)); tn = tn.sum(dim=tuple(axes))
    return tp, fp, fn, tn
class BoundaryLoss(nn.Module):
    def __init__(self, theta0=3, theta=5):
        super().__init__()
        self.theta0, self.theta = theta0, theta
    def forward(self, pred, gt):
        n, c, _, _ = pred.shape
        pred = torch.softmax(pred, dim=1)
        one_hot_gt = F.one_hot(gt, c).permute(0, 3, 1, 2).contiguous().float()
        gt_b = F.max_pool2d(1 - one_hot_gt, kernel_size=self.theta0, stride=1, padding=(self.theta0 - 1) // 2)
        gt_b -= 1 - one_hot_gt
        pred_b = F.max_pool2d(1 - pred, kernel_size=self.theta0, stride=1, padding=(self.theta0 - 1) // 2)
        pred_b -= 1 - pred
        gt_b_ext = F.max_pool2d(gt_b, kernel_size=self.theta, stride=1, padding=(self.theta - 1) // 2)
        pred_b_ext = F.max_pool2d(pred_b, kernel_size=self.theta, stride=1, padding=(self.theta - 1) // 2)
        gt_b = gt_b.view(n, c, -1); pred_b = pred_b.view(n, c, -1); gt_b_ext = gt_b_ext.view(n, c, -1); pred_b_ext = pred_b_ext.view(n, c, -1)
        P = torch.sum(pred_b * gt_b_ext, dim=2) / (torch.sum(pred_b, dim=2) + 1e-7)
        R = torch.sum(pred_b_ext * gt_b, dim=2) / (torch.sum(gt_b, dim=2) + 1e-7)
        BF1 = 2 * P * R / (P + R + 1e-7)
        return torch.mean(1 - BF1)
torch.manual_seed(0)
x = torch.randn(2, 3, 4, 4, requires_grad=True); y = torch.randint(0, 3, (2, 4, 4)); y2 = y.clone(); y2[0, 0] = 255
for l, t in [(OhemCELoss(0.7, 5), y2), (SoftDiceLoss(lambda t: torch.softmax(t, 1), do_bg=False), y), (SoftDiceLoss(nn.Softmax(1), batch_dice=True, clip_tp=0.1), y), (BoundaryLoss(), y)]:
    v = l(x, t); v.backward(); print(type(l).__name__, v, x.grad.abs().sum()); x.grad = None
