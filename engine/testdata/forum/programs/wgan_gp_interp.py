import torch
import torch.nn as nn

torch.manual_seed(9)
D = nn.Sequential(nn.Linear(2, 8), nn.LeakyReLU(0.2, inplace=True), nn.Linear(8, 1))
real, fake = torch.randn(5, 2), torch.randn(5, 2) + 1

def compute_gradient_penalty(D, real_samples, fake_samples):
    alpha = torch.rand(real_samples.size(0), 1)
    interpolates = (alpha * real_samples + ((1 - alpha) * fake_samples)).requires_grad_(True)
    d_interpolates = D(interpolates)
    fake = torch.ones_like(d_interpolates)
    gradients = torch.autograd.grad(
        outputs=d_interpolates,
        inputs=interpolates,
        grad_outputs=fake,
        create_graph=True,
        retain_graph=True,
        only_inputs=True,
    )[0]
    gradients = gradients.view(gradients.size(0), -1)
    gradient_penalty = ((gradients.norm(2, dim=1) - 1) ** 2).mean()
    return gradient_penalty

gp = compute_gradient_penalty(D, real.data, fake.data)
loss = -D(real).mean() + D(fake).mean() + 10 * gp
loss.backward()
print(gp.item(), loss.item())
print(D[0].weight.grad)
print(D[2].bias.grad)
