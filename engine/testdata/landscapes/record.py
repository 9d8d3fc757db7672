"""Records what PyTorch makes of a run's loss and its mean squared error around where it ended: over planes of two random filter-normalised
directions, of the path's principal ones, and of two parameters.

Run where Python has torch: python3 engine/testdata/landscapes/record.py
"""

import json
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: F401, losses use it

ROWS, STEPS, BATCH, SEED = 40, 30, 16, 3
X = [round(-2 + 4 * i / (ROWS - 1), 6) for i in range(ROWS)]
Y = [round(float(torch.sin(torch.tensor(1.5 * x))) + 0.1 * ((7 * i) % 5 - 2), 6) for i, x in enumerate(X)]
PLACES = [(-1.0 + 0.5 * i, -0.75 + 0.5 * j) for j in range(4) for i in range(5)]

D = "    d = predictions - targets\n"
CASES = [
    ("the mean squared error of a line, over its weight and bias", [], "parameters", None, "refuse", D + "    return (d ** 2).mean()\n"),
    ("the log-cosh of a network, over random directions", [8], "random", None, "refuse", D + "    return torch.log(torch.cosh(d)).mean()\n"),
    ("a deep network's Huber loss, over random directions", [6, 5], "random", None, "refuse", "    return F.huber_loss(predictions, targets, delta=0.5)\n"),
    ("the sum of two components, over its path", [8], "path", None, "sum", D + "    return torch.stack([(d ** 2).mean(), d.abs().mean()])\n"),
    ("one of two components, over its path", [8], "path", 1, "sum", D + "    return torch.stack([(d ** 2).mean(), d.abs().mean()])\n"),
    ("a loss of pairs, over two parameters", [4], "parameters", None, "refuse", D + "    return torch.cdist(d, d).mean() + (d ** 2).mean()\n"),
]


def forward_of(body):
    names = {"torch": torch, "F": F}
    exec("def forward(predictions, targets):\n" + body, names)
    return names["forward"]


def model_of(widths):
    layers, width = [], 1
    for following in widths:
        layers += [torch.nn.Linear(width, following), torch.nn.Tanh()]
        width = following
    return torch.nn.Sequential(*layers, torch.nn.Linear(width, 1))


def flat(model):
    return torch.cat([p.detach().reshape(-1) for p in model.parameters()])


def fill(model, numbers):
    at = 0
    for p in model.parameters():
        p.data.copy_(numbers[at : at + p.numel()].reshape(p.shape))
        at += p.numel()


def filter_normalised(direction, model):
    """Li et al. 2018: d_ij <- d_ij / |d_ij| * |theta_ij|; what has less than two dims stays (biases ignored)."""
    at, parts = 0, []
    for p in model.parameters():
        d = direction[at : at + p.numel()].reshape(p.shape).clone()
        at += p.numel()
        if p.dim() < 2:
            d.zero_()
        else:
            for row, weights in zip(d, p.detach()):
                row.mul_(weights.norm() / row.norm())
        parts.append(d.reshape(-1))
    return torch.cat(parts)


def recorded(name, widths, plane, component, handling, body):
    forward = forward_of(body)
    x, y = torch.tensor(X).reshape(-1, 1), torch.tensor(Y).reshape(-1, 1)
    torch.manual_seed(SEED)
    order = torch.randperm(ROWS)
    rows = order[: round(0.8 * ROWS)]
    model = model_of(widths)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    path, step = [flat(model)], 0
    while step < STEPS:
        epoch = torch.randperm(len(rows))
        for begin in range(0, len(rows), BATCH):
            if step == STEPS:
                break
            batch = rows[epoch[begin : begin + BATCH]]
            optimizer.zero_grad()
            loss = forward(model(x[batch]), y[batch])
            loss.sum().backward()
            optimizer.step()
            step += 1
            path.append(flat(model))
    end = path[-1]
    if plane == "random":
        torch.manual_seed(7)
        across, up = [filter_normalised(torch.randn(end.numel()), model) for _ in range(2)]
        origin = end
    elif plane == "path":
        matrix = torch.stack(path).double()
        _, _, directions = torch.linalg.svd(matrix - matrix.mean(0), full_matrices=False)
        across, up = [d.float() * torch.sign(d[d.abs().argmax()]).float() for d in directions[:2]]
        origin = end
    else:
        chosen = [0, 1] if not widths else [2, 5]
        across, up = [torch.nn.functional.one_hot(torch.tensor(c), end.numel()).float() for c in chosen]
        origin = end.clone()
        origin[chosen] = 0
    loss, metric = [], []
    for a, b in PLACES:
        fill(model, origin + a * across + b * up)
        with torch.no_grad():
            predictions = model(x[rows])
            value = forward(predictions, y[rows])
            value = value[component] if component is not None else value.sum() if handling == "sum" else value.mean()
            loss.append(float(value))
            metric.append(float(((predictions - y[rows]) ** 2).mean()))
    return {
        "name": name,
        "widths": widths,
        "plane": plane,
        "component": component,
        "handling": handling,
        "body": body,
        "end": end.tolist(),
        "across": across.tolist(),
        "up": up.tolist(),
        "loss": loss,
        "metric": metric,
    }


out = {
    "torch": torch.__version__,
    "x": X,
    "y": Y,
    "steps": STEPS,
    "batch": BATCH,
    "seed": SEED,
    "places": PLACES,
    "cases": [recorded(*case) for case in CASES],
}
Path(__file__).with_name("expected.json").write_text(json.dumps(out, indent=1) + "\n")
