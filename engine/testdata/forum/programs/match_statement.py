import torch
import torch.nn.functional as F

def build(spec):
    match spec:
        case None:
            return lambda p, t: torch.zeros(())
        case "mse" | "l2":
            return F.mse_loss
        case ("huber", delta):
            return lambda p, t: F.huber_loss(p, t, delta=delta)
        case {"type": "sum", "parts": [*parts]}:
            fns = [build(part) for part in parts]
            return lambda p, t: sum(f(p, t) for f in fns)
        case {"type": "scaled", "by": float() | int() as k, **rest}:
            inner = build(rest["of"])
            return lambda p, t: k * inner(p, t)
        case [first, *_] if len(spec) > 2:
            return build(first)
        case str(name) if hasattr(F, name):
            return getattr(F, name)
        case _:
            raise ValueError(f"cannot build {spec!r}")

p = torch.tensor([0.0, 2.0, -3.0])
t = torch.tensor([0.5, 0.0, 0.0])
for spec in [None, "l2", ("huber", 0.5), {"type": "sum", "parts": ["mse", "l1_loss"]},
             {"type": "scaled", "by": 3, "of": "mse"}, ["mse", 1, 2], "smooth_l1_loss"]:
    print(spec, "->", build(spec)(p, t))
try:
    build(42)
except ValueError as e:
    print(e)
