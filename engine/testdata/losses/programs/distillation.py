import torch
import torch.nn.functional as F
from torch import nn



class DistillationLoss(nn.Module):
    def __init__(self, temperature, alpha):
        super().__init__()
        self.T, self.alpha = temperature, alpha

    def forward(self, student_logits, teacher_logits, labels):
        soft = F.kl_div(
            F.log_softmax(student_logits / self.T, dim=1),
            F.softmax(teacher_logits / self.T, dim=1),
            reduction="batchmean",
        )
        return self.alpha * self.T**2 * soft + (1 - self.alpha) * F.cross_entropy(student_logits, labels)
