"""Makes optimizers.json: the curves of torch.optim's optimisers and schedulers, each option away from its default at least once.

    python3 engine/testdata/pytorch/record_optimizers.py        (PyTorch 2.13, CPU, one thread)

Models, data and batches are those of training_curves.json. `drift32` and `drift64` say for how many steps PyTorch agrees with itself when
its initial parameters are rounded otherwise.
"""

import json
import os

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
here = os.path.dirname(os.path.abspath(__file__))
curves = json.load(open(os.path.join(here, "training_curves.json")))
STEPS = 120
DATASET = "line32"

mse = "def forward(predictions, targets):\n    return torch.mean((predictions - targets) ** 2)\n"
huber = "def forward(predictions, targets):\n    return F.huber_loss(predictions, targets)\n"

OPTIMIZERS = {
    "SGD": (
        0.05,
        [
            {},
            {"momentum": 0.9},
            {"momentum": 0.9, "dampening": 0.3},
            {"weight_decay": 0.05},
            {"momentum": 0.8, "nesterov": True, "weight_decay": 0.01},
        ],
    ),
    "Adam": (
        0.02,
        [{}, {"betas": (0.5, 0.9)}, {"eps": 0.01}, {"weight_decay": 0.05}, {"amsgrad": True, "betas": (0.8, 0.9)}],
    ),
    "AdamW": (
        0.02,
        [{}, {"betas": (0.5, 0.9)}, {"eps": 0.01}, {"weight_decay": 0.5}, {"amsgrad": True, "betas": (0.8, 0.9)}],
    ),
    "NAdam": (
        0.02,
        [
            {},
            {"betas": (0.5, 0.9)},
            {"eps": 0.01},
            {"weight_decay": 0.05},
            {"momentum_decay": 0.1},
            {"weight_decay": 0.5, "decoupled_weight_decay": True},
        ],
    ),
    "RMSprop": (
        0.01,
        [
            {},
            {"alpha": 0.9},
            {"eps": 0.01},
            {"weight_decay": 0.05},
            {"momentum": 0.8},
            {"centered": True},
            {"centered": True, "momentum": 0.5, "weight_decay": 0.01},
        ],
    ),
    "Adagrad": (
        0.1,
        [{}, {"lr_decay": 0.05}, {"weight_decay": 0.05}, {"initial_accumulator_value": 0.5}, {"eps": 0.1}],
    ),
}

SCHEDULERS = [
    ("CosineAnnealingLR", {"T_max": STEPS}, "SGD", {}),
    ("CosineAnnealingLR", {"T_max": 37, "eta_min": 0.001}, "Adam", {}),
    ("StepLR", {"step_size": 30}, "RMSprop", {}),
    ("StepLR", {"step_size": 17, "gamma": 0.6}, "NAdam", {}),
    ("ExponentialLR", {"gamma": 0.97}, "AdamW", {"weight_decay": 0.5}),
    ("LinearLR", {}, "Adagrad", {}),
    ("LinearLR", {"start_factor": 1.0, "end_factor": 0.1, "total_iters": 80}, "SGD", {"momentum": 0.9}),
    ("OneCycleLR", {"max_lr": 0.1, "total_steps": STEPS}, "SGD", {}),
    ("OneCycleLR", {"max_lr": 0.05, "total_steps": STEPS}, "SGD", {"momentum": 0.9, "nesterov": True}),
    ("OneCycleLR", {"max_lr": 0.05, "total_steps": STEPS, "pct_start": 0.15}, "Adam", {}),
    ("OneCycleLR", {"max_lr": 0.05, "total_steps": STEPS, "anneal_strategy": "linear"}, "AdamW", {}),
    ("OneCycleLR", {"max_lr": 0.03, "total_steps": STEPS, "three_phase": True}, "NAdam", {}),
    ("OneCycleLR", {"max_lr": 0.02, "total_steps": 2 * STEPS, "base_momentum": 0.5, "max_momentum": 0.8}, "RMSprop", {}),
    ("OneCycleLR", {"max_lr": 0.3, "total_steps": STEPS, "cycle_momentum": False}, "Adagrad", {}),
    (
        "OneCycleLR",
        {"max_lr": 0.03, "total_steps": STEPS, "cycle_momentum": False, "div_factor": 5.0, "final_div_factor": 10.0},
        "Adam",
        {},
    ),
    ("OneCycleLR", {"max_lr": 0.05, "total_steps": STEPS, "pct_start": 0.0}, "SGD", {"momentum": 0.5}),
]


