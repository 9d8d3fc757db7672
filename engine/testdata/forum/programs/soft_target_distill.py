import torch
import torch.nn.functional as F
import torch.nn as nn

class DKD(nn.Module):
    def __init__(self, alpha=1.0, beta=8.0, T=4.0):
        super().__init__()
        self.alpha = alpha; self.beta = beta; self.T = T

    @staticmethod
    def _get_gt_mask(logits, target):
        target = target.reshape(-1)
        mask = torch.zeros_like(logits).scatter_(1, target.unsqueeze(1), 1).bool()
        return mask

    @staticmethod
    def _get_other_mask(logits, target):
        target = target.reshape(-1)
        mask = torch.ones_like(logits).scatter_(1, target.unsqueeze(1), 0).bool()
        return mask

    @staticmethod
    def cat_mask(t, mask1, mask2):
        t1 = (t * mask1).sum(dim=1, keepdims=True)
        t2 = (t * mask2).sum(1, keepdims=True)
        rt = torch.cat([t1, t2], dim=1)
        return rt

    def forward(self, logits_student, logits_teacher, target):
        T = self.T
        gt_mask = self._get_gt_mask(logits_student, target)
        other_mask = self._get_other_mask(logits_student, target)
        pred_student = F.softmax(logits_student / T, dim=1)
        pred_teacher = F.softmax(logits_teacher / T, dim=1)
        pred_student = self.cat_mask(pred_student, gt_mask, other_mask)
        pred_teacher = self.cat_mask(pred_teacher, gt_mask, other_mask)
        log_pred_student = torch.log(pred_student)
        tckd_loss = (F.kl_div(log_pred_student, pred_teacher, size_average=False) * (T**2) / target.shape[0])
        pred_teacher_part2 = F.softmax(logits_teacher / T - 1000.0 * gt_mask, dim=1)
        log_pred_student_part2 = F.log_softmax(logits_student / T - 1000.0 * gt_mask, dim=1)
        nckd_loss = (F.kl_div(log_pred_student_part2, pred_teacher_part2, size_average=False) * (T**2) / target.shape[0])
        return self.alpha * tckd_loss + self.beta * nckd_loss

torch.manual_seed(44)
s = torch.randn(4, 6, requires_grad=True)
t = torch.randn(4, 6)
y = torch.randint(6, (4,))
loss = DKD()(s, t, y)
loss.backward()
print(y, loss)
print(s.grad)
