import torch
import torch.nn as nn

class DQNLoss(nn.Module):
    def __init__(self, gamma=0.99):
        super().__init__()
        self.gamma = gamma

    def forward(self, q_values, next_q_values, actions, rewards, dones):
        q = q_values.gather(1, actions.unsqueeze(1)).squeeze(1)
        with torch.no_grad():
            max_next = next_q_values.max(1)[0]
            target = rewards + self.gamma * max_next * (1 - dones)
        return nn.functional.smooth_l1_loss(q, target)
