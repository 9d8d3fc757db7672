import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.modules.loss import _Loss

def bmc_loss(pred, target, noise_var):
    logits = - (pred - target.T).pow(2) / (2 * noise_var)
    loss = F.cross_entropy(logits, torch.arange(pred.shape[0]))
    loss = loss * (2 * noise_var).detach()
    return loss

class BMCLoss(_Loss):
    def __init__(self, init_noise_sigma):
        super(BMCLoss, self).__init__()
        self.noise_sigma = torch.nn.Parameter(torch.tensor(init_noise_sigma))

    def forward(self, pred, target):
        noise_var = self.noise_sigma ** 2
        return bmc_loss(pred, target, noise_var)

torch.manual_seed(2)
criterion = BMCLoss(8.)
model = nn.Linear(3, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
optimizer.add_param_group({'params': criterion.noise_sigma, 'lr': 1e-1, 'name': 'noise_sigma'})
x, y = torch.randn(10, 3), torch.randn(10, 1)
for i in range(3):
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    print(i, loss.item(), criterion.noise_sigma.item())
print(len(optimizer.param_groups), optimizer.param_groups[1]['name'], optimizer.param_groups[1]['lr'])
print(criterion.reduction)
