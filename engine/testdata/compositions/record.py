"""Random compositions of ops as losses, and what PyTorch makes of each in float64: its value, its gradient, and whether its own gradcheck agrees.

Some hold a part of the predictions back from the gradient (detach), so that a gradient may be wrong for the value.
Run where Python has torch: python3 engine/testdata/compositions/record.py
"""

import json
import random
from pathlib import Path

import torch
import torch.nn.functional as F

COUNT = 200
PREDICTIONS = [0.83, -1.27, 1.91, -0.36, 0.58, -2.14, 1.33, -0.71]
TARGETS = [0.45, -0.9, 1.2, 0.25, -0.65, -1.75, 2.05, 0.15]

UNARY = [
    "torch.tanh({0})", "torch.sigmoid({0})", "F.softplus({0})", "torch.sin({0})", "torch.cos({0})", "{0}.abs()",
    "torch.sqrt({0} ** 2 + 0.3)", "torch.log(1.2 + {0} ** 2)", "torch.exp(-{0}.abs())", "torch.exp(-({0} ** 2))",
    "({0} ** 2)", "({0} ** 3)", "F.relu({0} + 0.11)", "{0}.clamp(-1.5, 1.6)", "F.silu({0})", "F.gelu({0})",
    "torch.atan({0})", "torch.erf({0})", "F.elu({0})", "(1 / (1 + {0} ** 2))", "torch.log1p({0}.abs())",
    "torch.expm1(0.3 * {0})", "{0}.cumsum(0)", "{0}.flip(0)", "{0}.roll(1, 0)", "({0} - {0}.mean())", "F.logsigmoid({0})",
    "torch.softmax({0}, dim=0)", "torch.log_softmax({0}, dim=0)", "({0} / ({0}.norm() + 0.5))",
]
BINARY = [
    "({0} + {1})", "({0} - {1})", "({0} * {1})", "({0} / (1 + {1} ** 2))", "torch.maximum({0}, {1})", "torch.minimum({0}, {1})",
    "torch.where({0} > 0.07, {0}, 0.5 * {1})", "torch.hypot({0}, {1} + 0.2)", "torch.atan2({0}, 1.5 + {1} ** 2)", "torch.logaddexp({0}, {1})",
]
REDUCTIONS = ["{0}.mean()", "{0}.sum()", "torch.logsumexp({0}, dim=0).sum()", "{0}.norm()", "{0}.var()", "({0} ** 2).mean()", "{0}.median()", "{0}.max()"]


def leaf(draw):
    return draw.choice(["p", "p", "p", "t", "d", "d"])


def expression(draw, depth):
    if depth == 0:
        return leaf(draw)
    if draw.random() < 0.06:
        return f"{expression(draw, depth - 1)}.detach()"
    if draw.random() < 0.6:
        return draw.choice(UNARY).format(expression(draw, depth - 1))
    return draw.choice(BINARY).format(expression(draw, depth - 1), expression(draw, draw.randint(0, depth - 1)))


def composed(draw):
    inner = expression(draw, draw.randint(1, 4))
    return f"def forward(p, t):\n    d = p - t\n    return {draw.choice(REDUCTIONS).format(inner)}\n"


def looked(source):
    names = {"torch": torch, "F": F}
    exec(source, names)
    predictions = torch.tensor(PREDICTIONS, dtype=torch.float64).reshape(-1, 1).requires_grad_()
    targets = torch.tensor(TARGETS, dtype=torch.float64).reshape(-1, 1)
    value = names["forward"](predictions, targets)
    if not value.requires_grad or not torch.isfinite(value):
        return None
    (gradient,) = torch.autograd.grad(value, predictions, allow_unused=True)
    if gradient is None or not torch.isfinite(gradient).all() or gradient.abs().max() < 1e-9:
        return None
    agrees = torch.autograd.gradcheck(lambda p: names["forward"](p, targets), (predictions,), raise_exception=False)
    return {"source": source, "value": value.item(), "gradient": gradient.flatten().tolist(), "agrees": agrees}


draw = random.Random(16)
cases = {}
while len(cases) < COUNT:
    source = composed(draw)
    found = None if source in cases else looked(source)
    if found is not None:
        cases[source] = found
out = {"torch": torch.__version__, "predictions": PREDICTIONS, "targets": TARGETS, "cases": list(cases.values())}
Path(__file__).with_name("expected.json").write_text(json.dumps(out) + "\n")
print(len(cases), "of which gradcheck rejects", sum(not case["agrees"] for case in cases.values()))
