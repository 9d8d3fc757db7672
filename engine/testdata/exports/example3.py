"""example3, Adam: a run of Losslab in PyTorch.

Data: Auto MPG · horsepower → mpg. Model: MLP 1-32-32-1, tanh. Adam, lr 0.01, batches of 64, seed
0, 2000 steps.
Losslab draws PyTorch's random numbers: initial parameters and batches are the same, and so is the
curve, until rounding tells them apart.

    python train.py                          one process
    torchrun --nproc_per_node 2 train.py     several, each with its share of every batch
"""
import os

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

STEPS = 2000
BATCH = 64
RANK = int(os.environ.get("RANK", 0))
WORLD = int(os.environ.get("WORLD_SIZE", 1))

INPUT = [
    130, 165, 150, 150, 140, 198, 220, 215, 225, 190, 170, 160, 150, 225, 95, 95, 97, 85, 88, 46,
    87, 90, 95, 113, 90, 215, 200, 210, 193, 88, 90, 95, 100, 105, 100, 88, 100, 165, 175, 153, 150,
    180, 170, 175, 110, 72, 100, 88, 86, 90, 70, 76, 65, 69, 60, 70, 95, 80, 54, 90, 86, 165, 175,
    150, 153, 150, 208, 155, 160, 190, 97, 150, 130, 140, 150, 112, 76, 87, 69, 86, 92, 97, 80, 88,
    175, 150, 145, 137, 150, 198, 150, 158, 150, 215, 225, 175, 105, 100, 100, 88, 95, 46, 150, 167,
    170, 180, 100, 88, 72, 94, 90, 85, 107, 90, 145, 230, 49, 75, 91, 112, 150, 110, 122, 180, 95,
    100, 100, 67, 80, 65, 75, 100, 110, 105, 140, 150, 150, 140, 150, 83, 67, 78, 52, 61, 75, 75,
    75, 97, 93, 67, 95, 105, 72, 72, 170, 145, 150, 148, 110, 105, 110, 95, 110, 110, 129, 75, 83,
    100, 78, 96, 71, 97, 97, 70, 90, 95, 88, 98, 115, 53, 86, 81, 92, 79, 83, 140, 150, 120, 152,
    100, 105, 81, 90, 52, 60, 70, 53, 100, 78, 110, 95, 71, 70, 75, 72, 102, 150, 88, 108, 120, 180,
    145, 130, 150, 68, 80, 58, 96, 70, 145, 110, 145, 130, 110, 105, 100, 98, 180, 170, 190, 149,
    78, 88, 75, 89, 63, 83, 67, 78, 97, 110, 110, 48, 66, 52, 70, 60, 110, 140, 139, 105, 95, 85,
    88, 100, 90, 105, 85, 110, 120, 145, 165, 139, 140, 68, 95, 97, 75, 95, 105, 85, 97, 103, 125,
    115, 133, 71, 68, 115, 85, 88, 90, 110, 130, 129, 138, 135, 155, 142, 125, 150, 71, 65, 80, 80,
    77, 125, 71, 90, 70, 70, 65, 69, 90, 115, 115, 90, 76, 60, 70, 65, 90, 88, 90, 90, 78, 90, 75,
    92, 75, 65, 105, 65, 48, 48, 67, 67, 67, 67, 62, 132, 100, 88, 72, 84, 84, 92, 110, 84, 58, 64,
    60, 67, 65, 62, 68, 63, 65, 65, 74, 75, 75, 100, 74, 80, 76, 116, 120, 110, 105, 88, 85, 88, 88,
    88, 85, 84, 90, 92, 74, 68, 68, 63, 70, 88, 75, 70, 67, 67, 67, 110, 85, 92, 112, 96, 84, 90,
    86, 52, 84, 79, 82,
]  # horsepower, in hp
TARGETS = [
    [
        18, 15, 18, 16, 17, 15, 14, 14, 14, 15, 15, 14, 15, 14, 24, 22, 18, 21, 27, 26, 25, 24, 25,
        26, 21, 10, 10, 11, 9, 27, 28, 25, 19, 16, 17, 19, 18, 14, 14, 14, 14, 12, 13, 13, 18, 22,
        19, 18, 23, 28, 30, 30, 31, 35, 27, 26, 24, 25, 23, 20, 21, 13, 14, 15, 14, 17, 11, 13, 12,
        13, 19, 15, 13, 13, 14, 18, 22, 21, 26, 22, 28, 23, 28, 27, 13, 14, 13, 14, 15, 12, 13, 13,
        14, 13, 12, 13, 18, 16, 18, 18, 23, 26, 11, 12, 13, 12, 18, 20, 21, 22, 18, 19, 21, 26, 15,
        16, 29, 24, 20, 19, 15, 24, 20, 11, 20, 19, 15, 31, 26, 32, 25, 16, 16, 18, 16, 13, 14, 14,
        14, 29, 26, 26, 31, 32, 28, 24, 26, 24, 26, 31, 19, 18, 15, 15, 16, 15, 16, 14, 17, 16, 15,
        18, 21, 20, 13, 29, 23, 20, 23, 24, 25, 24, 18, 29, 19, 23, 23, 22, 25, 33, 28, 25, 25, 26,
        27, 17.5, 16, 15.5, 14.5, 22, 22, 24, 22.5, 29, 24.5, 29, 33, 20, 18, 18.5, 17.5, 29.5, 32,
        28, 26.5, 20, 13, 19, 19, 16.5, 16.5, 13, 13, 13, 31.5, 30, 36, 25.5, 33.5, 17.5, 17, 15.5,
        15, 17.5, 20.5, 19, 18.5, 16, 15.5, 15.5, 16, 29, 24.5, 26, 25.5, 30.5, 33.5, 30, 30.5, 22,
        21.5, 21.5, 43.1, 36.1, 32.8, 39.4, 36.1, 19.9, 19.4, 20.2, 19.2, 20.5, 20.2, 25.1, 20.5,
        19.4, 20.6, 20.8, 18.6, 18.1, 19.2, 17.7, 18.1, 17.5, 30, 27.5, 27.2, 30.9, 21.1, 23.2,
        23.8, 23.9, 20.3, 17, 21.6, 16.2, 31.5, 29.5, 21.5, 19.8, 22.3, 20.2, 20.6, 17, 17.6, 16.5,
        18.2, 16.9, 15.5, 19.2, 18.5, 31.9, 34.1, 35.7, 27.4, 25.4, 23, 27.2, 23.9, 34.2, 34.5,
        31.8, 37.3, 28.4, 28.8, 26.8, 33.5, 41.5, 38.1, 32.1, 37.2, 28, 26.4, 24.3, 19.1, 34.3,
        29.8, 31.3, 37, 32.2, 46.6, 27.9, 40.8, 44.3, 43.4, 36.4, 30, 44.6, 33.8, 29.8, 32.7, 23.7,
        35, 32.4, 27.2, 26.6, 25.8, 23.5, 30, 39.1, 39, 35.1, 32.3, 37, 37.7, 34.1, 34.7, 34.4,
        29.9, 33, 33.7, 32.4, 32.9, 31.6, 28.1, 30.7, 25.4, 24.2, 22.4, 26.6, 20.2, 17.6, 28, 27,
        34, 31, 29, 27, 24, 36, 37, 31, 38, 36, 36, 36, 34, 38, 32, 38, 25, 38, 26, 22, 32, 36, 27,
        27, 44, 32, 28, 31,
    ],  # mpg, in mpg
]

