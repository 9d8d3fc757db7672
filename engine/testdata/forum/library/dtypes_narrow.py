import numpy as np


def show(make):
    torch.manual_seed(1)
    x = torch.randn(4, 3, requires_grad=True)
    t = torch.tensor([0, 2, 1, 1])
    im = torch.rand(2, 3, 6, 6, requires_grad=True)
    v = torch.rand(1, 2, 4, 4, 4, requires_grad=True)
    r = make(x, t, im, v)
    print(r)
    if torch.is_tensor(r) and r.requires_grad and r.dtype.is_floating_point:
        r.sum().backward()
        print([each.grad.norm() for each in (x, im, v) if each.grad is not None])


show(lambda x, t, im, v: x.byte())
show(lambda x, t, im, v: x.half())
show(lambda x, t, im, v: x.bfloat16())
show(lambda x, t, im, v: x.to(torch.float16))
show(lambda x, t, im, v: (x > 0).byte())
show(lambda x, t, im, v: torch.tensor([1, 2, 3], dtype=torch.uint8) + 1)
show(lambda x, t, im, v: torch.tensor([250], dtype=torch.uint8) + 10)
show(lambda x, t, im, v: torch.zeros(2, dtype=torch.int16))
show(lambda x, t, im, v: torch.ones(2, dtype=torch.int8) * 2)
show(lambda x, t, im, v: torch.ByteTensor([1, 0, 1]))
show(lambda x, t, im, v: torch.HalfTensor([1, 0, 1]))
show(lambda x, t, im, v: x.type(torch.half))
show(lambda x, t, im, v: x.char())
show(lambda x, t, im, v: x.short())
show(lambda x, t, im, v: torch.finfo(torch.float16).eps)
show(lambda x, t, im, v: x.new_full((2,), 3.))
show(lambda x, t, im, v: x.clone().index_add_(0, t, x))
show(lambda x, t, im, v: x.clone().index_copy_(0, t[:2], x[:2]))
show(lambda x, t, im, v: x.clone().masked_scatter_(x > 0, torch.zeros(12)))
show(lambda x, t, im, v: x.clone().put_(t, torch.zeros(4)))
show(lambda x, t, im, v: x.diff(dim=0))
show(lambda x, t, im, v: x.unfold(0, 2, 1))
