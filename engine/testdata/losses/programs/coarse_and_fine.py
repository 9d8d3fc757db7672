import torch

def nerf_loss(outputs, rgbs):
    loss = ((outputs['rgb_coarse'] - rgbs) ** 2).mean()
    if 'rgb_fine' in outputs:
        loss = loss + ((outputs['rgb_fine'] - rgbs) ** 2).mean()
    return loss
