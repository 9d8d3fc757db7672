import torch
import torch.nn as nn
import torch.nn.functional as F

class SetLoss(nn.Module):
    def __init__(self, num_classes, weight_bbox=5.0, eos_coef=0.1):
        super().__init__()
        self.num_classes = num_classes
        self.weight_bbox = weight_bbox
        w = torch.ones(num_classes + 1)
        w[-1] = eos_coef
        self.register_buffer("empty_weight", w)

    def forward(self, outputs, targets):
        logits = outputs["pred_logits"]
        boxes = outputs["pred_boxes"]
        loss_ce = F.cross_entropy(logits.transpose(1, 2), targets["labels"], self.empty_weight)
        loss_bbox = F.l1_loss(boxes, targets["boxes"])
        return loss_ce + self.weight_bbox * loss_bbox
