import torch

class Meter(object):
    """Tracks a mean"""
    def __init__(self, name, fmt=':f'):
        self.name = name
        self.fmt = fmt
        self.reset()

    def reset(self):
        self.val = 0
        self.avg = 0
        self.sum = 0
        self.count = 0

    def update(self, val, n=1):
        self.val = val
        self.sum += val * n
        self.count += n
        self.avg = self.sum / self.count

    @property
    def summary(self):
        return {'avg': self.avg, 'n': self.count}

    def __str__(self):
        fmtstr = '{name} {val' + self.fmt + '} ({avg' + self.fmt + '})'
        return fmtstr.format(**self.__dict__)

    def __len__(self):
        return self.count

    def __enter__(self):
        print('start', self.name)
        return self

    def __exit__(self, exc_type, exc, tb):
        print('stop', exc_type.__name__ if exc_type else None)
        return exc_type is ZeroDivisionError

with Meter('Loss', ':.4f') as m:
    for i in range(1, 4):
        m.update(torch.tensor(1.0 / i).item(), n=i)
    print(m, len(m), m.summary)
    1 / 0
print('after', bool(m), hasattr(m, 'avg'), getattr(m, 'nope', -1))
try:
    m.summary = 3
except AttributeError as e:
    print('AttributeError')
