import torch
import torch.nn.functional as F

def pairwise_euclid(x):
    sq = x.pow(2).sum(1)
    d2 = sq.unsqueeze(0) + sq.unsqueeze(1) - 2 * x @ x.t()
    return d2.clamp_min(0).add(1e-12).sqrt()

def semi_hard(emb, lab, margin=0.2):
    d = pairwise_euclid(emb)
    same = lab[None] == lab[:, None]
    eye = torch.eye(len(lab), dtype=torch.bool)
    pos = same & ~eye
    losses = []
    for a, p in pos.nonzero():
        dap = d[a, p]
        neg = d[a][~same[a]]
        cand = neg[(neg > dap) & (neg < dap + margin)]
        dan = cand.min() if cand.numel() else neg.max()
        losses.append(F.relu(dap - dan + margin))
    return torch.stack(losses).mean()

torch.manual_seed(12)
emb = torch.randn(6, 4, requires_grad=True)
lab = torch.tensor([0, 1, 0, 1, 2, 2])
loss = semi_hard(F.normalize(emb), lab)
loss.backward()
print(loss)
print(emb.grad.norm(dim=1))
print(torch.triu(torch.ones(3, 3), diagonal=1).nonzero().tolist())
