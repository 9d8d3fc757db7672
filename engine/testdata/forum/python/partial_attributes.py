from functools import partial
f = partial(max, 3); print(f(1), f(5), f.args, f.func is max, f.keywords)
p = partial(torch.clamp, min=0.0); print(p(torch.tensor([-1.0, 1.0])))
