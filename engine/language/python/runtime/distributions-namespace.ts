/** @file torch.distributions as Python sees it: the engine's classes, and the modules that PyTorch keeps each in. */
import {
  constraints,
  type Divergence,
  distributions,
  provideTensorText,
  registerKl,
  transforms,
} from "../../../distributions/index.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { call, none } from "./call.ts";
import type { Namespace } from "./constants.ts";
import { exception, typeError } from "./exceptions.ts";
import { namespace, native } from "./native.ts";
import { tensorText } from "./tensor-text.ts";
import { scalarOf } from "./tensors.ts";
import { repr } from "./text.ts";

provideTensorText((x) => (x.shape.length === 0 ? repr(scalarOf(x)) : tensorText(x)));

const isClass = (value: unknown): value is abstract new (...args: never[]) => unknown => typeof value === "function";

/** Of a decorated function of two distributions. */
const divergence =
  (f: unknown): Divergence =>
  (p, q) => {
    const result = call(f, [p, q], none);
    if (Tensor.isTensor(result)) return result;
    throw exception("TypeError", "a KL divergence is a tensor");
  };

const registering = native("register_kl", ([p, q]) => {
  if (!isClass(p) || !isClass(q)) throw typeError(`Expected type_p to be a Distribution subclass but got ${repr(p)}`);
  return native("decorator", ([f]) => {
    registerKl(p, q, divergence(f));
    return f;
  });
});

/** Modules by what they hold, where their names do not follow from a class's. */
const homes: Readonly<Record<string, readonly string[]>> = {
  studentT: ["StudentT"],
  one_hot_categorical: ["OneHotCategorical", "OneHotCategoricalStraightThrough"],
};

const fileOf = (name: string): string => name.replaceAll(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

const members = { ...distributions, register_kl: registering };

const constraintsNamespace = namespace("torch.distributions.constraints", constraints);
const transformsNamespace = namespace("torch.distributions.transforms", transforms);
const kl = namespace("torch.distributions.kl", {
  kl_divergence: distributions.kl_divergence,
  register_kl: registering,
});

function homesOf(): readonly (readonly [string, Namespace])[] {
  const found = new Map(Object.entries(homes));
  const placed = new Set(Object.values(homes).flat());
  for (const [name, value] of Object.entries(distributions))
    if (typeof value === "function" && /^[A-Z]/.test(name) && !(name in transforms) && !placed.has(name))
      found.set(fileOf(name), [name]);
  return [...found].map(([file, names]) => [
    file,
    namespace(`torch.distributions.${file}`, Object.fromEntries(names.map((name) => [name, distributions[name]]))),
  ]);
}

const submodules: readonly (readonly [string, Namespace])[] = [
  ...homesOf(),
  ["constraints", constraintsNamespace],
  ["transforms", transformsNamespace],
  ["kl", kl],
];

export const distributionsNamespace = namespace("torch.distributions", {
  ...members,
  ...Object.fromEntries(submodules),
});

/** By their full names. */
export const distributionModules: readonly (readonly [string, Namespace])[] = [
  ["torch.distributions", distributionsNamespace],
  ...submodules.map(([name, module]) => [`torch.distributions.${name}`, module] as const),
];
