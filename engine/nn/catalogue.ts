/** @file The modules that only hold the arguments of a function: losses and activations. One line each; typings and docs come from the op. */

import { bind } from "../ops/bind.ts";
import * as activations from "../ops/functional/activations.ts";
import * as binaryLikelihoods from "../ops/functional/binary-likelihoods.ts";
import * as classLikelihoods from "../ops/functional/class-likelihoods.ts";
import { ctc_loss } from "../ops/functional/ctc.ts";
import { cosine_similarity, pairwise_distance, softmin } from "../ops/functional/distances.ts";
import * as gates from "../ops/functional/gates.ts";
import * as likelihoods from "../ops/functional/likelihoods.ts";
import * as losses from "../ops/functional/losses.ts";
import * as margins from "../ops/functional/margins.ts";
import * as piecewise from "../ops/functional/piecewise-activations.ts";
import * as smooth from "../ops/functional/smooth-activations.ts";
import { log_softmax, softmax } from "../ops/functional/softmax.ts";
import { flatten } from "../ops/indexing/movement.ts";
import { labelled } from "../ops/node-name.ts";
import type { Op, OpFunction, Param } from "../ops/op.ts";
import { sigmoid } from "../ops/pointwise/sigmoid.ts";
import { tanh } from "../ops/pointwise/trigonometry.ts";
import { Float } from "../tensor/dtype.ts";
import { EngineError } from "../tensor/errors.ts";
import { Tensor } from "../tensor/tensor.ts";
import { Module } from "./module.ts";
import { typeAttribute } from "./number-attributes.ts";

type AnyOp = OpFunction<(...args: never[]) => unknown>;

/** Class, function, and how many of the function's parameters forward takes; the constructor takes the others. */
const table: readonly (readonly [name: string, op: AnyOp, inputs: number])[] = [
  ["MSELoss", losses.mse_loss, 2],
  ["L1Loss", losses.l1_loss, 2],
  ["HuberLoss", losses.huber_loss, 2],
  ["SmoothL1Loss", losses.smooth_l1_loss, 2],
  ["CTCLoss", ctc_loss, 4],
  ["NLLLoss", classLikelihoods.nll_loss, 2],
  ["CrossEntropyLoss", classLikelihoods.cross_entropy, 2],
  ["BCELoss", binaryLikelihoods.binary_cross_entropy, 2],
  ["BCEWithLogitsLoss", binaryLikelihoods.binary_cross_entropy_with_logits, 2],
  ["KLDivLoss", likelihoods.kl_div, 2],
  ["GaussianNLLLoss", likelihoods.gaussian_nll_loss, 3],
  ["PoissonNLLLoss", likelihoods.poisson_nll_loss, 2],
  ["MultiLabelSoftMarginLoss", binaryLikelihoods.multilabel_soft_margin_loss, 2],
  ["HingeEmbeddingLoss", margins.hinge_embedding_loss, 2],
  ["MarginRankingLoss", margins.margin_ranking_loss, 3],
  ["CosineEmbeddingLoss", margins.cosine_embedding_loss, 3],
  ["TripletMarginLoss", margins.triplet_margin_loss, 3],
  ["MultiMarginLoss", margins.multi_margin_loss, 2],
  ["MultiLabelMarginLoss", margins.multilabel_margin_loss, 2],
  ["SoftMarginLoss", margins.soft_margin_loss, 2],
  ["Tanh", tanh, 1],
  ["Sigmoid", sigmoid, 1],
  ["ReLU", activations.relu, 1],
  ["ReLU6", piecewise.relu6, 1],
  ["LeakyReLU", activations.leakyRelu, 1],
  ["ELU", activations.elu, 1],
  ["SELU", piecewise.selu, 1],
  ["CELU", piecewise.celu, 1],
  ["GELU", activations.gelu, 1],
  ["SiLU", activations.silu, 1],
  ["Mish", smooth.mish, 1],
  ["GLU", gates.glu, 1],
  ["Softplus", activations.softplus, 1],
  ["Softsign", activations.softsign, 1],
  ["Softshrink", piecewise.softshrink, 1],
  ["Hardshrink", piecewise.hardshrink, 1],
  ["Hardtanh", piecewise.hardtanh, 1],
  ["Hardsigmoid", piecewise.hardsigmoid, 1],
  ["Hardswish", piecewise.hardswish, 1],
  ["Tanhshrink", smooth.tanhshrink, 1],
  ["Threshold", piecewise.threshold, 1],
  ["LogSigmoid", activations.logsigmoid, 1],
  ["Softmax", softmax, 1],
  ["Softmin", softmin, 1],
  ["LogSoftmax", log_softmax, 1],
  ["CosineSimilarity", cosine_similarity, 2],
  ["PairwiseDistance", pairwise_distance, 2],
  ["Flatten", flatten, 1],
];

