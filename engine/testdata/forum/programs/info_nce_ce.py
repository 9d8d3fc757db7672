import torch
import torch.nn.functional as F

def info_nce(query, keys, temperature=0.07):
    query, keys = F.normalize(query, dim=-1), F.normalize(keys, dim=-1)
    logits = query @ keys.t()
    labels = torch.arange(logits.shape[0], device=logits.device)
    return F.cross_entropy(logits / temperature, labels)

torch.manual_seed(10)
q = torch.randn(6, 8, requires_grad=True)
k = torch.randn(6, 8)
l = info_nce(q, k)
l.backward()
print(l, q.grad.pow(2).sum().sqrt())
