import torch
import torch.nn.functional as F

class ContrastiveLoss(torch.nn.Module):
    def __init__(self, margin=2.0):
        super(ContrastiveLoss, self).__init__()
        self.margin = margin

    def forward(self, output1, output2, label):
        euclidean_distance = F.pairwise_distance(output1, output2, keepdim = True)
        loss_contrastive = torch.mean((1-label) * torch.pow(euclidean_distance, 2) +
                                      (label) * torch.pow(torch.clamp(self.margin - euclidean_distance, min=0.0), 2))

        return loss_contrastive

torch.manual_seed(14)
o1 = torch.randn(4, 3, requires_grad=True)
o2 = torch.randn(4, 3)
y = torch.tensor([[0.], [1.], [1.], [0.]])
loss = ContrastiveLoss()(o1, o2, y)
loss.backward()
print(loss)
print(o1.grad)
