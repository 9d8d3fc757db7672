import torch

class DynamicWeightAverage:
    def __init__(self, n, temp=2.0):
        self.n, self.temp = n, temp
        self.history = []

    def __call__(self, losses):
        if len(self.history) >= 2:
            r = torch.tensor([self.history[-1][i] / self.history[-2][i] for i in range(self.n)])
            w = self.n * torch.softmax(r / self.temp, dim=0)
        else:
            w = torch.ones(self.n)
        self.history.append([l.item() for l in losses])
        return sum(wi * li for wi, li in zip(w, losses)), w

dwa = DynamicWeightAverage(2)
for k in range(4):
    a = torch.tensor(1.0 / (k + 1), requires_grad=True)
    b = torch.tensor(2.0 / (k + 1) ** 2, requires_grad=True)
    total, w = dwa([a, b])
    print(k, round(total.item(), 5), [round(v, 4) for v in w.tolist()])
