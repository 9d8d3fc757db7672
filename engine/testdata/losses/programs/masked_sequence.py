import torch
import torch.nn.functional as F

def sequence_mask(lengths, max_len):
    return torch.arange(max_len)[None, :] < lengths[:, None]

def masked_cross_entropy(logits, target, lengths):
    """logits [B, T, V], target [B, T], lengths [B]"""
    mask = sequence_mask(lengths, target.size(1))
    losses = -torch.gather(F.log_softmax(logits, dim=-1), 2, target.unsqueeze(-1)).squeeze(-1)
    return (losses * mask.float()).sum() / lengths.float().sum()
