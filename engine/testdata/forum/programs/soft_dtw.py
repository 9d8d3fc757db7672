import torch

def soft_dtw(x, y, gamma=1.0):
    n, m = len(x), len(y)
    D = (x[:, None] - y[None, :]) ** 2
    inf = torch.tensor(float('inf'))
    R = [[inf for _ in range(m + 1)] for _ in range(n + 1)]
    R[0][0] = torch.tensor(0.0)
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            prev = torch.stack([R[i - 1][j - 1], R[i - 1][j], R[i][j - 1]])
            R[i][j] = D[i - 1, j - 1] - gamma * torch.logsumexp(-prev / gamma, dim=0)
    return R[-1][-1]

torch.manual_seed(46)
x = torch.randn(4, requires_grad=True)
y = torch.randn(5)
l = soft_dtw(x, y, 0.5)
l.backward()
print(l, x.grad)
