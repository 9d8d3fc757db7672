import torch
import torch.nn.functional as F
from torch import nn



def dpo_loss(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta):
    policy = policy_chosen_logps - policy_rejected_logps
    reference = reference_chosen_logps - reference_rejected_logps
    return -F.logsigmoid(beta * (policy - reference)).mean()
