import torch
import torch.nn.functional as F
from torch import nn



def ppo_loss(log_probs, old_log_probs, advantages, clip_eps: float):
    ratio = torch.exp(log_probs - old_log_probs)
    clipped = ratio.clamp(1 - clip_eps, 1 + clip_eps)
    return -torch.min(ratio * advantages, clipped * advantages).mean()
