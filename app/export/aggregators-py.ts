/**
 * @file Aggregators in PyTorch: what is short and exact is written out, for the rest TorchJD is called, and then the run is not the same
 * to the last digits.
 */
import type { ChosenAggregator } from "../../engine/vector/handling.ts";

/** Python that takes the aggregator's numbers, by name as they are written. */
type Code = (parameters: Readonly<Record<string, string>>) => string;

/** Defines `weights(gramian)`: one float64 for each component. */
interface Weights {
  readonly kind: "weights";
  readonly code: string | Code;
}

/** Defines `direction(jacobian)`: the step itself. */
interface Direction {
  readonly kind: "direction";
  readonly code: string | Code;
}

/** Defines `scalarized(values)`: one number of all components, which a backward starts from. */
interface Scalarized {
  readonly kind: "scalarized";
  readonly code: string | Code;
}

/** Its class in torchjd.aggregation takes the lane's parameters by their names. */
interface InTorchJd {
  readonly kind: "torchjd";
  readonly install: "torchjd" | "torchjd[cagrad]";
  /** Why it is not written out. */
  readonly reason: string;
}

export type AggregatorInPython = Weights | Direction | Scalarized | InTorchJd;

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

/** Shared by FairGrad and Nash-MTL. */
const fair = `def fair(gramian, alpha):
    """G w = w ** (-1 / alpha) with w > 0, by Newton's method."""
    trace = gramian.trace()
    w = torch.ones(len(gramian), dtype=torch.float64)
    if trace == 0:
        return w
    relative = gramian / trace + 1e-10 * torch.eye(len(gramian), dtype=torch.float64)
    for _ in range(100):
        wanted = w ** (-1 / alpha)
        miss = relative @ w - wanted
        if (miss.abs() / wanted.clamp(min=1)).max() < 1e-10:
            break
        step = torch.linalg.solve(relative + torch.diag(wanted / w / alpha), miss)
        falls = step > 0
        # Never to 0 or beyond: there it is not defined.
        share = (0.9 * w[falls] / step[falls]).min().clamp(max=1) if falls.any() else 1
        w = w - share * step
    return w * trace ** (-alpha / (1 + alpha))


`;

const mgdaText = (name: string): string => `def ${name}(gramian):
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
  MGDA: { kind: "weights", code: mgdaText("weights") },
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
    code: ({ leak }) => `def direction(jacobian):
    """GradDrop (Chen et al. 2020): every parameter follows one sign only, drawn by how strongly the gradients agree."""
    draws = torch.rand(jacobian.shape[1])
    positive, negative = jacobian.clamp(min=0).sum(0), jacobian.clamp(max=0).sum(0)
    purity = 0.5 * (1 + (positive + negative) / (positive - negative))
    kept = positive * (purity > draws) + negative * (purity < draws)
    return ${leak === "0.0" ? "kept" : `${leak} * (positive + negative) + (1 - ${leak}) * kept`}
`,
  },
  FairGrad: {
    kind: "weights",
    code: ({ alpha }) =>
      alpha === "0.0"
        ? `def weights(gramian):
    """FairGrad (Ban and Ji 2024) with alpha 0: the mean."""
    return torch.full((len(gramian),), 1 / len(gramian), dtype=torch.float64)
`
        : `${fair}def weights(gramian):
    """FairGrad (Ban and Ji 2024): a gain for each component that is the larger the less it weighs."""
    return fair(gramian, ${alpha})
`,
  },
  NashMTL: {
    kind: "weights",
    code: ({ max_norm }) => `${fair}def weights(gramian):
    """Nash-MTL (Navon et al. 2022): the bargain G w = 1 / w, solved to the end."""
    norm = torch.linalg.norm(gramian)
    if norm == 0:
        return torch.ones(len(gramian), dtype=torch.float64)
    w = fair(gramian / norm, 1)
    length = (w @ gramian @ w).clamp(min=0).sqrt()
    return w / length * ${max_norm} if length > ${max_norm} > 0 else w
`,
  },
  GradVac: {
    kind: "weights",
    code: ({ beta }) => `expected = {}


def weights(gramian):
    """GradVac (Wang et al. 2021): gradients turn towards each other until they are as alike as in the steps before."""
    m = len(gramian)
    cosines = expected.setdefault(m, torch.zeros(m, m, dtype=torch.float64))
    total = torch.zeros(m, dtype=torch.float64)
    for i in range(m):
        own = torch.zeros(m, dtype=torch.float64)
        own[i] = 1
        for place in torch.randperm(m - 1).tolist():
            j = place if place < i else place + 1
            inner, length = gramian[j] @ own, (own @ gramian @ own).clamp(min=0).sqrt()
            other = gramian[j, j].sqrt()
            cosine, wanted = inner / (length * other + 1e-8), cosines[i, j].clone()
            if cosine < wanted:
                sine, wanted_sine = (1 - cosine**2).clamp(min=0).sqrt(), (1 - wanted**2).clamp(min=0).sqrt()
                own[j] += length * (wanted * sine - cosine * wanted_sine) / (other * wanted_sine + 1e-8)
            cosines[i, j] = (1 - ${beta}) * wanted + ${beta} * cosine
        total += own
    return total
`,
  },
  ExcessMTL: {
    kind: "direction",
    code: ({ robust_step_size, n_warmup_steps }) => `excess = {}


