/**
 * @file Losses whose properties are known, for tests: what is written here follows from the formula on paper, not from what was once computed.
 * `d` is prediction − target, `z` a logit, `q` a probability.
 */
import type { CheckCode, CheckedOf } from "./kinds.ts";

/** What is not written is not known, and not compared. */
type Part<T> = T extends readonly (infer E)[]
  ? readonly Part<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: Part<T[K]> }
    : T;

export type Known = { readonly [Code in CheckCode]?: Part<CheckedOf<Code>> };

export interface Truth {
  readonly name: string;
  readonly on: "numbers" | "positive" | "logits" | "probabilities" | "classes";
  /** Statements of forward, or a whole source where they begin with a class. */
  readonly body: string;
  readonly known: Known;
}

const d = "d = predictions - targets\n";
const out = (from: number) => [{ to: -from }, { from }];
const towards = { pushes: [], pushed: 0 } as const;
const convex = { isConvex: true } as const;
const bounded = { isBounded: true } as const;
const even = { isSymmetric: true, ratio: 1 } as const;

const numbers = (name: string, body: string, known: Known): Truth => ({ name, on: "numbers", body, known });
const positive = (name: string, body: string, known: Known): Truth => ({ name, on: "positive", body, known });
const logits = (name: string, body: string, known: Known): Truth => ({ name, on: "logits", body, known });
const probabilities = (name: string, body: string, known: Known): Truth => ({ name, on: "probabilities", body, known });
const classes = (name: string, body: string, known: Known): Truth => ({ name, on: "classes", body, known });

