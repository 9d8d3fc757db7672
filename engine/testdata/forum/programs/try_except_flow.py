import torch

def safe(fn, *args):
    try:
        out = fn(*args)
    except (RuntimeError, IndexError) as e:
        print(type(e).__name__ + ':', str(e).split('\n')[0])
        return None
    except Exception as e:
        print('other', type(e), e)
        raise
    else:
        print('ok', out)
        return out
    finally:
        print('done', fn.__name__ if hasattr(fn, '__name__') else '?')

a = torch.ones(2, 3)
safe(lambda: a @ a)
safe(lambda: a + torch.ones(4))
safe(lambda: a[5])
safe(lambda: a.sum(dim=2))
safe(lambda: a.view(4))
safe(torch.stack, [torch.zeros(1), torch.ones(1)])
try:
    safe(lambda: {}['k'])
except KeyError as k:
    print('caught', k)
try:
    try:
        raise ValueError('inner')
    except ValueError as e:
        raise RuntimeError('outer') from e
except RuntimeError as e:
    print(e, '<-', e.__cause__)
class ShapeError(ValueError):
    def __init__(self, got, want):
        super().__init__(f'got {tuple(got)}, want {want}')
        self.got = got
try:
    raise ShapeError(a.shape, (3, 2))
except ShapeError as e:
    print(e, e.got, isinstance(e, ValueError))
assert a.numel() == 6, 'six'
for v in ['1.5', 'abc', None]:
    try:
        print(float(v))
    except (TypeError, ValueError) as e:
        print(e)
