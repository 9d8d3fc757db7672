import torch

def cox_ph_loss(log_h, durations, events, eps=1e-7):
    idx = durations.sort(descending=True)[1]
    events = events[idx]
    log_h = log_h[idx]
    if events.dtype is torch.bool:
        events = events.float()
    events = events.view(-1)
    log_h = log_h.view(-1)
    gamma = log_h.max()
    log_cumsum_h = log_h.sub(gamma).exp().cumsum(0).add(eps).log().add(gamma)
    return - log_h.sub(log_cumsum_h).mul(events).sum().div(events.sum())

torch.manual_seed(49)
h = torch.randn(7, 1, requires_grad=True)
d = torch.rand(7)
e = torch.tensor([1, 0, 1, 1, 0, 1, 0], dtype=torch.bool)
l = cox_ph_loss(h, d, e)
l.backward()
print(l, h.grad.squeeze())
