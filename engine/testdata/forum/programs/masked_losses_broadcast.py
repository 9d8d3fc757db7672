import torch

def masked_mse(pred, target, mask, dim=None, eps=1e-8):
    diff2 = (torch.flatten(pred) - torch.flatten(target)) ** 2.0 * torch.flatten(mask)
    return torch.sum(diff2) / (torch.sum(mask) + eps)

def huber_masked(pred, target, mask):
    m = mask.bool()
    if not m.any():
        return pred.sum() * 0.0
    return torch.nn.functional.huber_loss(pred[m], target[m])

torch.manual_seed(8)
pred = torch.randn(2, 3, requires_grad=True)
target = torch.zeros(2, 3)
target[0, 0] = float('nan')
mask = ~torch.isnan(target)
clean = torch.nan_to_num(target)
l1 = masked_mse(pred, clean, mask.float())
l2 = huber_masked(pred, target, mask)
l3 = huber_masked(pred, target, torch.zeros_like(mask))
(l1 + l2 + l3).backward()
print(l1, l2, l3)
print(pred.grad)
print(mask, mask.sum(dim=1), torch.where(mask, clean, torch.tensor(-1.)))
print(torch.masked_fill(pred.detach(), ~mask, -1e9).softmax(-1))
