import torch
from itertools import combinations
def get_triplets(labels):
    triplets = []
    for label in sorted(set(labels.tolist())):
        mask = labels == label
        idx = torch.where(mask)[0].tolist()
        if len(idx) < 2:
            continue
        neg = torch.where(~mask)[0]
        for a, p in combinations(idx, 2):
            triplets += [(a, p, n.item()) for n in neg]
    return torch.LongTensor(triplets)
labels = torch.tensor([0, 0, 1, 1, 2])
tr = get_triplets(labels)
print(tr.shape, tr[:3], tr.unique(dim=0).shape if False else len(tr))
torch.manual_seed(3)
emb = torch.randn(5, 2, requires_grad=True)
ap = (emb[tr[:, 0]] - emb[tr[:, 1]]).pow(2).sum(1)
an = (emb[tr[:, 0]] - emb[tr[:, 2]]).pow(2).sum(1)
losses = torch.relu(ap - an + 0.5)
frac = (losses > 0).float().mean()
loss = losses.sum() / (losses > 1e-16).float().sum().clamp(min=1)
loss.backward()
print(f"{loss:.4f} active={frac:.2%}")
print(emb.grad)
