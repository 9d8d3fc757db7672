/**
 * @file What each parameter of forward is given. The first one gets the predictions (or the model, if that is its name), some names get
 * what they are called after, what is no data gets a setting, and the others get the targets, in their order.
 */
import type { TensorSpec } from "../data/tensor-spec.ts";
import { type Held, leafCount, leavesOf, parseHeld } from "./held.ts";
import type { Entry } from "./program.ts";

/**
 * What somebody chose for a parameter by its name: a setting, a described tensor, or that it is data after all; that it is what is predicted, though
 * it does not come first; that it holds several tensors (`as` is a text of `held.ts`).
 */
export type Argument =
  | { readonly kind: "setting"; readonly value: Setting }
  | { readonly kind: "predictions" }
  | { readonly kind: "several"; readonly as: string }
  | { readonly kind: "tensor"; readonly tensor: TensorSpec }
  | { readonly kind: "data" };

/** None is null; numbers are a list, as `cls_num_list` is. */
export type Setting = number | boolean | string | null | readonly number[];

export type Arguments = Readonly<Record<string, Argument>>;

export type Role = "predictions" | "model" | "inputs" | "step" | "epoch" | "target" | "setting" | "tensor";

const inputNames: ReadonlySet<string> = new Set(["inputs", "features"]);

/** Names that a loss gives to what is no data. What they stand at where nobody says otherwise. */
const settingNames: readonly (readonly [RegExp, Setting | ((facts: SettingFacts) => Setting)])[] = [
  [/^reduction$/, "mean"],
  [
    /^((n|num|nb|no|number)_?(of_?)?)?class(es)?(_?(num|count))?$|^(n|num|nb)_(labels|tokens)$|^C$|^vocab(ulary)?(_?size)?$/,
    ({ classes }) => classes,
  ],
  [
    /^(\w+_)?(num|count|freq|weight)s?_list$|^cls_\w+_list$|^(samples|img|num|n)(_num)?_per_(cls|class)$|^class_(counts|freqs?|frequency)$/,
    ({ classes }) => Array.from({ length: classes }, (_, i) => Math.ceil(100 / 2 ** Math.min(i, 6))),
  ],
  [
    /^((feat|feature|embed|embedding|latent|emb|hidden|in|input)_?(dim|size|features)|dim|d_model|in_features)$/i,
    ({ width }) => width,
  ],
  [/^(sz_?embed|embed_?size|feat_?size)$/i, ({ width }) => width],
  [/^(batch_?size|(n|num)_?(examp|examples|data|train))$/i, ({ rows }) => rows],
  [/^(n_?crops|(n|num)_views|(n|num)_crops)$/i, 2],
  [/^(num_embeddings|(n|num)_(codes|prototypes|clusters|centers))$/i, 8],
  [/^margin\w*$|^m$/i, 0.5],
  [/^(temperature|temp|tau|t_?emp)$/i, 0.5],
  [/^(focal_)?gamma(_\w+)?$/i, 2],
  [/^(focal_)?alpha(_\w+)?$/i, 0.5],
  [/^beta(_\w+)?$/i, 1],
  [/^(kappa|sigma|rho|eta|nu|mu_weight|c|k1|k2)$/i, 1],
  [/^(huber_)?delta$/i, 1],
  [/^(eps|epsilon)(_\w+)?$/i, 1e-6],
  [/^label_smoothing$/i, 0.1],
  [/^smooth(ing)?$/i, 1],
  [/^(q|quantile|percentile|level)$/i, 0.5],
  [/^(lam|lamda|lmbda|lambd|lambda)\w*$|^\w+_(lambda|coef|coeff|coefficient|strength)$/i, 0.1],
  [/^(w|scale)$|^\w+_(weight|scale|ratio)$/i, 1],
  [/^s$/, 16],
  [/^(k|top_?k|n_neighbors|num_samples|n_samples)$/i, 3],
  [/^(p|order|power)$/i, 2],
  [/^ignore_?(index|label)$/i, -100],
  [
    /^(from_logits|logits_input|normalize|sigmoid|squared?|average|size_average|hard|full|symmetric)$|^(is|use|with|apply|to)_\w+$|_is_\w+$/i,
    true,
  ],
  [/^(max|min|total|num|n)_(steps?|iters?|epochs?)$|^warmup\w*$|^anneal\w*$/i, 1000],
  [/^(forget|noise|drop|keep|remember|mixup|mask)_(rate|ratio)$/i, 0.2],
];

export interface SettingFacts {
  readonly classes: number;
  /** Of one sample's predictions. */
  readonly width: number;
  readonly rows: number;
}

/** A parameter may be called constructor. */
export const ownOf = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

const known = (name: string) => settingNames.find(([pattern]) => pattern.test(name));

