import torch
import math

def pseudo_huber_loss(y_pred, y_true, delta=1.0):
    residual = y_pred - y_true
    return (delta ** 2 * (torch.sqrt(1 + (residual / delta) ** 2) - 1)).mean()

torch.manual_seed(5)
a = torch.randn(10, requires_grad=True)
b = torch.randn(10)
for d in [0.1, 1, 10.0]:
    a.grad = None
    l = pseudo_huber_loss(a, b, d)
    l.backward()
    print(f"delta={d:<5} loss={l.item():.6f} |grad|={a.grad.norm().item():.4e}")
