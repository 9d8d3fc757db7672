/** @file Names that the examples of the docs use, as a loss would have them. */
import type { Tensor } from "../tensor/tensor.ts";
import { F, nn, torch } from "../torch.ts";

const T = torch as Readonly<Record<string, (...args: unknown[]) => Tensor>>;

const scope: Readonly<Record<string, unknown>> = {
  torch,
  F,
  nn,
  predictions: T.rand(64, 1),
  targets: T.rand(64, 1),
  losses: T.rand(64),
  x: T.rand(6, 6),
  y: T.rand(4),
  weight: T.rand(6, 6),
  weights: T.rand(6),
  bias: T.rand(6),
  covariance: T.rand(3, 3),
  logits: T.rand(8, 3),
  logProbs: T.rand(8, 3),
  scores: T.rand(8, 3),
  scores1: T.rand(8),
  scores2: T.rand(8),
  labels: T.randint(0, 3, [8]),
  bins: T.randint(0, 5, [64]),
  order: T.randperm(64),
  signs: T.ones(8),
  anchor: T.rand(8, 2),
  positive: T.rand(8, 2),
  negative: T.rand(8, 2),
  signal: T.rand(1, 1, 8),
  kernel: T.rand(1, 1, 3),
  table: T.rand(5, 2),
  loss1: T.rand(1),
  loss2: T.rand(1),
};

const overrides: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  bmm: { x: T.rand(2, 3, 4) },
  unflatten: { x: T.rand(2, 6) },
  addmv: { bias: T.rand(6), x: T.rand(6, 6), weight: T.rand(6) },
  baddbmm: { bias: T.rand(2, 3, 3), x: T.rand(2, 3, 3), weight: T.rand(2, 3, 3) },
  mv: { weights: T.rand(6) },
  dot: { predictions: T.rand(4), targets: T.rand(4) },
  inner: { predictions: T.rand(4), targets: T.rand(4) },
  outer: { predictions: T.rand(4), targets: T.rand(4) },
  layer_norm: { predictions: T.rand(8, 3) },
  cosine_embedding_loss: { predictions: T.rand(8, 2), targets: T.rand(8, 2) },
  gather: { labels: T.randint(0, 3, [8]) },
  scatter: { labels: T.randint(0, 3, [4, 1]) },
  median: { predictions: T.rand(8) },
  bce: {},
  glu: { predictions: T.rand(8, 2) },
  movedim: { x: T.rand(2, 3, 4) },
  multilabel_margin_loss: { labels: T.randint(0, 3, [8, 3]) },
  prelu: { predictions: T.rand(8, 2) },
  meshgrid: { x: T.rand(2), y: T.rand(3) },
  matmul: { weight: T.rand(4, 6) },
  linear: { weight: T.rand(4, 6), bias: T.rand(4) },
  view_as: {},
  searchsorted: {},
  take_along_dim: { losses: T.rand(64) },
  split: { predictions: T.rand(8, 2) },
  chunk: { predictions: T.rand(8, 2) },
  softmax: { predictions: T.rand(8, 2) },
};

/** What is in scope of the example of an op. */
export const scopeOf = (op: string): Readonly<Record<string, unknown>> => ({ ...scope, ...overrides[op] });
