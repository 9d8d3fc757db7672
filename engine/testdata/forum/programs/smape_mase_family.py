import torch

def divide_no_nan(a, b):
    div = a / b
    div[div != div] = 0.0
    div[div == float('inf')] = 0.0
    return div

def MAPELoss(y, y_hat, mask=None):
    mask = torch.ones_like(y) if mask is None else mask
    mask = divide_no_nan(mask, torch.abs(y))
    mape = torch.abs(y - y_hat) * mask
    return torch.mean(mape)

def SMAPELoss(y, y_hat, mask=None):
    if mask is None: mask = torch.ones_like(y_hat)
    delta_y = torch.abs((y - y_hat))
    scale = torch.abs(y) + torch.abs(y_hat)
    smape = divide_no_nan(delta_y, scale)
    smape = smape * mask
    return 2 * torch.mean(smape)

def MASELoss(y, y_hat, y_insample, seasonality, mask=None):
    if mask is None: mask = torch.ones_like(y_hat)
    delta_y = torch.abs(y - y_hat)
    scale = torch.mean(torch.abs(y_insample[:, seasonality:] - \
                                 y_insample[:, :-seasonality]), axis=1)
    mase = divide_no_nan(delta_y, scale[:, None])
    return torch.mean(mase * mask)

y = torch.tensor([[0., 1., 2.], [3., 0., -1.]])
y_hat = torch.tensor([[0., 1.5, 1.], [2., 1., -1.]], requires_grad=True)
ins = torch.tensor([[1., 2., 4., 3.], [0., 0., 0., 0.]])
for name, fn in dict(mape=MAPELoss, smape=SMAPELoss).items():
    loss = fn(y, y_hat)
    print(name, loss)
loss = MASELoss(y, y_hat, ins, 1)
print(loss)
loss.backward()
print(y_hat.grad)
