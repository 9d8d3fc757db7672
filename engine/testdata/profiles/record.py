"""Records what PyTorch makes of one sample's loss along its axis: value, slope and curvature, by autograd in float64.

Run where Python has torch: python3 engine/testdata/profiles/record.py
"""

import json
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: F401, losses use it

torch.set_default_dtype(torch.float64)

TARGETS = [0.5, -1.0, 2.0, -0.25, 1.5, -2.0]
MISSES = [4.0, -0.5, 0.25, -3.0, 1.0, 2.0]
LOGITS = [0.5, -1.25, 2.0, -0.25, 1.5, -2.0]
ONES = [1.0, 0.0, 1.0, 0.0, 0.0, 1.0]
LABELS = [0, 1, 2, 1, 0, 2]

numbers = [i / 2 for i in range(-12, 13)]
shares = [i / 8 for i in range(1, 8)]

D = "    d = predictions - targets\n"
CASES = [
    ("squared error", "numbers", "alone", None, D + "    return (d ** 2).mean()\n"),
    ("absolute error", "numbers", "alone", None, D + "    return d.abs().mean()\n"),
    ("redescending", "numbers", "alone", None, D + "    return (d * d * torch.exp(-torch.abs(d))).sum() / predictions.numel()\n"),
    ("Huber, a vector", "numbers", "alone", None, "    return F.huber_loss(predictions, targets, delta=1.25, reduction='none')\n"),
    ("log-cosh", "numbers", "alone", None, D + "    return torch.log(torch.cosh(d)).mean()\n"),
    ("pinball", "numbers", "alone", None, "    e = targets - predictions\n    return torch.maximum(0.9 * e, -0.1 * e).sum()\n"),
    ("root mean squared error", "numbers", "held", 2, D + "    return torch.sqrt((d ** 2).mean())\n"),
    ("cosine distance", "numbers", "held", 3, "    return 1 - (predictions * targets).sum() / (predictions.norm() * targets.norm())\n"),
    ("cross entropy of logits, a one", "logits", "alone", 1, "    return F.binary_cross_entropy_with_logits(predictions, targets)\n"),
    ("weighted cross entropy of logits, a zero", "logits", "alone", 0, "    return F.binary_cross_entropy_with_logits(predictions, targets, pos_weight=torch.tensor(3.0, dtype=predictions.dtype))\n"),
    ("cross entropy of probabilities", "probabilities", "alone", 1, "    return F.binary_cross_entropy(predictions, targets)\n"),
    ("cross entropy of classes", "classes", "alone", 2, "    return F.cross_entropy(predictions, targets)\n"),
]


def forward_of(body):
    names = {"torch": torch, "F": F}
    exec("def forward(predictions, targets):\n" + body, names)
    return names["forward"]


def column(values):
    return torch.tensor(values).reshape(-1, 1)


def batch(on):
    if on == "numbers":
        return column(TARGETS) + column(MISSES), column(TARGETS)
    if on == "logits":
        return column(LOGITS), column(ONES)
    if on == "probabilities":
        return torch.sigmoid(column(LOGITS)), column(ONES)
    return torch.tensor(LOGITS * 3).reshape(6, 3), torch.tensor(LABELS)


def placed(on, others, chosen, x):
    """Predictions, targets and the direction in which the place moves them."""
    predictions, targets = batch(on)
    if others == "held":
        moved, direction = predictions.clone(), torch.zeros_like(predictions)
        moved[chosen] = targets[chosen] + x
        direction[chosen] = 1.0
        return moved, targets, direction
    if on == "numbers":
        return targets[:1] + x, targets[:1], torch.ones(1, 1)
    if on == "classes":
        row, direction = torch.zeros(1, 3), torch.zeros(1, 3)
        row[0, chosen], direction[0, chosen] = x, 1.0
        return row, torch.tensor([chosen]), direction
    target = column([float(chosen)])
    if on == "probabilities":
        return column([x]), target, torch.ones(1, 1)
    sign = 2 * chosen - 1
    return column([sign * x]), target, column([float(sign)])


def measured(case):
    name, on, others, chosen, body = case
    forward = forward_of(body)
    at = shares if on == "probabilities" else numbers
    values, slopes, curvatures = [], [], []
    for x in at:
        predictions, targets, direction = placed(on, others, chosen, x)
        predictions.requires_grad_()
        loss = forward(predictions, targets).sum()
        (gradient,) = torch.autograd.grad(loss, predictions, create_graph=True)
        slope = (gradient * direction).sum()
        curvature = torch.zeros(())
        if slope.requires_grad:
            (change,) = torch.autograd.grad(slope, predictions, allow_unused=True)
            curvature = torch.zeros(()) if change is None else (change * direction).sum()
        factor = len(targets) if others == "held" else 1
        values.append(loss.item())
        slopes.append(factor * slope.item())
        curvatures.append(factor * curvature.item())
    predictions, targets = batch(on)
    return {
        "name": name,
        "on": on,
        "others": others,
        "chosen": chosen,
        "body": body,
        "predictions": predictions.flatten().tolist(),
        "targets": targets.flatten().tolist(),
        "width": predictions.shape[1],
        "at": at,
        "values": values,
        "slopes": slopes,
        "curvatures": curvatures,
    }


out = {"torch": torch.__version__, "cases": [measured(case) for case in CASES]}
Path(__file__).with_name("expected.json").write_text(json.dumps(out, indent=1) + "\n")
print(len(CASES))
