"""Records steps of aggregators that remember and gradients of scalarizers, from the definitions in their papers, as TorchJD has them.

    python3 engine/testdata/vector/record.py        (where Python has torch)

Weights where there are any, else the direction; three calls one after another on three Jacobians, then on the first again.
"""
import json
from pathlib import Path

import torch

torch.set_default_dtype(torch.float64)
base = torch.tensor([[-4.0, 1.0, 1.0], [6.0, 1.0, 1.0]])
other = torch.tensor([[1.0, 2.0, -1.0], [-2.0, 1.0, 0.5]])
third = torch.tensor([[0.5, -1.0, 2.0], [1.0, 1.0, 1.0]])
calls = [base, other, third, base]


def simplex(y):
    u = torch.sort(y, descending=True)[0]
    levels = (u.cumsum(0) - 1) / torch.arange(1.0, len(y) + 1)
    return (y - levels[(u > levels).nonzero()[-1]]).clamp(min=0)


def mgda(g):
    a = torch.full((len(g),), 1 / len(g))
    for _ in range(100):
        t = torch.argmin(g @ a)
        x, y, z = g[t] @ a, a @ g @ a, g[t, t]
        gamma = 1.0 if z <= x else 0.0 if y <= x else (y - x) / (y + z - 2 * x)
        a = (1 - gamma) * a + gamma * torch.eye(len(g))[t]
        if gamma < 1e-3:
            break
    return a


def gradvac(beta=0.5, eps=1e-8):
    phi = torch.zeros(2, 2)

    def step(j):
        total = torch.zeros(j.shape[1])
        for i, k in ((0, 1), (1, 0)):  # with two components there is one order only
            g, h = j[i].clone(), j[k]
            cos = g @ h / (g.norm() * h.norm() + eps)
            hat = phi[i, k].clone()
            if cos < hat:
                w = g.norm() * (hat * (1 - cos**2).sqrt() - cos * (1 - hat**2).sqrt())
                g = g + w / (h.norm() * (1 - hat**2).sqrt() + eps) * h
            phi[i, k] = (1 - beta) * hat + beta * cos
            total = total + g
        return total

    return step


def excess(eta=1.0, warmup=1):
    state = {"s": 0, "w": torch.full((2,), 0.5), "n": 0, "r0": 0}

    def step(j):
        state["s"] = state["s"] + j**2
        r = (j**2 / torch.sqrt(state["s"] + 1e-7)).sum(1)
        state["n"] += 1
        if state["n"] <= warmup:
            state["r0"] = state["r0"] + r / warmup
        else:
            if warmup == 0 and state["n"] == 1:
                state["r0"] = r
            else:
                r = r / (state["r0"] + 1e-7)
            w = state["w"] * torch.exp(eta * r)
            state["w"] = w / w.sum()
        return state["w"] @ j

    return step


def smoothed(alpha=0.1):
    state = {"w": torch.full((2,), 0.5)}

    def step(j):
        state["w"] = alpha * state["w"] + (1 - alpha) * mgda(j @ j.T)
        return state["w"] @ j

    return step


def modo(gamma=0.1, rho=0.0):
    state = {"w": torch.full((2,), 0.5)}

    def step(j):
        w = state["w"]
        state["w"] = torch.softmax(w - gamma * (j @ j.T @ w + rho * w), 0)
        return state["w"] @ j

    return step


def sdm(lr=10.0, momentum=0.5, n=20, lam=0.3):
    state = {"w": torch.full((2,), 0.5)}

    def step(j):
        g = j @ j.T
        a = g / (g.diagonal().sqrt().mean() ** 2 + 1e-8)
        w, v = state["w"], torch.zeros(2)
        for _ in range(n):
            v = momentum * v + a @ (w + lam / 2)
            w = simplex(w - lr * v)
        state["w"] = w
        return (w + lam / 2) / (1 + lam) @ j

    return step


steps = {
    "GradVac": ({}, gradvac()),
    "GradVac, beta 0.1": ({"beta": 0.1}, gradvac(0.1)),
    "ExcessMTL": ({}, excess()),
    "ExcessMTL, no warmup": ({"n_warmup_steps": 0, "robust_step_size": 0.1}, excess(0.1, 0)),
    "CRMOGM": ({}, smoothed()),
    "CRMOGM, alpha 0.9": ({"alpha": 0.9}, smoothed(0.9)),
    "MoDo": ({}, modo()),
    "MoDo, rho 2": ({"gamma": 0.02, "rho": 2}, modo(0.02, 2)),
    "SDMGrad": ({}, sdm()),
    "SDMGrad, lr 0.1": ({"lr": 0.1, "lambda_": 1, "n_iter": 5}, sdm(0.1, 0.5, 5, 1)),
}
remembering = [
    {"name": name.split(",")[0], "parameters": given, "steps": [step(j).tolist() for j in calls]}
    for name, (given, step) in steps.items()
]

values = [[1.0, 2.0, 4.0], [0.3, 0.30001, 0.29], [7.0, 0.01, 3.0]]
scalarizers = {
    "GeometricMean": ({}, lambda v: v.log().mean().exp()),
    "STCH": ({"mu": 0.5}, lambda v: 0.5 * torch.logsumexp(v / 3 / 0.5, 0)),
    "COSMOS": ({"lambda_": 2}, lambda v: v.mean() - 2 * torch.cosine_similarity(v, torch.full((3,), 1 / 3), 0)),
    "PBI": (
        {"theta": 5},
        lambda v: v.sum() / 3**0.5 + 5 * torch.sqrt(((v - v.mean()) ** 2).sum() + 1e-12),
    ),
}
gradients = []
for name, (given, function) in scalarizers.items():
    for point in values:
        leaf = torch.tensor(point, requires_grad=True)
        function(leaf).backward()
        gradients.append({"name": name, "parameters": given, "values": point, "weights": leaf.grad.tolist()})

# G w = w^(-1/α) by scipy, as TorchJD solves it.
from scipy.optimize import least_squares  # noqa: E402

fair = []
for matrix in (base, other, third):
    g = (matrix @ matrix.T).numpy()
    for alpha in (0.5, 1.0, 2.0, 5.0):
        found = least_squares(lambda x: g @ x - (1 / x) ** (1 / alpha), [0.5, 0.5], bounds=(0, float("inf")), xtol=1e-15, ftol=1e-15, gtol=1e-15)
        fair.append({"jacobian": matrix.tolist(), "alpha": alpha, "weights": found.x.tolist()})

aligned = []
for matrix in (base, torch.tensor([[1.0, 0, 0], [-1, 1, 0], [0, -1, 2]])):
    g = matrix @ matrix.T
    values_, vectors = torch.linalg.eigh(g)
    for place, scale in enumerate((values_.min(), values_.median(), values_.mean())):
        b = scale.sqrt() * vectors @ torch.diag(1 / values_.sqrt()) @ vectors.T
        aligned.append({"jacobian": matrix.tolist(), "scale_mode": place, "weights": b.mean(1).tolist()})

Path(__file__).with_name("recorded.json").write_text(
    json.dumps(
        {
            "jacobians": [j.tolist() for j in calls],
            "remembering": remembering,
            "scalarizers": gradients,
            "fair": fair,
            "aligned": aligned,
        },
        indent=1,
    )
    + "\n"
)
