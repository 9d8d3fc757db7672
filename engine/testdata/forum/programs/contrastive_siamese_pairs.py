import torch
import torch.nn as nn
import torch.nn.functional as F

class ContrastiveLoss(torch.nn.Module):
    """
    Contrastive loss function.
    Based on: http://yann.lecun.com/exdb/publis/pdf/hadsell-chopra-lecun-06.pdf
    """
    def __init__(self, margin=2.0):
        super(ContrastiveLoss, self).__init__()
        self.margin = margin

    def forward(self, output1, output2, label):
        euclidean_distance = F.pairwise_distance(output1, output2, keepdim = True)
        loss_contrastive = torch.mean((1-label) * torch.pow(euclidean_distance, 2) +
                                      (label) * torch.pow(torch.clamp(self.margin - euclidean_distance, min=0.0), 2))
        return loss_contrastive

torch.manual_seed(1)
a, b = torch.randn(5, 3, requires_grad=True), torch.randn(5, 3)
lab = torch.tensor([[0.], [1.], [1.], [0.], [1.]])
loss = ContrastiveLoss()(a, b, lab)
print(loss)
loss.backward()
print(a.grad)
print(ContrastiveLoss.__doc__.strip().splitlines()[0], ContrastiveLoss(margin=1).margin)
