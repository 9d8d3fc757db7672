from typing import List, Tuple, Union, Callable
import numpy as np
import torch
from torch import Tensor, einsum
from scipy.ndimage import distance_transform_edt as eucl_distance


def uniq(a: Tensor):
    return set(torch.unique(a.cpu()).numpy())


def sset(a: Tensor, sub) -> bool:
    return uniq(a).issubset(sub)


def simplex(t: Tensor, axis=1) -> bool:
    _sum = t.sum(axis).type(torch.float32)
    _ones = torch.ones_like(_sum, dtype=torch.float32)
    return torch.allclose(_sum, _ones)


def one_hot(t: Tensor, axis=1) -> bool:
    return simplex(t, axis) and sset(t, [0, 1])


def one_hot2dist(seg: np.ndarray, resolution: Tuple[float, float, float] = None, dtype=None) -> np.ndarray:
    K: int = len(seg)
    res = np.zeros_like(seg, dtype=dtype)
    for k in range(K):
        posmask = seg[k].astype(np.bool_)
        if posmask.any():
            negmask = ~posmask
            res[k] = eucl_distance(negmask, sampling=resolution) * negmask \
                - (eucl_distance(posmask, sampling=resolution) - 1) * posmask
    return res


class SurfaceLoss():
    def __init__(self, **kwargs):
        self.idc: List[int] = kwargs["idc"]
        print(f"Initialized {self.__class__.__name__} with {kwargs}")

    def __call__(self, probs: Tensor, dist_maps: Tensor) -> Tensor:
        assert simplex(probs)
        assert not one_hot(dist_maps)
        pc = probs[:, self.idc, ...].type(torch.float32)
        dc = dist_maps[:, self.idc, ...].type(torch.float32)
        multipled = einsum("bkwh,bkwh->bkwh", pc, dc)
        loss = multipled.mean()
        return loss


BoundaryLoss = SurfaceLoss

if __name__ == "__main__":
    torch.manual_seed(0)
    logits = torch.randn(2, 2, 8, 8, requires_grad=True)
    probs = torch.softmax(logits, dim=1)
    mask = np.zeros((2, 8, 8), dtype=np.int64)
    mask[0, 2:5, 3:6] = 1
    mask[1, 1:4, 1:7] = 1
    onehot = np.stack([1 - mask, mask], axis=1)
    dist = torch.tensor(np.stack([one_hot2dist(o, dtype=np.float32) for o in onehot]))
    print(dist.dtype, dist.shape)
    print(dist[0, 1])
    loss = BoundaryLoss(idc=[1])(probs, dist)
    print(loss)
    loss.backward()
    print(logits.grad.abs().sum())
    print(logits.grad[0, 1, :3, :3])
