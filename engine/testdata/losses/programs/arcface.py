import torch
import torch.nn.functional as F
from torch import nn



class ArcFace(nn.Module):
    def __init__(self, embedding_dim, num_classes, s=8.0, m=0.2):
        super().__init__()
        self.s, self.m = s, m
        self.weight = nn.Parameter(torch.linspace(-1, 1, num_classes * embedding_dim).reshape(num_classes, embedding_dim))

    def forward(self, embeddings, labels):
        cosine = F.linear(F.normalize(embeddings), F.normalize(self.weight)).clamp(-0.999, 0.999)
        theta = torch.acos(cosine)
        own = F.one_hot(labels, cosine.shape[1]).float()
        return F.cross_entropy(self.s * torch.cos(theta + self.m * own), labels)
