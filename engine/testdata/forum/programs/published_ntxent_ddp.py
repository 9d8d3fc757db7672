import logging
import os
import sys
from functools import partial
from dataclasses import dataclass, field
import torch, torch.nn as nn, torch.nn.functional as F
import torch.distributed as dist
logger = logging.getLogger(__name__)
logging.basicConfig(stream=sys.stdout, level=logging.WARNING)
REGISTRY = {}
def register(name):
    def deco(cls):
        REGISTRY[name] = cls
        return cls
    return deco
@dataclass
class LossConfig:
    temperature: float = 0.5
    use_cosine: bool = True
    weights: dict = field(default_factory=lambda: {"a": 1.0})
def get_rank():
    if not dist.is_available() or not dist.is_initialized():
        return 0
    return dist.get_rank()
@register("ntxent")
class NTXentLoss(nn.Module):
    def __init__(self, device, batch_size, temperature, use_cosine_similarity):
        super(NTXentLoss, self).__init__()
        self.batch_size = batch_size
        self.temperature = temperature
        self.device = device
        self.softmax = torch.nn.Softmax(dim=-1)
        self.mask_samples_from_same_repr = self._get_correlated_mask().type(torch.bool)
        self.similarity_function = self._get_similarity_function(use_cosine_similarity)
        self.criterion = torch.nn.CrossEntropyLoss(reduction="sum")
    def _get_similarity_function(self, use_cosine_similarity):
        if use_cosine_similarity:
            self._cosine_similarity = torch.nn.CosineSimilarity(dim=-1)
            return self._cosine_simililarity
        else:
            return self._dot_simililarity
    def _get_correlated_mask(self):
        diag = torch.eye(2 * self.batch_size)
        l1 = torch.diag(torch.ones(self.batch_size), -self.batch_size)
        l2 = torch.diag(torch.ones(self.batch_size), self.batch_size)
        mask = (1 - (diag + l1 + l2)).type(torch.bool)
        return mask.to(self.device)
    @staticmethod
    def _dot_simililarity(x, y):
        return torch.tensordot(x.unsqueeze(1), y.T.unsqueeze(0), dims=2)
    def _cosine_simililarity(self, x, y):
        return self._cosine_similarity(x.unsqueeze(1), y.unsqueeze(0))
    def forward(self, zis, zjs):
        representations = torch.cat([zjs, zis], dim=0)
        similarity_matrix = self.similarity_function(representations, representations)
        l_pos = torch.diag(similarity_matrix, self.batch_size)
        r_pos = torch.diag(similarity_matrix, -self.batch_size)
        positives = torch.cat([l_pos, r_pos]).view(2 * self.batch_size, 1)
        negatives = similarity_matrix[self.mask_samples_from_same_repr].view(2 * self.batch_size, -1)
        logits = torch.cat((positives, negatives), dim=1)
        logits /= self.temperature
        labels = torch.zeros(2 * self.batch_size).to(self.device).long()
        loss = self.criterion(logits, labels)
        return loss / (2 * self.batch_size)
cfg = LossConfig()
torch.manual_seed(0)
l = REGISTRY["ntxent"](torch.device("cpu"), 3, cfg.temperature, cfg.use_cosine)
a, b = torch.randn(3, 4, requires_grad=True), torch.randn(3, 4)
v = l(a, b); v.backward(); print(v, a.grad, get_rank(), os.environ.get("LOCAL_RANK", 0), l)
