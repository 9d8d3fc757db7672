import torch
x = torch.tensor([-1.5, -0.2, 0.0, 0.7, 2.3], requires_grad=True)
fs = {
    'relu': torch.relu, 'gelu': torch.nn.functional.gelu, 'silu': torch.nn.functional.silu, 'softplus': torch.nn.functional.softplus,
    'elu': torch.nn.functional.elu, 'selu': torch.selu, 'mish': torch.nn.functional.mish, 'hardtanh': torch.nn.functional.hardtanh,
    'softsign': torch.nn.functional.softsign, 'tanhshrink': torch.nn.functional.tanhshrink, 'celu': torch.celu, 'sigmoid': torch.sigmoid,
    'logsigmoid': torch.nn.functional.logsigmoid, 'erf': torch.erf, 'expm1': torch.expm1, 'atan': torch.atan, 'sinh': torch.sinh, 'asinh': torch.asinh,
    'cos': torch.cos, 'square': torch.square, 'sign': torch.sign, 'abs': torch.abs, 'frac': torch.frac, 'hardswish': torch.nn.functional.hardswish,
    'relu6': torch.nn.functional.relu6, 'hardsigmoid': torch.nn.functional.hardsigmoid, 'softshrink': torch.nn.functional.softshrink, 'cube': lambda v: v ** 3,
    'exp2': torch.exp2, 'nan_to_num': torch.nan_to_num, 'clip': lambda v: torch.clip(v, -1, 1), 'hypot': lambda v: torch.hypot(v, torch.ones(5)),
    'lerp': lambda v: torch.lerp(v, torch.ones(5), 0.25), 'addcmul': lambda v: torch.addcmul(v, v, v, value=0.5), 'fmod': lambda v: torch.fmod(v, 0.6),
    'remainder': lambda v: v % 0.6, 'atan2': lambda v: torch.atan2(v, torch.ones(5)), 'logit': lambda v: torch.logit(torch.sigmoid(v)), 'rsqrt': lambda v: torch.rsqrt(v ** 2 + 1),
    'glu': lambda v: torch.nn.functional.glu(v[:4]), 'prelu': lambda v: torch.nn.functional.prelu(v, torch.tensor([0.25])), 'threshold': lambda v: torch.nn.functional.threshold(v, 0.1, 20.),
    'heaviside': lambda v: torch.heaviside(v.detach(), torch.tensor(0.5)) * v, 'copysign': lambda v: torch.copysign(v, torch.tensor(-1.)), 'trunc': torch.trunc,
}
for name, f in fs.items():
    y = f(x)
    g, = torch.autograd.grad(y.sum(), x)
    print(f"{name:<12}", [round(v, 4) for v in y.tolist()], [round(v, 4) for v in g.tolist()])
