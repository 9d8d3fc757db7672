import torch
labels = torch.tensor([0, 0, 0, 1, 1, 2])
class_counts = torch.bincount(labels)
weights = 1. / class_counts.float()
sample_weights = weights[labels]
print(class_counts, weights, sample_weights)
edges = torch.linspace(0, 1, 5)
y = torch.tensor([0.05, 0.3, 0.31, 0.8, 0.99, 1.0])
bins = torch.bucketize(y, edges[1:-1])
hist = torch.zeros(4).index_add_(0, bins, torch.ones_like(y))
print(bins, hist)
w = (1 / hist.clamp(min=1))[bins]
w = w / w.sum() * len(w)
pred = torch.full((6,), 0.5, requires_grad=True)
loss = torch.sum(w * (pred - y) ** 2) / w.sum()
loss.backward()
print(w, loss, pred.grad)
onehot = torch.eye(3)[labels]
centers = onehot.t() @ y.unsqueeze(1) / onehot.sum(0).unsqueeze(1)
print(centers.squeeze(), onehot.argmax(1).tolist() == labels.tolist())
sums = torch.zeros(3).scatter_add(0, labels, y)
print(sums / class_counts)
