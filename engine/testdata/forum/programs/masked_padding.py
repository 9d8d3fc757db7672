import torch
import torch.nn as nn

class MaskedMSELoss(nn.Module):
    def __init__(self):
        super(MaskedMSELoss, self).__init__()
        self.loss = nn.MSELoss(reduction='sum')

    def forward(self, pred, target, mask):
        """
        pred -> batch*seq_len
        target -> batch*seq_len
        mask -> batch*seq_len
        """
        loss = self.loss(pred * mask, target) / torch.sum(mask)
        return loss

lengths = [3, 5, 2]
max_len = max(lengths)
torch.manual_seed(28)
pred = torch.randn(3, max_len, requires_grad=True)
mask = torch.arange(max_len)[None, :] < torch.tensor(lengths)[:, None]
target = torch.randn(3, max_len).masked_fill(~mask, 0.)
l = MaskedMSELoss()(pred, target, mask.float())
l.backward()
print(l)
print(pred.grad)
