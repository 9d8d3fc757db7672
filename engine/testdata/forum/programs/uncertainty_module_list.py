import torch
import torch.nn as nn

class MultiTaskLoss(nn.Module):
    def __init__(self, is_regression, reduction='none'):
        super(MultiTaskLoss, self).__init__()
        self.is_regression = is_regression
        self.n_tasks = len(is_regression)
        self.log_vars = torch.nn.Parameter(torch.zeros(self.n_tasks))
        self.reduction = reduction

    def forward(self, losses):
        dtype = losses.dtype
        device = losses.device
        stds = (torch.exp(self.log_vars)**(1/2)).to(device).to(dtype)
        self.is_regression = self.is_regression.to(device).to(dtype)
        coeffs = 1 / ((self.is_regression+1)*(stds**2))
        multi_task_losses = coeffs*losses + torch.log(stds)

        if self.reduction == 'sum':
            multi_task_losses = multi_task_losses.sum()
        if self.reduction == 'mean':
            multi_task_losses = multi_task_losses.mean()

        return multi_task_losses

is_regression = torch.Tensor([True, True, False])
mtl = MultiTaskLoss(is_regression, reduction='sum')
opt = torch.optim.SGD(mtl.parameters(), lr=0.1, momentum=0.9)
for step in range(4):
    opt.zero_grad()
    losses = torch.stack([torch.tensor(0.5), torch.tensor(2.0), torch.tensor(1.25)])
    total = mtl(losses)
    total.backward()
    opt.step()
    print(f'step {step}: total={total.item():.5f} log_vars={mtl.log_vars.data.tolist()}')
print(list(mtl.named_parameters()))
print(mtl.state_dict())
