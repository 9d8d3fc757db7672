import torch

torch.set_printoptions(precision=2)
z = torch.tensor([[1.0, 0.2, 0.3], [-0.5, 0.3, 0.1], [0.1, -1.0, 0.9], [0.7, 0.4, -0.2]], requires_grad=True)
n, d = z.shape
cov = (z - z.mean(0)).T @ (z - z.mean(0)) / (n - 1) + 1e-3 * torch.eye(d)
rate = 0.5 * torch.logdet(torch.eye(d) + d / (n * 0.25) * z.T @ z)
whiten = torch.linalg.cholesky(torch.linalg.inv(cov))
mahalanobis = ((z @ whiten) ** 2).sum(1) * 0.5
ortho = torch.linalg.norm(z.T @ z - torch.eye(d), ord='fro') ** 2
low_rank = torch.linalg.svdvals(z)[1:].sum()
gauss = 0.5 * torch.logdet(cov) + 0.5 * (z[:2] @ torch.linalg.solve(cov, z[:2].T)).trace()
for loss in [-rate, mahalanobis.mean(), ortho, low_rank, gauss]:
    print(loss)
    print(torch.autograd.grad(loss, z, retain_graph=True)[0])
