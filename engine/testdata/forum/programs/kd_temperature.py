import torch
import torch.nn as nn
import torch.nn.functional as F

def loss_fn_kd(outputs, labels, teacher_outputs, params):
    """
    Compute the knowledge-distillation (KD) loss given outputs, labels.
    "Hyperparameters": temperature and alpha
    """
    alpha = params['alpha']
    T = params['temperature']
    KD_loss = nn.KLDivLoss(reduction='batchmean')(F.log_softmax(outputs/T, dim=1),
                             F.softmax(teacher_outputs/T, dim=1)) * (alpha * T * T) + \
              F.cross_entropy(outputs, labels) * (1. - alpha)

    return KD_loss

torch.manual_seed(16)
s = torch.randn(6, 5, requires_grad=True)
te = torch.randn(6, 5)
y = torch.randint(5, (6,))
l = loss_fn_kd(s, y, te, dict(alpha=0.9, temperature=20))
l.backward()
print(l, s.grad.norm())
