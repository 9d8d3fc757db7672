import torch
import torch.nn.functional as F

def pairwise_distances(x):
    dot = torch.mm(x, x.t())
    sq = torch.diag(dot)
    d = sq.unsqueeze(0) - 2.0 * dot + sq.unsqueeze(1)
    d[d < 0] = 0
    mask = d.eq(0).float()
    d = d + mask * 1e-16
    return (1.0 - mask) * torch.sqrt(d)

def batch_hard(labels, embeddings, margin):
    dist = pairwise_distances(embeddings)
    same = labels.unsqueeze(0) == labels.unsqueeze(1)
    eye = torch.eye(labels.size(0)).bool()
    pos_mask = (same & ~eye).float()
    hardest_pos, _ = (pos_mask * dist).max(1, keepdim=True)
    max_d, _ = dist.max(1, keepdim=True)
    anchor_neg = dist + max_d * (~same).logical_not().float()
    hardest_neg, _ = anchor_neg.min(1, keepdim=True)
    tl = hardest_pos - hardest_neg + margin
    tl[tl < 0] = 0
    return tl.mean()

torch.manual_seed(13)
emb = torch.randn(6, 4, requires_grad=True)
lab = torch.tensor([0, 0, 1, 1, 2, 2])
l = batch_hard(lab, emb, 0.3)
l.backward()
print(l, emb.grad.abs().mean())
