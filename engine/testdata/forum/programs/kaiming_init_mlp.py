import torch
import torch.nn as nn
import torch.nn.functional as F

class Net(nn.Module):
    def __init__(self, n_in=3, hidden=(8, 4), p=0.0):
        super(Net, self).__init__()
        sizes = [n_in, *hidden]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:]))
        self.bn = nn.BatchNorm1d(sizes[-1])
        self.drop = nn.Dropout(p)
        self.out = nn.Linear(sizes[-1], 1)
        self.apply(self._init)

    def _init(self, m):
        if isinstance(m, nn.Linear):
            nn.init.xavier_uniform_(m.weight)
            if m.bias is not None:
                nn.init.constant_(m.bias, 0.01)

    def forward(self, x):
        for layer in self.layers:
            x = F.gelu(layer(x))
        return self.out(self.drop(self.bn(x)))

torch.manual_seed(0)
net = Net()
print(net)
x = torch.randn(6, 3)
y = torch.randn(6, 1)
net.train()
loss = F.smooth_l1_loss(net(x), y, beta=0.5)
loss.backward()
print(loss)
print({n: tuple(p.shape) for n, p in net.named_parameters()})
print(net.bn.running_mean, net.bn.num_batches_tracked)
net.eval()
with torch.no_grad():
    print(net(x).squeeze(-1))
print(net.training, net.bn.training)
