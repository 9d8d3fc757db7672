/**
 * @file What each parameter of forward is given. The first one gets the predictions (or the model, if that is its name), some names get
 * what they are called after, what is no data gets a setting, and the others get the targets, in their order.
 */
import type { TensorSpec } from "../data/tensor-spec.ts";
import type { Entry } from "./program.ts";

/** What somebody chose for a parameter by its name: a setting, a described tensor, or that it is data after all. */
export type Argument =
  | { readonly kind: "setting"; readonly value: Setting }
  | { readonly kind: "tensor"; readonly tensor: TensorSpec }
  | { readonly kind: "data" };

/** None is null. */
export type Setting = number | boolean | string | null;

export type Arguments = Readonly<Record<string, Argument>>;

export type Role = "predictions" | "model" | "inputs" | "step" | "epoch" | "target" | "setting" | "tensor";

const inputNames: ReadonlySet<string> = new Set(["inputs", "features"]);

/** Names that a loss gives to what is no data. What they stand at where nobody says otherwise. */
const settingNames: readonly (readonly [RegExp, Setting | ((facts: SettingFacts) => Setting)])[] = [
  [/^reduction$/, "mean"],
  [/^((n|num|nb)_?)?class(es)?(_?(num|count))?$|^C$/, ({ classes }) => classes],
  [
    /^((feat|feature|embed|embedding|latent|emb|hidden|in|input)_?(dim|size|features)|dim|d_model|in_features)$/i,
    ({ width }) => width,
  ],
  [/^(batch_?size)$/i, ({ rows }) => rows],
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
    /^(from_logits|logits_input|normalize|sigmoid|squared?|average|size_average|hard|full|symmetric)$|^(is|use|with|apply|to)_\w+$/i,
    true,
  ],
  [/^(max|min|total|num|n)_(steps?|iters?|epochs?)$|^warmup\w*$/i, 1000],
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
  const roles = entry.parameters.map((name, i) => roleOf(entry, name, i, hasInputs));
  // A lone x beside the predictions is what they are compared to: the model's input is one where a target is there as well.
  const x = entry.parameters.indexOf("x");
  if (!hasInputs || x < 1 || roles[x] !== "target") return roles;
  return roles.some((role, i) => role === "target" && i !== x) || entry.differentiates === true
    ? roles.with(x, "inputs")
    : roles;
}

function roleOf(entry: Entry, name: string, place: number, hasInputs: boolean): Role {
  const given = ownOf(entry.arguments, name);
  if (given?.kind === "setting") return "setting";
  if (given?.kind === "data") return place === 0 ? "predictions" : "target";
  if (given?.kind === "tensor") return "tensor";
  if (hasInputs && name === "model") return "model";
  if (place === 0) return "predictions";
  if (name === "step" || name === "epoch") return name;
  if (hasInputs && inputNames.has(name)) return "inputs";
  const type = ownOf(entry.annotated, name);
  if (type === "tensor") return "target";
  if (type !== undefined) return "setting";
  return known(name) === undefined || mayBeData(entry, name, place) ? "target" : "setting";
}

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

/** How many targets forward asks for. */
export function targetCountOf(entry: Entry, hasInputs: boolean): number {
  return rolesOf(entry, hasInputs).filter((role) => role === "target").length;
}

/** It computes with what the predictions are made of, so the graph from there on is one. */
export function needsModelGraph(entry: Entry): boolean {
  return rolesOf(entry, true).some((role) => role === "inputs" || role === "model");
}