if WORLD > 1:
    dist.init_process_group("gloo")


class Whole(torch.autograd.Function):
    """
    The predictions of the whole batch from every process's share, so that the loss sees what it
    would see in one process, whatever it does with a batch. Every process then computes the same
    loss and the same gradient of it. It sends back its own share's part of that, times WORLD:
    DistributedDataParallel averages over processes, and the average of those is the sum of the
    parts, however unequal the shares.
    """

    @staticmethod
    def forward(ctx, share, count):
        whole = share.new_zeros(count, *share.shape[1:])
        whole[RANK::WORLD] = share
        dist.all_reduce(whole)
        return whole

    @staticmethod
    def backward(ctx, grad):
        return grad[RANK::WORLD] * WORLD, None


torch.manual_seed(0)

# Four fifths of the rows, drawn at random, are for training.
order = torch.randperm(len(INPUT))
training, validation = order[:314], order[314:]


def standard(values):
    """In units of the training rows' mean and standard deviation."""
    mean, scale = values[training].mean(), values[training].std()
    if not scale > 1e-14 * abs(mean):
        scale = torch.ones_like(scale)  # all the same
    return ((values - mean) / scale).float().unsqueeze(1), (mean.item(), scale.item())


x, _ = standard(torch.tensor(INPUT, dtype=torch.float64))
y, units = zip(*[standard(torch.tensor(column, dtype=torch.float64)) for column in TARGETS])

model = nn.Sequential(
    nn.Linear(1, 32),
    nn.Tanh(),
    nn.Linear(32, 32),
    nn.Tanh(),
    nn.Linear(32, 1),
)
shared = DistributedDataParallel(model) if WORLD > 1 else model

# The loss.

import torch
import torch.nn as nn

class MyComplexLoss(nn.Module):
    def __init__(self):
        super(MyComplexLoss, self).__init__()

    def forward(self, predictions, targets):
        diff = predictions - targets
        squared_diff = diff * diff
        weighted_squared_diff = squared_diff * torch.exp(-torch.abs(diff)) #example weighting
        total_loss = torch.sum(weighted_squared_diff) / predictions.numel() # ensures scalar output.
        return total_loss


#Example Usage
loss_fn = MyComplexLoss()
predictions = torch.randn(10)
targets = torch.randn(10)
loss = loss_fn(predictions, targets)
print(loss.item()) # prints a scalar value


criterion = MyComplexLoss()
optimizer = torch.optim.Adam([*model.parameters(), *criterion.parameters()], lr=0.01)


def predict(inputs):
    if WORLD == 1:
        return model(inputs)
    return Whole.apply(shared(inputs[RANK::WORLD]), len(inputs))


def train():
    """Takes all steps; the loss of each step's batch before its update."""
    history, queue = [], []
    for step in range(STEPS):
        if len(queue) == 0:
            queue = training[torch.randperm(len(training))]
        rows, queue = queue[:BATCH], queue[BATCH:]
        optimizer.zero_grad()
        loss = criterion(predict(x[rows]), y[0][rows])
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history


def report(history):
    for step in sorted({*range(0, STEPS, max(1, STEPS // 20)), STEPS - 1}):
        print(f"step {step:7d}   loss {history[step]:.7g}")
    with torch.no_grad():
        predicted = model(x[validation]).double() * units[0][1] + units[0][0]
    for name, column, (mean, scale) in zip(["mpg"], y, units):
        residual = predicted - (column[validation].double() * scale + mean)
        print(f"validation, {name}: MSE {(residual**2).mean().item():.7g}, MAE {residual.abs().mean().item():.7g}")


if __name__ == "__main__":
    history = train()
    if RANK == 0:
        report(history)
    if WORLD > 1:
        dist.destroy_process_group()
