/**
 * @file Aggregators in PyTorch: what is short and exact is written out, for the rest TorchJD is called, and then the run is not the same
 * to the last digits.
 */
import type { ChosenAggregator } from "../../engine/vector/handling.ts";

/** Defines `weights(gramian)`: one float64 for each component. */
interface Weights {
  readonly kind: "weights";
  readonly code: string;
}

/** Defines `direction(jacobian)`: the step itself. */
interface Direction {
  readonly kind: "direction";
  readonly code: string;
}

/** Its class in torchjd.aggregation takes the lane's parameters by their names. */
interface InTorchJd {
  readonly kind: "torchjd";
  readonly install: "torchjd" | "torchjd[cagrad]";
  /** Why it is not written out. */
  readonly reason: string;
}

export type AggregatorInPython = Weights | Direction | InTorchJd;

/** Shared by UPGrad and DualProj. TorchJD's norm_eps and reg_eps are both 1e-4, as here. */
const projection = `def project(matrix, floor):
    """The v >= floor with the least v @ matrix @ v: guess which entries lie above, solve, flip what is wrong."""
    free = torch.zeros(len(floor), dtype=torch.bool)
    fewest, patience = len(floor) + 1, 10
    while True:
        v = floor.clone()
        if free.any():
            v[free] = -torch.linalg.solve(matrix[free][:, free], matrix[free][:, ~free] @ floor[~free])
        wrong = torch.where(free, v < floor - 1e-13, matrix @ v < -1e-13).nonzero().flatten()
        if len(wrong) == 0:
            return v
        patience = 10 if len(wrong) < fewest else patience - 1
        fewest = min(fewest, len(wrong))
        # Flipping one at a time, the last one first, ends for certain (Murty 1974).
        free[wrong if patience >= 0 else wrong[-1]] ^= True


def regularised(gramian):
    return gramian / gramian.trace() + 1e-4 * torch.eye(len(gramian), dtype=torch.float64)


`;

export const aggregatorsInPython: Readonly<Record<ChosenAggregator, AggregatorInPython>> = {
  UPGrad: {
    kind: "weights",
    code: `${projection}def weights(gramian):
    """UPGrad (Quinton and Rey 2024): each gradient projected so that it harms no other, then their mean."""
    floors = torch.eye(len(gramian), dtype=torch.float64) / len(gramian)
    if gramian.trace() < 1e-4:
        return floors.sum(0)
    return sum(project(regularised(gramian), floor) for floor in floors)
`,
  },
  DualProj: {
    kind: "weights",
    code: `${projection}def weights(gramian):
    """DualProj (Lopez-Paz and Ranzato 2017): the mean of the gradients, projected so that it harms none."""
    mean = torch.full((len(gramian),), 1 / len(gramian), dtype=torch.float64)
    return mean if gramian.trace() < 1e-4 else project(regularised(gramian), mean)
`,
  },
  MGDA: {
    kind: "weights",
    code: `def weights(gramian):
    """MGDA (Desideri 2012): the shortest average of the gradients, by Frank-Wolfe from their mean."""
    alpha = torch.full((len(gramian),), 1 / len(gramian), dtype=torch.float64)
    for _ in range(100):
        least = torch.argmin(gramian @ alpha)
        a, b, c = gramian[least] @ alpha, alpha @ gramian @ alpha, gramian[least, least]
        gamma = 1.0 if c <= a else 0.0 if b <= a else float((b - a) / (b + c - 2 * a))
        alpha *= 1 - gamma
        alpha[least] += gamma
        if gamma < 1e-3:
            break
    return alpha
`,
  },
  PCGrad: {
    kind: "weights",
    code: `def weights(gramian):
    """PCGrad (Yu et al. 2020): each gradient gives up what points against the others, met in random order."""
    total = torch.zeros(len(gramian), dtype=torch.float64)
    for i in range(len(gramian)):
        own = torch.zeros_like(total)
        own[i] = 1
        for j in torch.randperm(len(gramian)):
            inner = gramian[j] @ own
            if j != i and inner < 0:
                own[j] -= inner / gramian[j, j]
        total += own
    return total
`,
  },
  Random: {
    kind: "weights",
    code: `def weights(gramian):
    """Random weights (Lin et al. 2021)."""
    return torch.softmax(torch.randn(len(gramian)).double(), 0)
`,
  },
  GradDrop: {
    kind: "direction",
    code: `def direction(jacobian):
    """GradDrop (Chen et al. 2020): every parameter follows one sign only, drawn by how strongly the gradients agree."""
    draws = torch.rand(jacobian.shape[1])
    positive, negative = jacobian.clamp(min=0).sum(0), jacobian.clamp(max=0).sum(0)
    purity = 0.5 * (1 + (positive + negative) / (positive - negative))
    return positive * (purity > draws) + negative * (purity < draws)
`,
  },
  CAGrad: { kind: "torchjd", install: "torchjd[cagrad]", reason: "it solves a cone program at every step" },
  IMTLG: {
    kind: "torchjd",
    install: "torchjd",
    reason: "its pseudo-inverse cuts off at a threshold that float32 rounding crosses",
  },
  AlignedMTL: {
    kind: "torchjd",
    install: "torchjd",
    reason: "its spectrum is cut off at a threshold that float32 rounding crosses",
  },
  ConFIG: {
    kind: "torchjd",
    install: "torchjd",
    reason: "its pseudo-inverse cuts off at a threshold that float32 rounding crosses",
  },
};
