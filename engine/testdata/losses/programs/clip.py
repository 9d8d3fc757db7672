import torch
import torch.nn.functional as F
from torch import nn



def clip_loss(image_embeds, text_embeds, temperature):
    image = F.normalize(image_embeds, dim=-1)
    text = F.normalize(text_embeds, dim=-1)
    logits = image @ text.T / temperature
    places = torch.arange(len(logits))
    return (F.cross_entropy(logits, places) + F.cross_entropy(logits.T, places)) / 2
