import torch
import torch.nn.functional as F
from torch import nn



class DIoULoss(nn.Module):
    def forward(self, pred_boxes, gt_boxes):
        low = torch.max(pred_boxes[:, :2], gt_boxes[:, :2])
        high = torch.min(pred_boxes[:, 2:], gt_boxes[:, 2:])
        overlap = (high - low).clamp(min=0).prod(dim=1)
        size = lambda boxes: (boxes[:, 2:] - boxes[:, :2]).prod(dim=1)
        iou = overlap / (size(pred_boxes) + size(gt_boxes) - overlap)
        centre = lambda boxes: (boxes[:, :2] + boxes[:, 2:]) / 2
        distance = ((centre(pred_boxes) - centre(gt_boxes)) ** 2).sum(1)
        hull = torch.max(pred_boxes[:, 2:], gt_boxes[:, 2:]) - torch.min(pred_boxes[:, :2], gt_boxes[:, :2])
        return (1 - iou + distance / (hull**2).sum(1)).mean()
