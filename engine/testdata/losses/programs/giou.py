import torch
import torch.nn.functional as F
from torch import nn



def giou_loss(pred_boxes, target_boxes):
    x1 = torch.max(pred_boxes[:, 0], target_boxes[:, 0])
    y1 = torch.max(pred_boxes[:, 1], target_boxes[:, 1])
    x2 = torch.min(pred_boxes[:, 2], target_boxes[:, 2])
    y2 = torch.min(pred_boxes[:, 3], target_boxes[:, 3])
    overlap = (x2 - x1).clamp(min=0) * (y2 - y1).clamp(min=0)
    area = (pred_boxes[:, 2] - pred_boxes[:, 0]) * (pred_boxes[:, 3] - pred_boxes[:, 1])
    area_t = (target_boxes[:, 2] - target_boxes[:, 0]) * (target_boxes[:, 3] - target_boxes[:, 1])
    union = area + area_t - overlap
    left = torch.min(pred_boxes[:, :2], target_boxes[:, :2])
    right = torch.max(pred_boxes[:, 2:], target_boxes[:, 2:])
    hull = (right - left).clamp(min=0).prod(1)
    return (1 - overlap / union + (hull - union) / hull).mean()
