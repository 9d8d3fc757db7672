import torch
torch.manual_seed(4)
weights = torch.softmax(torch.tensor([0.1, 0.2, 0.7]) / 0.5, dim=0)
losses = [lambda p, t, q=q: torch.maximum(q * (t - p), (q - 1) * (t - p)).mean() for q in (0.1, 0.5, 0.9)]
p = torch.zeros(5, requires_grad=True)
t = torch.randn(5)
total = torch.tensor(0.)
for w, l in zip(weights.tolist(), losses):
    total = total + w * l(p, t)
total.backward()
print(f"{total.item():.6f}", [f"{g:+.3f}" for g in p.grad.tolist()])
print(*(f"{w:.2f}" for w in weights), sep=' | ')
print("|".join(["%6.3f" % v for v in t]))
print(list(map(lambda f: round(f(p, t).item(), 3), losses)))
print(dict(zip("abc", weights.numpy().round(3).tolist())) if False else len(weights))
