import torch

def batches(x, y, batch_size, shuffle=True):
    n = len(x)
    idx = torch.randperm(n) if shuffle else torch.arange(n)
    for start in range(0, n, batch_size):
        sel = idx[start:start + batch_size]
        yield x[sel], y[sel]

torch.manual_seed(0)
X = torch.linspace(-1, 1, 10).unsqueeze(1)
Y = 3 * X - 1
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
lr = 0.3
for epoch in range(3):
    running, seen = 0.0, 0
    for xb, yb in batches(X, Y, 4):
        loss = ((xb * w + b - yb) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
            w.grad.zero_()
            b.grad = None
        running += loss.item() * len(xb)
        seen += len(xb)
    print(f"epoch {epoch + 1}: {running / seen:.6f}")
print(w, b)
gen = batches(X, Y, 5, shuffle=False)
first = next(gen)
print(first[0].squeeze().tolist(), sum(1 for _ in gen))
print(next(gen, 'exhausted'))