/** Where a setting stands while nobody has said. */
export function defaultSetting(name: string, { annotated }: Entry, facts: SettingFacts): Setting {
  const type = ownOf(annotated, name);
  const found = known(name);
  const value = found === undefined ? undefined : typeof found[1] === "function" ? found[1](facts) : found[1];
  if (type === "boolean") return typeof value === "boolean" ? value : true;
  if (type === "text") return typeof value === "string" ? value : "mean";
  return value ?? 1;
}

/** Of forward's parameters, in their order. `hasInputs`: there is a model, and what goes into it. */
export function rolesOf(entry: Entry, hasInputs: boolean): readonly Role[] {
  const predicted = predictedPlace(entry);
  const roles = entry.parameters.map((name, i) => roleOf(entry, name, i, i === predicted, hasInputs));
  // A lone x beside the predictions is what they are compared to: the model's input is one where a target is there as well.
  const x = entry.parameters.indexOf("x");
  if (!hasInputs || x < 1 || roles[x] !== "target") return roles;
  return roles.some((role, i) => role === "target" && i !== x) || entry.differentiates === true
    ? roles.with(x, "inputs")
    : roles;
}

/** The first parameter, where nothing else is said. */
function predictedPlace({ parameters, arguments: given }: Entry): number {
  const chosen = parameters.findIndex((name) => ownOf(given, name)?.kind === "predictions");
  return Math.max(0, chosen);
}

function roleOf(entry: Entry, name: string, place: number, isPredicted: boolean, hasInputs: boolean): Role {
  const given = ownOf(entry.arguments, name);
  if (given?.kind === "setting") return "setting";
  if (given?.kind === "data" || given?.kind === "several") return isPredicted ? "predictions" : "target";
  if (given?.kind === "tensor") return "tensor";
  if (hasInputs && name === "model") return "model";
  if (isPredicted) return "predictions";
  if (place === 0) return "target";
  if (stepNames.test(name)) return "step";
  if (epochNames.test(name)) return "epoch";
  if (hasInputs && inputNames.has(name)) return "inputs";
  const type = ownOf(entry.annotated, name);
  if (type === "tensor") return "target";
  if (type !== undefined) return "setting";
  return known(name) === undefined || mayBeData(entry, name, place) ? "target" : "setting";
}

/** What counts the steps that were taken, and the passes. */
const stepNames = /^((global|current|cur|train|training)_)?(step|iter|iteration)(_num)?$|^n_iter$/;
const epochNames = /^((current|cur|this)_)?epoch(_num|_idx|_index)?$/;

const greek = /^(alpha|beta|gamma|delta|sigma|nu|rho|eta|kappa)$/i;

/** What stands right after the predictions is data, whatever one letter or one letter of the Greeks it is called; and its like after it. */
function mayBeData({ parameters }: Entry, name: string, place: number): boolean {
  const isShort = name.length === 1 || greek.test(name);
  return isShort && (place === 1 || (greek.test(name) && greek.test(parameters[1])));
}

/** Names of forward's parameters that are of a role. */
export function named(entry: Entry, hasInputs: boolean, role: Role): readonly string[] {
  const roles = rolesOf(entry, hasInputs);
  return entry.parameters.filter((_, i) => roles[i] === role);
}

/** How one of forward's parameters holds what it is given. */
export function heldOf(entry: Entry, name: string): Held {
  const given = ownOf(entry.arguments, name);
  const chosen = given?.kind === "several" ? parseHeld(given.as) : null;
  const isRest = entry.hasRest === true && entry.parameters.at(-1) === name;
  return chosen ?? (isRest ? (ownOf(entry.held, name) ?? "tensor") : "tensor");
}

/** Tensors that are descended where there is no model: those of what is predicted. What `*args` takes besides stands beside it. */
export function predictedCount(entry: Entry): number {
  const name = entry.parameters[predictedPlace(entry)];
  if (name === undefined || ownOf(entry.arguments, name)?.kind !== "several") return 1;
  return leafCount(heldOf(entry, name));
}

/** How many targets forward asks for. */
export function targetCountOf(entry: Entry, hasInputs: boolean): number {
  return leafLabels(entry, hasInputs).length - (rolesOf(entry, hasInputs).includes("predictions") ? 1 : 0);
}

/** What the loss calls the tensors it is given, in the order in which it is given them: what is predicted first. */
export function leafLabels(entry: Entry, hasInputs: boolean): readonly string[] {
  const of = (role: Role) => named(entry, hasInputs, role).flatMap((name) => leavesOf(name, heldOf(entry, name)));
  return [...of("predictions"), ...of("target")].map(({ label }) => label);
}

/** It computes with what the predictions are made of, so the graph from there on is one. */
export function needsModelGraph(entry: Entry): boolean {
  return rolesOf(entry, true).some((role) => role === "inputs" || role === "model");
}
