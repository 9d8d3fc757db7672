import torch
import torch.nn as nn
import torch.optim as optim

class WeightedMSE(nn.Module):
    def __init__(self, weight):
        super().__init__()
        self.register_buffer("weight", torch.as_tensor(weight, dtype=torch.float32))

    def forward(self, x, y):
        return (self.weight * (x - y) ** 2).mean()

torch.manual_seed(60)
model = nn.Linear(3, 2)
criterion = WeightedMSE([1.0, 3.0])
optimizer = optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
scheduler = optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
x, y = torch.randn(16, 3), torch.randn(16, 2)
for epoch in range(4):
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    scheduler.step()
    print(f"epoch {epoch + 1}: {loss.item():.6f} lr={scheduler.get_last_lr()[0]:.4f}")
