import torch
import torch.nn.functional as F

def ohem_loss(rate, cls_pred, cls_target):
    batch_size = cls_pred.size(0)
    ohem_cls_loss = F.cross_entropy(cls_pred, cls_target, reduction='none', ignore_index=-1)

    sorted_ohem_loss, idx = torch.sort(ohem_cls_loss, descending=True)
    keep_num = min(sorted_ohem_loss.size()[0], int(batch_size*rate))
    if keep_num < sorted_ohem_loss.size()[0]:
        keep_idx_cuda = idx[:keep_num]
        ohem_cls_loss = ohem_cls_loss[keep_idx_cuda]
    cls_loss = ohem_cls_loss.sum() / keep_num
    return cls_loss, keep_idx_cuda

torch.manual_seed(0)
logits = torch.randn(8, 4, requires_grad=True)
labels = torch.tensor([0, 1, 2, 3, 3, -1, 1, 0])
loss, kept = ohem_loss(0.5, logits, labels)
loss.backward()
print("loss: {:.4f}, kept: {}".format(loss.item(), kept.tolist()))
print((logits.grad != 0).any(dim=1))
print(logits.grad.sum(dim=1).abs().max() < 1e-6)
