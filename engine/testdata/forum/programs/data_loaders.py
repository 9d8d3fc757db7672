from torch.utils.data import TensorDataset, DataLoader, Dataset, random_split, Subset, ConcatDataset
torch.manual_seed(3)
ds = TensorDataset(torch.arange(10.), torch.arange(10) * 2)
loader = DataLoader(ds, batch_size=4, shuffle=True)
for e in range(2):
    for i, (x, y) in enumerate(loader):
        print(e, i, x, y)
print(torch.rand(2))
print(len(loader), loader.batch_size, len(loader.dataset))
for x, y in DataLoader(ds, batch_size=3, drop_last=True): print(x, y)
print(torch.rand(2))
a, b = random_split(ds, [7, 3])
print(len(a), len(b), a[0], list(b.indices))
a, b = random_split(ds, [0.8, 0.2], generator=torch.Generator().manual_seed(1))
print(len(a), len(b), a.indices)
print(Subset(ds, [1, 2])[1])
class D(Dataset):
    def __init__(self): self.x = [1.0, 2.0, 3.0]
    def __len__(self): return 3
    def __getitem__(self, i): return {"x": self.x[i], "y": i, "n": "a" * i, "t": (torch.ones(2) * i, [i, i])}
for b in DataLoader(D(), batch_size=2): print(b)
g = torch.Generator(); g.manual_seed(5)
for b in DataLoader([1, 2, 3, 4, 5], batch_size=2, shuffle=True, generator=g): print(b)
it = iter(DataLoader(ds, batch_size=2)); print(next(it))
print(len(ConcatDataset([ds, ds])))
for x in DataLoader(torch.arange(6).reshape(3, 2), batch_size=2): print(x)
for x in DataLoader(ds, batch_size=None): print(x); break
for x in DataLoader(ds, batch_size=2, collate_fn=lambda b: len(b)): print(x); break
from torch.utils.data import RandomSampler, SequentialSampler, BatchSampler, WeightedRandomSampler
torch.manual_seed(0)
print(list(RandomSampler(range(5))), list(SequentialSampler(range(3))), list(BatchSampler(SequentialSampler(range(5)), 2, False)))
print(list(WeightedRandomSampler([0.1, 0.9, 0.4], 5)))
for x, y in DataLoader(ds, batch_size=5, sampler=RandomSampler(ds)): print(x)
print(loader.dataset is ds, type(ds).__name__, isinstance(ds, Dataset))
