import torch
from torch import Tensor
from typing import Dict, List, Tuple, Union

QUANTILES: List[float] = [0.05, 0.25, 0.5, 0.75, 0.95]

def smooth_pinball(y_hat: Tensor, y: Tensor, alpha: float = 0.01) -> Tuple[Tensor, Dict[str, float]]:
    q = torch.as_tensor(QUANTILES, dtype=y.dtype)
    error = y.unsqueeze(-1) - y_hat
    q_loss = q * error + alpha * torch.nn.functional.softplus(-error / alpha)
    crossing = torch.relu(y_hat[..., :-1] - y_hat[..., 1:]).sum(-1)
    logs = {f"q{int(100 * qq):02d}": q_loss[..., i].mean().item() for i, qq in enumerate(QUANTILES)}
    logs["cross"] = crossing.mean().item()
    return q_loss.mean() + 10 * crossing.mean(), logs

torch.manual_seed(11)
y_hat = torch.randn(6, 5, requires_grad=True)
y = torch.randn(6)
loss, logs = smooth_pinball(y_hat, y)
loss.backward()
for key, value in logs.items():
    print(f"{key:>6s}: {value:8.4f}")
print(y_hat.grad.shape, y_hat.grad.mean(0))
print(sorted(logs, key=logs.get))
