import torch
import torch.nn.functional as F

def compute_kl_loss(p, q, pad_mask=None):
    p_loss = F.kl_div(F.log_softmax(p, dim=-1), F.softmax(q, dim=-1), reduction='none')
    q_loss = F.kl_div(F.log_softmax(q, dim=-1), F.softmax(p, dim=-1), reduction='none')
    if pad_mask is not None:
        p_loss.masked_fill_(pad_mask, 0.)
        q_loss.masked_fill_(pad_mask, 0.)
    p_loss = p_loss.sum()
    q_loss = q_loss.sum()
    loss = (p_loss + q_loss) / 2
    return loss

torch.manual_seed(50)
x = torch.randn(3, 4, requires_grad=True)
l1 = x * F.dropout(torch.ones(3, 4), p=0.25, training=True)
l2 = x * F.dropout(torch.ones(3, 4), p=0.25, training=True)
mask = torch.tensor([[False], [False], [True]]).expand(3, 4)
ce = 0.5 * (F.cross_entropy(l1, torch.tensor([0, 1, 2])) + F.cross_entropy(l2, torch.tensor([0, 1, 2])))
kl = compute_kl_loss(l1, l2, mask)
(ce + 0.5 * kl).backward()
print(ce, kl)
print(x.grad)
log_p, log_q = torch.log_softmax(l1, -1), torch.log_softmax(l2, -1)
m = torch.logsumexp(torch.stack([log_p, log_q]), 0) - torch.log(torch.tensor(2.))
js = 0.5 * (F.kl_div(m, log_p, reduction='batchmean', log_target=True) + F.kl_div(m, log_q, reduction='batchmean', log_target=True))
print(js)
