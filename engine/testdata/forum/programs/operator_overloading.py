import torch

class Loss:
    def __init__(self, fn, weight=1.0, name=''):
        self.fn, self.weight, self.name = fn, weight, name
    def __call__(self, *args):
        return self.weight * self.fn(*args)
    def __add__(self, other):
        return Loss(lambda *a: self(*a) + other(*a), 1.0, f'({self} + {other})')
    def __mul__(self, k):
        return Loss(self.fn, self.weight * k, self.name)
    __rmul__ = __mul__
    def __neg__(self):
        return -1 * self
    def __repr__(self):
        return self.name if self.weight == 1 else f'{self.weight:g}*{self.name}'
    def __eq__(self, other):
        return isinstance(other, Loss) and repr(self) == repr(other)
    def __lt__(self, other):
        return self.weight < other.weight
    def __getitem__(self, i):
        return (self.name, self.weight)[i]
    def __contains__(self, x):
        return x in self.name

l1 = Loss(torch.nn.L1Loss(), name='l1')
l2 = Loss(torch.nn.MSELoss(), name='l2')
total = l1 + 0.5 * l2
print(total, 2 * l1, -l2, l1 == l2, l1 != l2, l1 == Loss(None, name='l1'))
p = torch.tensor([1., 3.], requires_grad=True)
out = total(p, torch.tensor([0., 0.]))
out.backward()
print(out, p.grad)
print(sorted([3 * l1, 0.1 * l2, l1]), l1[0], l1[-1], 'l' in l1, min(l1 * 3, l2))
