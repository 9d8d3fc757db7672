import torch
import torch.nn.functional as F
from torch import nn



def td_loss(q_values, actions, rewards, next_q_values, dones, gamma):
    q = q_values.gather(1, actions[:, None]).squeeze(1)
    target = rewards + gamma * (1 - dones) * next_q_values.max(1).values
    return F.smooth_l1_loss(q, target.detach())
