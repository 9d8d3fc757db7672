import torch
from torch.utils.data import TensorDataset, DataLoader, Dataset

class Toy(Dataset):
    def __init__(self, n):
        self.x = torch.linspace(-1, 1, n).unsqueeze(1)
        self.y = self.x ** 2
    def __len__(self):
        return len(self.x)
    def __getitem__(self, i):
        return self.x[i], self.y[i]

torch.manual_seed(0)
net = torch.nn.Sequential(torch.nn.Linear(1, 8), torch.nn.Tanh(), torch.nn.Linear(8, 1))
opt = torch.optim.Adam(net.parameters(), lr=0.02)
loader = DataLoader(Toy(10), batch_size=4)
for epoch in range(2):
    for i, (xb, yb) in enumerate(loader):
        loss = ((net(xb) - yb) ** 2).mean()
        opt.zero_grad(); loss.backward(); opt.step()
        print(epoch, i, tuple(xb.shape), f'{loss.item():.5f}')
ds = TensorDataset(torch.arange(4), torch.arange(4) * 2)
print(len(ds), ds[1])
