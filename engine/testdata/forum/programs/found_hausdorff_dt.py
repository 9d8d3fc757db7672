import numpy as np
import torch
from torch import nn
from scipy.ndimage.morphology import distance_transform_edt as edt
from scipy.ndimage import convolve


class HausdorffDTLoss(nn.Module):
    """Binary Hausdorff loss based on distance transform"""

    def __init__(self, alpha=2.0, **kwargs):
        super(HausdorffDTLoss, self).__init__()
        self.alpha = alpha

    @torch.no_grad()
    def distance_field(self, img: np.ndarray) -> np.ndarray:
        field = np.zeros_like(img)
        for batch in range(len(img)):
            fg_mask = img[batch] > 0.5
            if fg_mask.any():
                bg_mask = ~fg_mask
                fg_dist = edt(fg_mask)
                bg_dist = edt(bg_mask)
                field[batch] = fg_dist + bg_dist
        return field

    def forward(self, pred: torch.Tensor, target: torch.Tensor, debug=False) -> torch.Tensor:
        """
        Uses one binary channel: 1 - fg, 0 - bg
        pred: (b, 1, x, y, z) or (b, 1, x, y)
        target: (b, 1, x, y, z) or (b, 1, x, y)
        """
        assert pred.dim() == 4 or pred.dim() == 5, "Only 2D and 3D supported"
        assert pred.dim() == target.dim(), "Prediction and target need to be of same dimension"

        # pred = torch.sigmoid(pred)
        pred_dt = torch.from_numpy(self.distance_field(pred.detach().cpu().numpy())).float()
        target_dt = torch.from_numpy(self.distance_field(target.detach().cpu().numpy())).float()

        pred_error = (pred - target) ** 2
        distance = pred_dt ** self.alpha + target_dt ** self.alpha

        dt_field = pred_error * distance
        loss = dt_field.mean()

        if debug:
            return (
                loss.detach().cpu().numpy(),
                (
                    dt_field.detach().cpu().numpy()[0, 0],
                    pred_error.detach().cpu().numpy()[0, 0],
                    distance.detach().cpu().numpy()[0, 0],
                    pred_dt.detach().cpu().numpy()[0, 0],
                    target_dt.detach().cpu().numpy()[0, 0],
                ),
            )
        else:
            return loss


if __name__ == "__main__":
    torch.manual_seed(1)
    x = torch.rand(2, 1, 6, 6, requires_grad=True)
    y = (torch.rand(2, 1, 6, 6) > 0.6).float()
    crit = HausdorffDTLoss()
    loss = crit(x, y)
    loss.backward()
    print(loss.item())
    print(x.grad[0, 0])
    l, parts = crit(x, y, debug=True)
    print(l, parts[3])
