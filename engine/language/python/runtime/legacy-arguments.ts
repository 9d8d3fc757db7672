/** @file Losses by position as PyTorch has them: size_average and reduce, which nobody should use, still stand where they stood. */
import type { Keywords } from "./functions.ts";
import { byName } from "../../../by-name.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { typeError } from "./exceptions.ts";

const old = ["size_average", "reduce"] as const;

/** What follows the tensors, in PyTorch's order. Modules take the same, without what forward takes. */
const functions: Readonly<Record<string, { readonly tensors: number; readonly rest: readonly string[] }>> = byName({
  mse_loss: { tensors: 2, rest: [...old, "reduction"] },
  l1_loss: { tensors: 2, rest: [...old, "reduction"] },
  smooth_l1_loss: { tensors: 2, rest: [...old, "reduction", "beta"] },
  soft_margin_loss: { tensors: 2, rest: [...old, "reduction"] },
  multilabel_margin_loss: { tensors: 2, rest: [...old, "reduction"] },
  kl_div: { tensors: 2, rest: [...old, "reduction", "log_target"] },
  nll_loss: { tensors: 2, rest: ["weight", "size_average", "ignore_index", "reduce", "reduction"] },
  cross_entropy: {
    tensors: 2,
    rest: ["weight", "size_average", "ignore_index", "reduce", "reduction", "label_smoothing"],
  },
  binary_cross_entropy: { tensors: 2, rest: ["weight", ...old, "reduction"] },
  binary_cross_entropy_with_logits: { tensors: 2, rest: ["weight", ...old, "reduction", "pos_weight"] },
  multilabel_soft_margin_loss: { tensors: 2, rest: ["weight", ...old, "reduction"] },
  poisson_nll_loss: { tensors: 2, rest: ["log_input", "full", "size_average", "eps", "reduce", "reduction"] },
  hinge_embedding_loss: { tensors: 2, rest: ["margin", ...old, "reduction"] },
  margin_ranking_loss: { tensors: 3, rest: ["margin", ...old, "reduction"] },
  cosine_embedding_loss: { tensors: 3, rest: ["margin", ...old, "reduction"] },
  triplet_margin_loss: { tensors: 3, rest: ["margin", "p", "eps", "swap", ...old, "reduction"] },
  multi_margin_loss: { tensors: 2, rest: ["p", "margin", "weight", ...old, "reduction"] },
});

const classes: Readonly<Record<string, string>> = {
  MSELoss: "mse_loss",
  L1Loss: "l1_loss",
  SmoothL1Loss: "smooth_l1_loss",
  SoftMarginLoss: "soft_margin_loss",
  MultiLabelMarginLoss: "multilabel_margin_loss",
  KLDivLoss: "kl_div",
  NLLLoss: "nll_loss",
  CrossEntropyLoss: "cross_entropy",
  BCELoss: "binary_cross_entropy",
  BCEWithLogitsLoss: "binary_cross_entropy_with_logits",
  MultiLabelSoftMarginLoss: "multilabel_soft_margin_loss",
  PoissonNLLLoss: "poisson_nll_loss",
  HingeEmbeddingLoss: "hinge_embedding_loss",
  MarginRankingLoss: "margin_ranking_loss",
  CosineEmbeddingLoss: "cosine_embedding_loss",
  TripletMarginLoss: "triplet_margin_loss",
  MultiMarginLoss: "multi_margin_loss",
};

export const legacyFunctions: readonly string[] = Object.keys(functions);

interface Arguments {
  readonly args: readonly unknown[];
  readonly keywords: Keywords;
}

/** The arguments with everything after the tensors by name; what is left out stays out. */
function named(name: string, tensors: number, rest: readonly string[], { args, keywords }: Arguments): Arguments {
  if (args.length <= tensors) return { args, keywords };
  if (args.length > tensors + rest.length)
    throw typeError(
      `${name}() takes from ${Math.max(1, tensors)} to ${tensors + rest.length} positional arguments but ${args.length} were given`,
    );
  const found: Record<string, unknown> = { ...keywords };
  for (const [i, value] of args.slice(tensors).entries()) {
    if (Object.hasOwn(found, rest[i])) throw typeError(`${name}() got multiple values for argument '${rest[i]}'`);
    if (value !== null) found[rest[i]] = value;
  }
  return { args: args.slice(0, tensors), keywords: Object.keys(found).length === 0 ? null : found };
}

/** Of F.cross_entropy(input, target, …). */
export function functionArguments(name: string, given: Arguments): Arguments {
  const order = functions[name];
  return order === undefined ? given : named(name, order.tensors, order.rest, given);
}

/** Of nn.CrossEntropyLoss(…). */
export function classArguments(name: string, given: Arguments): Arguments {
  const order = Object.hasOwn(classes, name) ? functions[classes[name]] : undefined;
  // nn.MSELoss(predictions, targets): the class says itself what is wrong.
  const isCalled =
    order?.rest.some((each, i) => old.some((one) => one === each) && Tensor.isTensor(given.args[i])) === true;
  return order === undefined || isCalled ? given : named(`${name}.__init__`, 0, order.rest, given);
}

/** The class whose __init__ complains, where it is not the loss's own. */
export const initialiserOf = (name: string): string =>
  ["MSELoss", "L1Loss", "SoftMarginLoss", "MultiLabelMarginLoss"].includes(name)
    ? "_Loss"
    : ["BCELoss", "MultiLabelSoftMarginLoss"].includes(name)
      ? "_WeightedLoss"
      : name;
