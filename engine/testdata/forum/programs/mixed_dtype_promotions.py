import torch
i = torch.tensor([1, 2, 3])
f = torch.tensor([0.5, 1.5, 2.5])
b = torch.tensor([True, False, True])
d = f.double()
for name, r in [('i+f', i + f), ('i*b', i * b), ('f*b', f * b), ('i/2', i / 2), ('i//2', i // 2), ('i%2', i % 2), ('f+d', f + d),
                ('i+1.0', i + 1.0), ('b+b', b + b), ('b.sum', b.sum()), ('i.sum', i.sum()), ('~b', ~b), ('-i', -i), ('i**2', i ** 2),
                ('2**i', 2 ** i), ('2**f', 2 ** f), ('1/i', 1 / i), ('b&', b & ~b), ('i>f', i > f), ('i==2', i == 2), ('i.float()', i.float()),
                ('f.int', f.int()), ('f.long', f.long()), ('where', torch.where(b, f, torch.zeros(3))), ('where2', torch.where(b, 1.0, 0.0)),
                ('mul', torch.mul(i, 2)), ('mean', i.float().mean()), ('max', torch.max(i, torch.tensor([2, 2, 2]))), ('cat', torch.cat([i, f])),
                ('full', torch.full((2,), 3)), ('full', torch.full((2,), 3.)), ('arange', torch.arange(0, 1, 0.25)), ('ones_like', torch.ones_like(i)),
                ('new', f.new_zeros(2)), ('new_tensor', f.new_tensor([1, 2])), ('to', i.to(torch.float64)), ('to2', i.to(f))]:
    print(f'{name:10} {str(r.dtype):15} {r.tolist()}')
print(torch.result_type(i, f), torch.promote_types(torch.int64, torch.float32), torch.is_tensor(f), torch.is_floating_point(i), f.is_floating_point())
print(torch.finfo(torch.float32).eps, torch.finfo(torch.float32).max, torch.get_default_dtype())