def direction(jacobian):
    """ExcessMTL (He et al. 2024): those components weigh more that have more to gain still."""
    m = len(jacobian)
    if excess.get("shape") != jacobian.shape:
        excess.update(shape=jacobian.shape, squares=0, steps=0, baseline=0)
        excess["weights"] = torch.full((m,), 1 / m, dtype=torch.float64)
    square = jacobian**2
    excess["squares"] = excess["squares"] + square
    excess["steps"] += 1
    risk = (square / torch.sqrt(excess["squares"] + 1e-7)).sum(1)
    if excess["steps"] <= ${n_warmup_steps}:
        excess["baseline"] = excess["baseline"] + risk / max(1, ${n_warmup_steps})
    else:
        if ${n_warmup_steps} == 0 and excess["steps"] == 1:
            excess["baseline"] = risk
        else:
            risk = risk / (excess["baseline"] + 1e-7)
        excess["weights"] = torch.softmax(torch.log(excess["weights"]) + ${robust_step_size} * risk, 0)
    return excess["weights"] @ jacobian
`,
  },
  CRMOGM: {
    kind: "weights",
    code: ({ alpha }) => `${mgdaText("shortest")}

smoothed = {}


def weights(gramian):
    """CR-MOGM (Zhou et al. 2022): MGDA's weights, smoothed over the steps."""
    m = len(gramian)
    before = smoothed.get(m, torch.full((m,), 1 / m, dtype=torch.float64))
    smoothed[m] = ${alpha} * before + (1 - ${alpha}) * shortest(gramian)
    return smoothed[m]
`,
  },
  MoDo: {
    kind: "weights",
    code: ({ gamma, rho }) => `moved = {}


def weights(gramian):
    """MoDo (Chen et al. 2023): the weights move a little at each step. The paper takes the Gramian from two batches."""
    m = len(gramian)
    before = moved.get(m, torch.full((m,), 1 / m, dtype=torch.float64))
    moved[m] = torch.softmax(before - ${gamma} * (gramian @ before + ${rho} * before), 0)
    return moved[m]
`,
  },
  SDMGrad: {
    kind: "weights",
    code: ({ lambda_, lr, momentum, n_iter }) => `found = {}


def on_simplex(point):
    """The nearest point whose numbers are not negative and add up to 1."""
    falling = torch.sort(point, descending=True)[0]
    levels = (falling.cumsum(0) - 1) / torch.arange(1, len(point) + 1)
    return (point - levels[(falling > levels).nonzero()[-1]]).clamp(min=0)


def weights(gramian):
    """SDMGrad (Xiao, Ban and Ji 2023): MGDA pulled towards the mean. The paper takes the Gramian from two batches."""
    m = len(gramian)
    w = found.get(m, torch.full((m,), 1 / m, dtype=torch.float64))
    relative = gramian / (gramian.diagonal().clamp(min=0).sqrt().mean() ** 2 + 1e-8)
    velocity = torch.zeros(m, dtype=torch.float64)
    for _ in range(${n_iter}):
        velocity = ${momentum} * velocity + relative @ (w + ${lambda_} / m)
        w = on_simplex(w - ${lr} * velocity)
    found[m] = w
    return (w + ${lambda_} / m) / (1 + ${lambda_})
`,
  },
  Krum: {
    kind: "weights",
    code: ({ n_byzantine, n_selected }) => `def weights(gramian):
    """Krum (Blanchard et al. 2017): the gradients that have the nearest neighbours."""
    m = len(gramian)
    squares = gramian.diagonal()
    distances = (squares[:, None] + squares[None, :] - 2 * gramian).clamp(min=0).sqrt()
    scores = distances.sort(1)[0][:, 1 : m - ${n_byzantine} - 1].sum(1)
    chosen = torch.argsort(scores, stable=True)[:${n_selected}]
    return torch.zeros(m, dtype=torch.float64).index_fill(0, chosen, 1 / ${n_selected})
`,
  },
  TrimmedMean: {
    kind: "direction",
    code: ({ trim_number }) => `def direction(jacobian):
    """Trimmed mean (Yin et al. 2018): of each parameter, without the largest and smallest gradients."""
    return jacobian.sort(0)[0][${trim_number} : len(jacobian) - ${trim_number}].mean(0)
`,
  },
  GeometricMean: {
    kind: "scalarized",
    code: `def scalarized(values):
    """The geometric mean."""
    return values.log().mean().exp()
`,
  },
  STCH: {
    kind: "scalarized",
    code: ({ mu }) => `def scalarized(values):
    """A smooth maximum (Lin et al. 2024)."""
    return ${mu} * torch.logsumexp(values / len(values) / ${mu}, 0)
`,
  },
  COSMOS: {
    kind: "scalarized",
    code: ({ lambda_ }) => `def scalarized(values):
    """COSMOS (Ruchte and Grabocka 2021): the mean, less a share of the cosine with equal components."""
    return values.mean() - ${lambda_} * values.sum() / (len(values) ** 0.5 * values.norm())
`,
  },
  PBI: {
    kind: "scalarized",
    code: ({ theta }) => `def scalarized(values):
    """PBI (Zhang and Li 2007): along the line of equal components, and across it."""
    along = values.sum() / len(values) ** 0.5
    across = values - along / len(values) ** 0.5
    return along + ${theta} * torch.sqrt(across @ across + 1e-12)
`,
  },
  DWA: {
    kind: "scalarized",
    code: ({ temperature }) => `passes = {"epoch": None, "sum": 0, "count": 0, "means": []}


def scalarized(values, epoch):
    """DWA (Liu, Johns and Davison 2019): components weigh more that fell less over the last two passes."""
    if passes["count"] > 0 and passes["epoch"] != epoch:
        passes["means"] = [*passes["means"], passes["sum"] / passes["count"]][-2:]
        passes.update(sum=0, count=0)
    passes.update(epoch=epoch, sum=passes["sum"] + values.detach().double(), count=passes["count"] + 1)
    if len(passes["means"]) < 2:
        return values.sum()
    older, newer = passes["means"]
    return (len(values) * torch.softmax(newer / older / ${temperature}, 0).to(values.dtype) * values).sum()
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
