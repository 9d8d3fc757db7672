import torch
import torch.nn.functional as F

PAD_IDX = 0

def masked_cross_entropy(logits, target, length):
    batch_size, max_len = target.size()
    logits_flat = logits.view(-1, logits.size(-1))
    log_probs_flat = F.log_softmax(logits_flat, dim=-1)
    target_flat = target.view(-1, 1)
    losses_flat = -torch.gather(log_probs_flat, dim=1, index=target_flat)
    losses = losses_flat.view(*target.size())
    seq_range = torch.arange(0, max_len).long()
    mask = seq_range.unsqueeze(0).expand(batch_size, max_len) < length.unsqueeze(1).expand(batch_size, max_len)
    losses = losses * mask.float()
    loss = losses.sum() / length.float().sum()
    return loss

torch.manual_seed(29)
logits = torch.randn(2, 4, 5, requires_grad=True)
target = torch.randint(1, 5, (2, 4))
length = torch.LongTensor([4, 2])
l = masked_cross_entropy(logits, target, length)
l.backward()
print(l, logits.grad.norm())
print(F.cross_entropy(logits.transpose(1, 2), target, ignore_index=PAD_IDX).item())