def parameters(model, dtype, change):
    draws = torch.Generator().manual_seed(change)
    found = {}
    for name, stored in curves["models"][model]["params"].items():
        value = torch.tensor(stored["data"], dtype=dtype).reshape(stored["shape"])
        signs = torch.randint(-1, 2, value.shape, generator=draws).to(dtype)
        if change > 0:
            value = value * (1 + signs * torch.finfo(dtype).eps)
        found[name] = value.requires_grad_(True)
    return found


def predict(model, p, x):
    if model == "linear":
        return x @ p["fc.weight"].T + p["fc.bias"]
    first = torch.tanh(x @ p["fc1.weight"].T + p["fc1.bias"])
    second = torch.tanh(first @ p["fc2.weight"].T + p["fc2.bias"])
    return second @ p["fc3.weight"].T + p["fc3.bias"]


def curve(case, dtype, change=0):
    torch.set_default_dtype(dtype)
    scope = {"torch": torch, "F": F}
    exec(case["program"], scope)
    p = parameters(case["model"], dtype, change)
    data = curves["datasets"][DATASET]
    x, y = torch.tensor(data["x"], dtype=dtype), torch.tensor(data["y"], dtype=dtype)
    optimizer = getattr(torch.optim, case["optimizer"]["name"])(list(p.values()), **case["optimizer"]["kwargs"])
    scheduler = None
    if "scheduler" in case:
        made = getattr(torch.optim.lr_scheduler, case["scheduler"]["name"])
        scheduler = made(optimizer, **case["scheduler"]["kwargs"])
    losses, lrs = [], []
    for step in range(STEPS):
        rows = data["batches"][step] if case["batching"] == "mini" else list(range(len(data["x"])))
        optimizer.zero_grad()
        loss = scope["forward"](predict(case["model"], p, x[rows]), y[rows])
        loss.backward()
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if scheduler is not None:
            scheduler.step()
        losses.append(loss.item())
    torch.set_default_dtype(torch.float32)
    return losses, lrs


def stable(losses, others, limit):
    floor = 1e-3 * abs(losses[0])
    for step, value in enumerate(losses):
        if any(abs(other[step] - value) > limit * max(abs(value), floor) for other in others):
            return step
    return len(losses)


def recorded(case):
    losses64, lrs = curve(case, torch.float64)
    losses32, _ = curve(case, torch.float32)
    case["losses32"] = [float(f"{loss:.8g}") for loss in losses32]
    case["losses64"] = losses64
    if "scheduler" in case:
        case["lrs"] = lrs
    changes = range(1, 5)
    case["drift32"] = {"stable_steps_1e-3": stable(losses32, [curve(case, torch.float32, i)[0] for i in changes], 1e-3)}
    case["drift64"] = {"stable_steps_1e-8": stable(losses64, [curve(case, torch.float64, i)[0] for i in changes], 1e-8)}
    print(case["id"], case["drift32"], case["drift64"])
    return case


def described(kwargs):
    return ",".join(kwargs) or "defaults"


cases = []
for name, (lr, choices) in OPTIMIZERS.items():
    for i, kwargs in enumerate(choices):
        for model, program, batching in (("linear", mse, "full"), ("mlp_tanh", huber, "mini")):
            cases.append(
                {
                    "id": f"o/{name}/{described(kwargs)}/{model}",
                    "section": "curves",
                    "model": model,
                    "dataset": DATASET,
                    "program": program,
                    "optimizer": {"name": name, "kwargs": {"lr": lr, **kwargs}},
                    "batching": batching,
                }
            )
for i, (name, kwargs, optimizer, options) in enumerate(SCHEDULERS):
    cases.append(
        {
            "id": f"o/{name}/{i}/{optimizer}",
            "section": "curves",
            "model": "mlp_tanh" if i % 2 else "linear",
            "dataset": DATASET,
            "program": huber,
            "optimizer": {"name": optimizer, "kwargs": {"lr": OPTIMIZERS[optimizer][0], **options}},
            "scheduler": {"name": name, "kwargs": kwargs},
            "batching": "full",
        }
    )

content = {
    "meta": {"file": "optimizers.json", "torch": torch.__version__, "generator": "record_optimizers.py"},
    "models": {name: curves["models"][name] for name in ("linear", "mlp_tanh")},
    "datasets": {DATASET: curves["datasets"][DATASET]},
}
rows = ",\n".join(json.dumps(recorded(case), separators=(",", ":")) for case in cases)
head = json.dumps(content, separators=(",", ":"))
with open(os.path.join(here, "optimizers.json"), "w") as file:
    file.write(f'{head[:-1]},"cases":[\n{rows}\n]}}\n')