export interface CatalogueEntry {
  readonly name: string;
  /** The function whose arguments it holds. */
  readonly of: string;
  /** The function's record, with the parameters of the constructor. */
  readonly op: Op;
  readonly inputs: number;
  readonly module: new (...args: readonly unknown[]) => Module;
}

/** Where the class has another default than the function. */
const defaults: Readonly<Record<string, Readonly<Record<string, number>>>> = { Flatten: { start_dim: 1 } };

function moduleOf(name: string, call: AnyOp, inputs: number): CatalogueEntry {
  const params = call.op.params.slice(inputs).map((param) => {
    const value = defaults[name]?.[param.name];
    return value === undefined ? param : { ...param, default: value };
  });
  const op: Op = { ...call.op, name, params };
  const labelledCall = labelled(call.op, call);
  const isLoss = params.some(({ kind }) => kind === "reduction");
  const takes = call.op.params.slice(0, inputs).map((param) => param.name);
  const module = class extends Module {
    constructor(...args: readonly unknown[]) {
      super();
      if (isLoss && args.slice(0, 2).some(Tensor.isTensor) && (args.length > 1 || params[0]?.kind !== "tensor"))
        throw notALoss(name);
      const values = bind(op, args);
      params.forEach((param, i) => {
        Object.defineProperty(this, param.name, {
          value: values[i],
          enumerable: true,
          writable: true,
          configurable: true,
        });
        typeAttribute(this, param.name, isFloat(param, givenFor(param.name, i, args)));
      });
      refuseBadReduction(name, Reflect.get(this, "reduction"));
    }
    override forward(...given: never[]): unknown {
      if (given.length !== inputs) throw wrongCount(name, takes, given.length);
      const values = params.map((param): unknown => Reflect.get(this, param.name));
      // What the constructor bound stays bound: only forward's own arguments are looked at.
      const all = given.every(Tensor.isTensor) ? [...given, ...values] : bind(call.op, [...given, ...values]);
      return Reflect.apply(labelledCall, undefined, all);
    }
  };
  Object.defineProperty(module, "name", { value: name });
  return { name, of: call.op.name, op, inputs, module };
}

/** What the constructor was given for its i-th parameter, before it is bound. */
function givenFor(name: string, i: number, args: readonly unknown[]): unknown {
  const last = args[args.length - 1];
  const hasKeywords = typeof last === "object" && last !== null && Object.getPrototypeOf(last) === Object.prototype;
  const positional = hasKeywords ? args.slice(0, -1) : args;
  return i < positional.length ? positional[i] : hasKeywords ? Reflect.get(last, name) : undefined;
}

/** A whole number that is given is an int; a default is one only where PyTorch's signature says so. */
const isFloat = (param: Param, given: unknown): boolean =>
  given === undefined
    ? param.kind === "number" && param.isInteger !== true
    : given instanceof Float || (typeof given === "number" && !Number.isInteger(given));

/** PyTorch notices when the loss is computed; so does this, since the function checks. Only a wrong type is refused here. */
function refuseBadReduction(name: string, reduction: unknown): void {
  if (reduction === undefined || typeof reduction === "string") return;
  throw new EngineError({
    type: "ValueError",
    code: "reduction",
    op: name,
    message: `${name}: reduction must be "mean", "sum" or "none"`,
    pytorch: `${String(reduction)} is not a valid value for reduction`,
  });
}

/** nn.MSELoss(predictions, targets): PyTorch takes the tensors for options, and stumbles over their truth. */
function notALoss(name: string): EngineError {
  return new EngineError({
    type: "RuntimeError",
    code: "ambiguous",
    op: name,
    message: `${name}: takes options, and gives a loss that takes tensors`,
    hint: `Construct it first: nn.${name}()(predictions, targets).`,
    pytorch: "Boolean value of Tensor with more than one value is ambiguous",
  });
}

function wrongCount(name: string, takes: readonly string[], given: number): EngineError {
  const absent = takes.slice(given).map((parameter) => `'${parameter}'`);
  const pytorch =
    given < takes.length
      ? `${name}.forward() missing ${absent.length} required positional argument${absent.length === 1 ? "" : "s"}: ${absent.join(" and ")}`
      : `${name}.forward() takes ${takes.length + 1} positional arguments but ${given + 1} were given`;
  return new EngineError({
    type: "TypeError",
    code: "argument",
    op: name,
    message: `${name}.forward: takes ${takes.join(", ")}, got ${given} ${given === 1 ? "argument" : "arguments"}`,
    pytorch,
  });
}

export const catalogue: readonly CatalogueEntry[] = table.map(([name, op, inputs]) => moduleOf(name, op, inputs));

export const catalogueModules: Readonly<Record<string, CatalogueEntry["module"]>> = Object.fromEntries(
  catalogue.map(({ name, module }) => [name, module]),
);