export const truths: readonly Truth[] = [
  numbers("squared error", `${d}return (d ** 2).mean()`, {
    estimates: { statistic: "mean" },
    pull: towards,
    minimum: { at: 0 },
    kink: { isSmooth: true },
    convexity: convex,
    symmetry: even,
    bounded,
    "batch-size": { reduction: "mean" },
    rows: { coupling: "none", isOrdered: false },
    units: { degree: 2, isShiftFree: true },
    "second-derivatives": { isZero: false, isRight: true },
  }),
  numbers("absolute error", `${d}return d.abs().mean()`, {
    estimates: { statistic: "median" },
    pull: towards,
    minimum: { at: 0 },
    kink: { isSmooth: false, left: -1, right: 1, taken: 0 },
    convexity: convex,
    symmetry: even,
    bounded,
    units: { degree: 1, isShiftFree: true },
    "second-derivatives": { isZero: true },
  }),
  numbers("sum of squares", `${d}return (d ** 2).sum()`, {
    "batch-size": { reduction: "sum", ratio: 2 },
    estimates: { statistic: "mean" },
  }),
  numbers("root mean squared error", `${d}return torch.sqrt((d ** 2).mean())`, {
    estimates: { statistic: "mean" },
    rows: { coupling: "scaled" },
    units: { degree: 1, isShiftFree: true },
    "batch-size": { reduction: "mean" },
  }),
  numbers("root of the sum of squares", `${d}return torch.sqrt((d ** 2).sum())`, {
    "batch-size": { reduction: "other", ratio: Math.SQRT2 },
    rows: { coupling: "scaled" },
  }),
  ...[0.1, 0.5, 0.9].map((level) =>
    numbers(
      `pinball at ${level}`,
      `e = targets - predictions\nreturn torch.maximum(${level} * e, (${level} - 1) * e).mean()`,
      {
        estimates: level === 0.5 ? { statistic: "median" } : { statistic: "quantile", level },
        pull: towards,
        minimum: { at: 0 },
        convexity: convex,
        symmetry: { isSymmetric: level === 0.5, ratio: (1 - level) / level },
        units: { degree: 1, isShiftFree: true },
      },
    ),
  ),
  ...[0.2, 0.8].map((level) =>
    numbers(`expectile at ${level}`, `${d}return (torch.where(d < 0, ${level}, ${1 - level}) * d ** 2).mean()`, {
      estimates: { statistic: "expectile", level },
      symmetry: { isSymmetric: false, ratio: (1 - level) / level },
      convexity: convex,
      kink: { isSmooth: true },
    }),
  ),
  numbers("Huber", "return F.huber_loss(predictions, targets, delta=0.5)", {
    pull: towards,
    convexity: convex,
    symmetry: even,
    kink: { isSmooth: true },
    units: { degree: null, isShiftFree: true },
  }),
  numbers("Huber beyond all targets", "return F.huber_loss(predictions, targets, delta=100.0)", {
    estimates: { statistic: "mean" },
  }),
  numbers("log-cosh", `${d}return torch.log(torch.cosh(d)).mean()`, {
    pull: towards,
    convexity: convex,
    symmetry: even,
    // cosh overflows where exp(d) / 2 does: at log(2 · 3.4028e38).
    range: { above: 89.416, below: -89.416 },
  }),
  numbers("Charbonnier", `${d}return torch.sqrt(d ** 2 + 0.01).mean()`, {
    convexity: convex,
    pull: towards,
    kink: { isSmooth: true },
    symmetry: even,
  }),
  numbers("cube of the absolute error", `${d}return (d.abs() ** 3).mean()`, {
    convexity: convex,
    symmetry: even,
    units: { degree: 3, isShiftFree: true },
  }),
  numbers("fourth power", `${d}return (d ** 4).mean()`, {
    convexity: convex,
    units: { degree: 4, isShiftFree: true },
    minimum: { at: 0 },
  }),
  numbers("a high power", `${d}return (d ** 2).max()`, {
    estimates: { statistic: "midrange" },
    rows: { coupling: "coupled" },
  }),
  // (d² e^{-|d|})' = d (2 − |d|) e^{-|d|}; its second derivative is 0 at |d| = 2 − √2.
  numbers("squares that fade", `${d}return (d * d * torch.exp(-d.abs())).mean()`, {
    pull: { pushes: out(2) },
    minimum: { at: 0 },
    convexity: { isConvex: false, from: Math.SQRT2 - 2, to: 2 - Math.SQRT2 },
    symmetry: even,
    bounded,
  }),
  // 1 − e^{-d²/2}: its slope d e^{-d²/2} never turns, its curvature does at |d| = 1.
  numbers("Welsch", `${d}return (1 - torch.exp(-d ** 2 / 2)).mean()`, {
    pull: towards,
    convexity: { isConvex: false, from: -1, to: 1 },
    symmetry: even,
    bounded,
  }),
  // log(1 + d²/2): curvature 0 at |d| = √2.
  numbers("Cauchy", `${d}return torch.log1p(d ** 2 / 2).mean()`, {
    pull: towards,
    convexity: { isConvex: false, from: -Math.SQRT2, to: Math.SQRT2 },
    symmetry: even,
    bounded,
  }),
  // d²/(1 + d²): curvature 0 at |d| = 1/√3.
  numbers("Geman and McClure", `${d}return (d ** 2 / (1 + d ** 2)).mean()`, {
    pull: towards,
    convexity: { isConvex: false, from: -1 / Math.sqrt(3), to: 1 / Math.sqrt(3) },
  }),
  // Tukey's biweight with c = 1.5: no slope beyond c, curvature 0 at c/√5.
  numbers(
    "Tukey",
    `${d}u = d / 1.5\nreturn torch.where(u.abs() <= 1, 1 - (1 - u ** 2) ** 3, torch.ones_like(u)).mean()`,
    {
      pull: { ...towards, rests: out(1.5) },
      convexity: { isConvex: false, from: -1.5 / Math.sqrt(5), to: 1.5 / Math.sqrt(5) },
    },
  ),
  numbers("squares, cut off", `${d}return (d ** 2).clamp(max=4).mean()`, {
    pull: { ...towards, rests: out(2) },
    bounded,
  }),
  numbers("insensitive below 0.2", `${d}return (d.abs() - 0.2).clamp(min=0).mean()`, {
    pull: { ...towards, rests: [{ from: -0.2, to: 0.2 }] },
    minimum: { at: 0 },
    convexity: convex,
    symmetry: even,
  }),
  numbers("a ripple", `${d}return (d ** 2 + 2 * torch.sin(d) ** 2).mean()`, {
    minimum: { at: 0 },
    symmetry: even,
    pull: towards,
    convexity: { isConvex: false },
  }),
  numbers("cosine", `${d}return (1 - torch.cos(d)).mean()`, {
    minimum: { at: 0 },
    convexity: { isConvex: false, from: -Math.PI / 2, to: Math.PI / 2 },
  }),
  numbers("a bias of 0.5", `${d}return ((d - 0.5) ** 2).mean()`, {
    minimum: { at: 0.5, low: 0.5, high: 0.5 },
    pull: { pushes: [{ from: 0, to: 0.5 }] },
    convexity: convex,
    symmetry: { isSymmetric: false },
  }),
  numbers("a bias of -0.25", `${d}return (d + 0.25).abs().mean()`, { minimum: { at: -0.25, low: -0.25, high: -0.25 } }),
  // d² + 0.3 d is least at −0.15.
  numbers("a penalty on what is too high", `${d}return (d ** 2 + 0.3 * d).mean()`, {
    minimum: { at: -0.15 },
    convexity: convex,
  }),
  // e^d − d − 1, least at 0; the one side grows as e^d, the other as −d.
  numbers("linex", `${d}return (torch.exp(d) - d - 1).mean()`, {
    minimum: { at: 0 },
    convexity: convex,
    symmetry: { isSymmetric: false, ratio: null },
    pull: towards,
    // exp of float32 ends at log(3.4028e38).
    range: { above: 88.72 },
  }),
  numbers("the sign slipped", `${d}return -(d ** 2).mean()`, {
    bounded: { isBounded: false, by: null },
    minimum: { at: null },
    pull: { pushed: 64 },
  }),
  numbers("a difference, not a distance", `${d}return d.mean()`, {
    bounded: { isBounded: false },
    minimum: { at: null },
  }),
  numbers("a hinge to one side", `${d}return torch.relu(-d).mean()`, {
    pull: { ...towards, rests: [{ from: 0 }] },
    bounded,
    convexity: convex,
  }),
  numbers("a root without room", `${d}return torch.sqrt(d ** 2).mean()`, {
    kink: { isSmooth: false, taken: Number.NaN },
    estimates: { statistic: "median" },
  }),
  // Least between the places where its two parts are: convex, and of one number.
  numbers("half squared, half absolute", `${d}return (0.5 * d ** 2 + 0.5 * d.abs()).mean()`, {
    estimates: { statistic: "between" },
    kink: { isSmooth: false },
    convexity: convex,
  }),
  numbers("normalised by the batch", `${d}return (d ** 2).sum() / (targets ** 2).sum()`, {
    estimates: { statistic: "mean" },
    units: { degree: 0, isShiftFree: false },
    "batch-size": { reduction: "mean" },
  }),
  numbers("weights that are detached", `${d}return (d.detach().abs() * d ** 2).mean()`, {
    gradcheck: { isRight: false },
  }),
  numbers("weights that are not", `${d}return (d.abs() * d ** 2).mean()`, { gradcheck: { isRight: true } }),
  numbers(
    "a straight-through round",
    `${d}r = predictions + (predictions.round() - predictions).detach()\nreturn ((r - targets) ** 2).mean()`,
    { gradcheck: { isRight: false } },
  ),
  numbers(
    "noise on predictions",
    `p = predictions + 0.1 * torch.randn_like(predictions)\nreturn ((p - targets) ** 2).mean()`,
    { repeats: { isRandom: true } },
  ),
  numbers("a cast to float32", `${d}return (d.float() ** 2).mean()`, { dtypes: { narrows: true } }),
  numbers(
    "neighbours are compared",
    `${d}return (d ** 2).mean() + (predictions[1:] - predictions[:-1]).abs().mean() + (predictions[0] - predictions[3]).abs().mean()`,
    {
      rows: { isOrdered: true, coupling: "coupled" },
    },
  ),
  numbers("spread of the batch", `${d}return (d ** 2).mean() - predictions.std()`, {
    rows: { isOrdered: false, coupling: "coupled" },
  }),
  numbers(
    "one minus a correlation",
    "p = predictions - predictions.mean()\nt = targets - targets.mean()\nreturn 1 - (p * t).sum() / torch.sqrt((p ** 2).sum() * (t ** 2).sum())",
    {
      rows: { coupling: "coupled" },
      units: { degree: 0, isShiftFree: true },
    },
  ),
  numbers(
    "an average that moves",
    "class Loss(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.scale = 1.0\n    def forward(self, predictions, targets):\n        d = (predictions - targets).abs()\n        self.scale = 0.9 * self.scale + 0.1 * d.mean().item()\n        return (d / self.scale).mean()\n",
    { repeats: { isStateful: true, isRandom: false } },
  ),
  numbers(
    "a free weight",
    "class Loss(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.w = nn.Parameter(torch.tensor(1.0))\n    def forward(self, predictions, targets):\n        return self.w * ((predictions - targets) ** 2).mean()\n",
    { bounded: { isBounded: false, by: "w" } },
  ),
  // e^{-s} ℓ + s has its minimum at s = log ℓ.
  numbers(
    "a weight that pays for itself",
    "class Loss(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.s = nn.Parameter(torch.tensor(0.0))\n    def forward(self, predictions, targets):\n        return torch.exp(-self.s) * ((predictions - targets) ** 2).mean() + self.s\n",
    { bounded },
  ),
  positive("squared logarithmic error", "return ((torch.log1p(predictions) - torch.log1p(targets)) ** 2).mean()", {
    estimates: { statistic: "geometric-mean-of-1+" },
    units: { isShiftFree: false },
  }),
  positive("squared error of logarithms", "return ((torch.log(predictions) - torch.log(targets)) ** 2).mean()", {
    estimates: { statistic: "geometric-mean" },
    units: { degree: 0, isShiftFree: false },
  }),
  positive("absolute percentage error", "return ((predictions - targets) / targets).abs().mean()", {
    estimates: { statistic: "relative-median" },
    units: { degree: 0, isShiftFree: false },
    convexity: convex,
  }),
  positive("squared percentage error", "return (((predictions - targets) / targets) ** 2).mean()", {
    estimates: { statistic: "relative-mean" },
    units: { degree: 0, isShiftFree: false },
  }),
  // p − t log p is least at p = t, and over targets at their mean.
  positive("Poisson", "return (predictions - targets * torch.log(predictions)).mean()", {
    estimates: { statistic: "mean" },
    minimum: { at: 0 },
  }),
  positive("Poisson of a logarithm", "return (torch.exp(predictions) - targets * predictions).mean()", {
    estimates: { statistic: "log-mean" },
    convexity: convex,
  }),
  // t/p + log p: the gamma deviance.
  positive("gamma", "return (targets / predictions + torch.log(predictions)).mean()", {
    estimates: { statistic: "mean" },
    minimum: { at: 0 },
  }),
  logits("binary cross-entropy of logits", "return F.binary_cross_entropy_with_logits(predictions, targets)", {
    proper: { isProper: true, link: "logit" },
    estimates: { statistic: "log-odds" },
    pull: towards,
    convexity: convex,
    bounded,
  }),
  logits(
    "log of sigmoid",
    "q = torch.sigmoid(predictions)\nreturn -(targets * torch.log(q) + (1 - targets) * torch.log(1 - q)).mean()",
    {
      proper: { isProper: true, link: "logit" },
      // Sigmoid is 1 in float32 from about 17: 1 − q is 0, its logarithm infinite.
      range: { axis: "margin" },
      cost: { better: 1 },
    },
  ),
  // (0.9 (1 − q)² (−log q) + 0.1 q² (−log(1 − q))) is least at q = 0.6942.
  logits(
    "focal",
    "q = torch.sigmoid(predictions)\np = targets * q + (1 - targets) * (1 - q)\nreturn (-((1 - p) ** 2) * torch.log(p)).mean()",
    {
      proper: { isProper: false, link: "logit", answer: 0.6942 },
      pull: towards,
    },
  ),
  // With ones weighed 3 times the answer's odds are 3 times the true ones: 27 to 1.
  logits(
    "ones weighed",
    "return F.binary_cross_entropy_with_logits(predictions, targets, pos_weight=torch.tensor(3.0))",
    {
      proper: { isProper: false, link: "logit", answer: 27 / 28 },
    },
  ),
  logits("squared error of a sigmoid", "return ((torch.sigmoid(predictions) - targets) ** 2).mean()", {
    proper: { isProper: true, link: "logit" },
    pull: towards,
    convexity: { isConvex: false },
    bounded,
  }),
  logits("hinge", "y = 2 * targets - 1\nreturn torch.relu(1 - y * predictions).mean()", {
    pull: { ...towards, rests: [{ from: 1 }] },
    convexity: convex,
    bounded,
  }),
  logits("squared error on targets 0 and 1", "return ((predictions - targets) ** 2).mean()", {
    proper: { isProper: true, link: "probability" },
    estimates: { statistic: "mean" },
    pull: towards,
    minimum: { at: 0 },
  }),
  logits("absolute error on targets 0 and 1", "return (predictions - targets).abs().mean()", {
    proper: { isProper: false, link: "probability", answer: 1 },
    estimates: { statistic: "median" },
  }),
  probabilities("binary cross-entropy", "return F.binary_cross_entropy(predictions, targets)", {
    proper: { isProper: true, link: "probability" },
  }),
  classes("cross-entropy", "return F.cross_entropy(predictions, targets)", {
    proper: { isProper: true },
    pull: towards,
    convexity: convex,
    bounded,
  }),
  classes("log of softmax", "return F.nll_loss(torch.log(torch.softmax(predictions, dim=1)), targets)", {
    proper: { isProper: true },
    cost: { better: 0 },
  }),
  classes("cross-entropy of probabilities", "return F.cross_entropy(torch.softmax(predictions, dim=1), targets)", {
    proper: { isProper: false },
  }),
  // With ε = 0.1 over 3 classes a class's share becomes 0.9 q + 0.1/3.
  classes("smoothed labels", "return F.cross_entropy(predictions, targets, label_smoothing=0.1)", {
    proper: { isProper: false, answer: 0.9 * 0.9 + 0.1 / 3 },
  }),
  classes("likelihood without a softmax", "return F.nll_loss(predictions, targets)", {
    bounded: { isBounded: false, axis: "margin" },
  }),
];
