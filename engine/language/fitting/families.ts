/** @file Shapes that losses compare: what is predicted, and what that is compared to, in families. */
import type { Fill, SpecDtype, TensorSpec } from "../../data/tensor-spec.ts";

export type Unseeded = Omit<TensorSpec, "seed">;

export const tensor = (
  shape: readonly number[],
  fill: Fill | Fill["kind"],
  dtype: SpecDtype = "float32",
): Unseeded => ({
  shape,
  dtype,
  fill: typeof fill === "string" ? simple(fill) : fill,
});

function simple(kind: Fill["kind"]): Fill {
  if (kind === "integers") return { kind, below: 3 };
  if (kind === "mask") return { kind, p: 0.7 };
  return kind === "list" ? { kind, values: [1] } : { kind };
}

/** What is compared, and what it is compared to. */
export interface Family {
  readonly first: Unseeded;
  readonly labels: Unseeded;
  /** Words in the names of parameters, or in the loss's own, that speak for it. */
  readonly words: RegExp;
}

/** What a loss's text says of what it compares, whatever its names: how many families' traits it speaks for. */
export function readFor({ first, labels }: Family, text: string): number {
  const isOf = (words: RegExp, trait: boolean): number => (trait && words.test(text) ? 1 : 0);
  return (
    isOf(/(?<!binary_)cross_entropy|CrossEntropyLoss|nll_loss|one_hot|scatter_/, labels.dtype === "int64") +
    isOf(/binary_cross_entropy|BCE/, labels.fill.kind === "mask") +
    isOf(/interpolate|conv2d|pool2d/, first.shape.length === 4)
  );
}

export const labelled = (shape: readonly number[], below: number): Unseeded =>
  tensor(shape, { kind: "integers", below }, "int64");
export const half: Fill = { kind: "mask", p: 0.5 };

export const families: readonly Family[] = [
  {
    first: tensor([8, 5], "normal"),
    labels: labelled([8], 5),
    words: /logit|label|class|cross|focal|smooth|(^|_)ce($|_)|softmax|^actions?$|q_value/i,
  },
  { first: tensor([8, 1], "normal"), labels: tensor([8, 1], half), words: /binary|bce|logit/i },
  {
    first: tensor([12, 4], "normal"),
    labels: labelled([12], 3),
    words: /embed|feature|label|contrast|centre|center|proxy|supcon|metric|triplet|cluster|z$/i,
  },
  {
    first: tensor([8, 4], "normal"),
    labels: tensor([8, 4], "normal"),
    words:
      /anchor|positive|negative|^z_?\d|^z_?[ab]$|student|teacher|^mu|logvar|log_var|recon|embed|latent|^[qk]$|queue|fmap|feat|source|^y_?\d$/i,
  },
  {
    first: tensor([2, 1, 8, 8], "normal"),
    labels: tensor([2, 1, 8, 8], half),
    words: /mask|dice|tversky|jaccard|segment|seg|hausdorff/i,
  },
  { first: tensor([2, 3, 8, 8], "normal"), labels: labelled([2, 8, 8], 3), words: /segment|lovasz|dice|pixel/i },
  { first: tensor([8, 5], "normal"), labels: tensor([8, 5], half), words: /multi|asymmetric|relevance|rank|zlpr/i },
  { first: tensor([8, 5], "normal"), labels: tensor([8, 5], "one-hot"), words: /one_?hot|dice|evidential|brier/i },
  {
    first: tensor([8, 5], "simplex"),
    labels: tensor([8, 5], "simplex"),
    words: /(^|_)probs?$|kl(_|$)|^js|divergence|wasserstein|emd|distribution/i,
  },
  {
    first: tensor([8], "normal"),
    labels: tensor([8], "normal"),
    words: /score|chosen|reject|pos|neg|logp|critic|real|fake|reward/i,
  },
  { first: tensor([8], "uniform"), labels: tensor([8], half), words: /prob|distance|dist/i },
  {
    first: tensor([16, 1], "normal"),
    labels: tensor([16, 1], "uniform"),
    words: /time|event|hazard|surviv|cox|risk|duration/i,
  },
  {
    first: tensor([16], "normal"),
    labels: tensor([16], "uniform"),
    words: /time|event|hazard|surviv|cox|risk|duration/i,
  },
  { first: tensor([8, 1], "uniform"), labels: tensor([8, 1], "uniform"), words: /positive|log|gamma|poisson|percent/i },
  {
    first: tensor([2, 12, 1], "normal"),
    labels: tensor([2, 12, 1], "normal"),
    words: /seq|time|series|horizon|dtw|forecast/i,
  },
  {
    first: tensor([2, 6, 3], "normal"),
    labels: tensor([2, 6, 3], "normal"),
    words: /point|chamfer|token|seq|flow|joint|pose/i,
  },
  {
    first: tensor([2, 3, 16, 16], "uniform"),
    labels: tensor([2, 3, 16, 16], "uniform"),
    words: /image|img|ssim|tv|rgb|pixel|style|gram|gradient/i,
  },
  {
    first: tensor([2, 1, 16, 16], "uniform"),
    labels: tensor([2, 1, 16, 16], "uniform"),
    words: /image|img|depth|disp/i,
  },
  { first: tensor([8, 1, 16], "normal"), labels: tensor([8, 1, 16], "normal"), words: /wave|audio|signal|spect/i },
  {
    first: tensor([8], "normal"),
    labels: tensor([8], { kind: "list", values: [1, -1] }),
    words: /hinge|sign|margin|cosine|pair/i,
  },
  {
    first: tensor([8, 4], "normal"),
    labels: tensor([8], { kind: "list", values: [1, -1] }),
    words: /cosine|pair|contrast|siamese/i,
  },
  {
    first: tensor([8, 4], "normal"),
    labels: tensor([8], half),
    words: /pair|contrast|siamese|same|^(out|output|x|emb|img)_?[12]$/i,
  },
  { first: tensor([8, 5], "normal"), labels: tensor([8], "uniform"), words: /ordinal|age|rating|dldl/i },
  { first: tensor([8, 2], "normal"), labels: tensor([8, 1], "normal"), words: /nll|gauss|heterosced|logvar/i },
  { first: tensor([8, 3], "normal"), labels: tensor([8, 1], "normal"), words: /quantile|pinball|crps|interval/i },
  { first: tensor([8, 6], "normal"), labels: tensor([8, 1], "normal"), words: /mixture|mdn/i },
  {
    first: tensor([2, 7, 5], "normal"),
    labels: labelled([2, 7], 5),
    words: /token|seq|(^|_)lm|caption|lengths?$|vocab/i,
  },
  { first: tensor([2, 5, 7], "normal"), labels: labelled([2, 7], 5), words: /token|seq/i },
  { first: tensor([8, 8], "normal"), labels: labelled([8], 8), words: /similar|logits_per|^clip_?loss|affinity/i },
  {
    first: tensor([4, 6], "normal"),
    labels: tensor([4, 6], "normal"),
    words: /log_?p(rob)?s?(_|$)|completion|token_level|ref_/i,
  },
  {
    first: tensor([12, 2, 5], "normal"),
    labels: tensor([2, 3], { kind: "list", values: [1, 2, 3, 2, 4, 1] }, "int64"),
    words: /ctc|(input|target)_len/i,
  },
  { first: tensor([6, 4], "boxes"), labels: tensor([6, 4], "boxes"), words: /box|iou|rect/i },
];
