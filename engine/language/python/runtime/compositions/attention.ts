/** @file What networks beside a loss need now and then: attention, bilinear forms, dropout of channels, a triplet loss with any distance. */

import { matmul } from "../../../../ops/blas/linear-algebra.ts";
import { logical_not } from "../../../../ops/comparison/compare.ts";
import { minimum } from "../../../../ops/comparison/maximum.ts";
import { cast } from "../../../../ops/convert.ts";
import { pairwise_distance } from "../../../../ops/functional/distances.ts";
import { softmax } from "../../../../ops/functional/softmax.ts";
import { masked_fill } from "../../../../ops/indexing/masking.ts";
import { transpose } from "../../../../ops/indexing/movement.ts";
import { einsum } from "../../../../ops/other/einsum.ts";
import { tril } from "../../../../ops/other/triangles.ts";
import { add, mul, sub } from "../../../../ops/pointwise/arithmetic.ts";
import { clamp_min } from "../../../../ops/pointwise/clamp.ts";
import { mean, sum } from "../../../../ops/reduction/reduction.ts";
import { dropout } from "../../../../random/ops.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import { call, none } from "../call.ts";
import { composed, numberOr, tensorIn, tensorOrNull, type Values } from "./composed.ts";

function attention(values: Values): Tensor {
  const [q, k, v] = ["query", "key", "value"].map((name) => tensorIn(values, name, "scaled_dot_product_attention"));
  const scale = numberOr(values.scale, 1 / Math.sqrt(q.shape[q.shape.length - 1]));
  const scores = mul(matmul(q, transpose(k, -2, -1)), scale);
  const [rows, columns] = scores.shape.slice(-2);
  const mask =
    values.is_causal === true
      ? cast(tril(cast(add(Tensor.zeros([rows, columns], "float32"), 1), "float32")), "bool")
      : tensorOrNull(values, "attn_mask");
  const seen =
    mask === null
      ? scores
      : mask.dtype === "bool"
        ? masked_fill(scores, logical_not(mask), Number.NEGATIVE_INFINITY)
        : add(scores, mask);
  const p = numberOr(values.dropout_p, 0);
  const weights = softmax(seen, -1);
  return matmul(p > 0 ? dropout(weights, p) : weights, v);
}

function triplet(values: Values): Tensor {
  const [anchor, positive, negative] = ["anchor", "positive", "negative"].map((name) =>
    tensorIn(values, name, "triplet_margin_with_distance_loss"),
  );
  const given = values.distance_function ?? null;
  const distance = (a: Tensor, b: Tensor): Tensor => {
    const found = given === null ? pairwise_distance(a, b) : call(given, [a, b], none);
    return Tensor.isTensor(found) ? found : pairwise_distance(a, b);
  };
  const far = distance(anchor, negative);
  const least = values.swap === true ? minimum(far, distance(positive, negative)) : far;
  const loss = clamp_min(add(sub(distance(anchor, positive), least), numberOr(values.margin, 1)), 0);
  const reduction = values.reduction ?? "mean";
  return reduction === "mean" ? mean(loss) : reduction === "sum" ? sum(loss) : loss;
}

function bilinear(values: Values): Tensor {
  const [a, b, weight] = ["input1", "input2", "weight"].map((name) => tensorIn(values, name, "bilinear"));
  const bias = tensorOrNull(values, "bias");
  const form = einsum("...i,oij,...j->...o", [a, weight, b]);
  return bias === null ? form : add(form, bias);
}

/** Whole channels at once, as one number is drawn for each. */
const channelDropout =
  (dims: number) =>
  (values: Values): Tensor => {
    const x = tensorIn(values, "input", "dropout2d");
    const p = numberOr(values.p, 0.5);
    if (values.training === false || p === 0) return x;
    const kept = x.shape.map((size, d) => (d < x.shape.length - dims ? size : 1));
    const ones = add(Tensor.zeros(kept, x.dtype), 1);
    return mul(x, dropout(ones, p));
  };

export const networkFunctions = [
  composed(
    "scaled_dot_product_attention",
    "query key value attn_mask= dropout_p= is_causal= scale= enable_gqa=",
    attention,
    "ScaledDotProductFlashAttentionForCpuBackward0",
  ),
  composed(
    "triplet_margin_with_distance_loss",
    "anchor positive negative distance_function= margin= swap= reduction=",
    triplet,
  ),
  composed("bilinear", "input1 input2 weight bias=", bilinear, "AddBackward0"),
  composed("dropout1d", "input p= training= inplace=", channelDropout(1), "MulBackward0"),
  composed("dropout2d", "input p= training= inplace=", channelDropout(2), "MulBackward0"),
  composed("dropout3d", "input p= training= inplace=", channelDropout(3), "MulBackward0"),
] as const;
