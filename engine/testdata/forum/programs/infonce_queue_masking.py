import torch
import torch.nn.functional as F
torch.manual_seed(11)
def info_nce(q, k_pos, k_neg=None, temperature=0.1, reduction='mean', negative_mode='unpaired'):
    if q.dim() != 2: raise ValueError('<query> must have 2 dimensions.')
    if negative_mode == 'paired' and k_neg.dim() != 3: raise ValueError("<negative_keys> must have 3 dimensions if <negative_mode> == 'paired'.")
    q, k_pos, k_neg = (None if x is None else F.normalize(x, dim=-1) for x in (q, k_pos, k_neg))
    if k_neg is not None:
        pos = torch.sum(q * k_pos, dim=1, keepdim=True)
        neg = q @ k_neg.transpose(-2, -1) if negative_mode == 'unpaired' else (q.unsqueeze(1) @ k_neg.transpose(-2, -1)).squeeze(1)
        logits = torch.cat([pos, neg], dim=1)
        labels = torch.zeros(len(logits), dtype=torch.long, device=q.device)
    else:
        logits = q @ k_pos.transpose(-2, -1)
        labels = torch.arange(len(q), device=q.device)
    return F.cross_entropy(logits / temperature, labels, reduction=reduction)
q = torch.randn(4, 6, requires_grad=True)
pos, neg, paired = torch.randn(4, 6), torch.randn(7, 6), torch.randn(4, 2, 6)
for args, kw in [((q, pos), {}), ((q, pos, neg), {}), ((q, pos, paired), dict(negative_mode='paired', reduction='none')), ((q, pos, neg), dict(temperature=0.5, reduction='sum'))]:
    out = info_nce(*args, **kw)
    print(out, torch.autograd.grad(out.sum(), q)[0].norm())
for bad in [(q[0], pos), ]:
    try:
        info_nce(*bad)
    except ValueError as err:
        print(type(err).__name__, err)
